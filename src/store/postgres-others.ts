import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { Client, type ClientConfig } from 'pg';
import type { Schema } from './schema.ts';

const channel = 'campaign_kit';
const reconnectMilliseconds = 1000;

/** In the transaction: once it is committed, every other process on this database knows that something has changed. */
export async function tellOthers(db: Kysely<Schema>, name: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${name})`.execute(db);
}

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
