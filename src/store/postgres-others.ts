import { randomUUID } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

const channel = 'campaign_kit';
const reconnectMilliseconds = 1000;
/** A connection that died without a word says nothing, like one on which nothing happens: it is asked. */
const askMilliseconds = 5000;

/** The statement by which, once its transaction is committed, every other process on this database knows that something has changed. */
export const toldOthers = (name: string): string => `notify ${channel}, '${name}'`;

/** Hears from other processes on the same database that they have written. */
export function listenForOthers(connection: ClientConfig) {
  const name = randomUUID();
  let written = false;
  let stopped = false;
  let client: Client | undefined;
  let again: NodeJS.Timeout | undefined;

  async function listen(isAgain = false): Promise<void> {
    const listening = new Client({ ...connection, query_timeout: askMilliseconds });
    client = listening;
    let lost = false;
    let asking: NodeJS.Timeout | undefined;
    const reconnect = (): void => {
      clearInterval(asking);
      if (stopped || lost) return;
      lost = true;
      void listening.end().catch(() => undefined);
      again = setTimeout(() => void listen(true), reconnectMilliseconds);
    };
    listening.on('notification', ({ payload }) => {
      if (payload !== name) written = true;
    });
    listening.on('error', reconnect);
    listening.on('end', reconnect);
    try {
      await listening.connect();
      await listening.query(`listen ${channel}`);
      // Nobody knows what was missed meanwhile.
      if (isAgain) written = true;
      if (!lost) asking = setInterval(() => void listening.query('select 1').catch(reconnect), askMilliseconds);
    } catch {
      reconnect();
    }
  }

  const listening = listen();
  return {
    name,
    /** Resolves once nothing is missed any more, or the database cannot be reached yet. */
    listening,
    haveWritten: (): boolean => {
      const others = written;
      written = false;
      return others;
    },
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(again);
      await client?.end().catch(() => undefined);
    },
  };
}
