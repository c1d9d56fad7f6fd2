import { randomUUID } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

const channel = 'campaign_kit';
const reconnectMilliseconds = 1000;

/** The statement by which, once its transaction is committed, every other process on this database knows that something has changed. */
export const toldOthers = (name: string): string => `notify ${channel}, '${name}'`;

/** Hears from other processes on the same database that they have written. */
export function listenForOthers(connection: ClientConfig) {
  const name = randomUUID();
  let written = false;
  let stopped = false;
  let client: Client | undefined;
  let again: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    const listening = new Client(connection);
    client = listening;
    let lost = false;
    const reconnect = (): void => {
      if (stopped || lost) return;
      lost = true;
      // Nobody knows what was missed meanwhile.
      written = true;
      again = setTimeout(() => void listen(), reconnectMilliseconds);
    };
    listening.on('notification', ({ payload }) => {
      if (payload !== name) written = true;
    });
    listening.on('error', reconnect);
    listening.on('end', reconnect);
    try {
      await listening.connect();
      await listening.query(`listen ${channel}`);
    } catch {
      reconnect();
    }
  }

  const listening = listen();
  return {
    name,
    haveWritten: (): boolean => {
      const others = written;
      written = false;
      return others;
    },
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(again);
      await listening;
      await client?.end().catch(() => undefined);
    },
  };
}
