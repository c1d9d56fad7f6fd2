import { Client, type ClientConfig } from 'pg';
import type { Leadership } from './leadership.ts';

/** Any number, another than the writers' lock. */
const leadersLock = 0x434b6c64;
/** How soon another takes over; and how often a leader looks whether its connection, and so its lock, still stands. */
const lookAgainMilliseconds = 1000;
/** A leader that is not answered for so long does not lead any more. */
const answerTimeoutMilliseconds = 5000;

/**
 * Stands for leader among the servers on one database, until stopped. Who leads holds a lock that goes with its connection, however that
 * ends: the next one that looks takes it.
 * @param prepare run on each connection before anything else
 * @param onLead called each time that this server has become the leader
 */
export function standForLeader(
  connection: ClientConfig,
  prepare: (client: Client) => Promise<unknown>,
  onLead: () => void,
): Leadership {
  let leads = false;
  let stopped = false;
  let wake = (): void => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, lookAgainMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopped) wake();
    });

  async function stand(): Promise<void> {
    const client = new Client({ ...connection, query_timeout: answerTimeoutMilliseconds });
    client.on('error', () => (leads = false));
    client.on('end', () => (leads = false));
    try {
      await client.connect();
      await prepare(client);
      while (!stopped) {
        const holds = leads ? await isAnswered(client) : await isTaken(client);
        if (holds && !leads) {
          leads = true;
          onLead();
        }
        await pause();
      }
    } finally {
      leads = false;
      // Said at once: whoever stands by must not wait for a time-out.
      await client.end().catch(() => undefined);
    }
  }

  const running = (async () => {
    while (!stopped) {
      await stand().catch(() => undefined);
      await pause();
    }
  })();

  return {
    leads: () => leads,
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

async function isTaken(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${leadersLock}) as taken`);
  return rows[0]?.taken === true;
}

async function isAnswered(client: Client): Promise<boolean> {
  await client.query('select 1');
  return true;
}
