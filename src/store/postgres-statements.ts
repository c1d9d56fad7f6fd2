import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';

/** How an error is told on. */
type Told = (error: unknown) => unknown;

/**
 * A pool whose connections prepare each statement once and know it by name from then on: PostgreSQL need not read and plan it
 * each time.
 * @param told what an error becomes for whoever asked
 */
export const preparing = (pool: Pool, told: Told = (error) => error): PostgresPool => ({
  // For Kysely to see what it is given.
  options: {},
  end: () => pool.end(),
  connect: async () => {
    const client = await pool.connect().catch((error: unknown) => {
      throw told(error);
    });
    return naming(client, told, (destroy) => client.release(destroy));
  },
});

const namings = new WeakMap<PoolClient, PostgresPoolClient>();
/** Connections that must not be used again. */
const spoilt = new WeakSet<PoolClient>();

/** Kysely knows a connection again by the object. */
function naming(client: PoolClient, told: Told, release: (destroy: boolean) => void): PostgresPoolClient {
  const known = namings.get(client);
  // A pool hands out another way to release each time.
  if (known !== undefined) return Object.assign(known, { release: () => release(spoilt.has(client)) });
  const named = {
    query: async (text: string, values: readonly unknown[]) => {
      // A rollback would wait as long again as what was not answered: letting go of the connection rolls back as well.
      if (spoilt.has(client)) throw told(new Error('Connection terminated: it had not answered'));
      try {
        const answer = (await client.query({ name: nameOf(text), text, values: values.map(askable) })) as
          QueryResult | QueryResult[];
        // Of several statements in one text, the last one's.
        const result = Array.isArray(answer) ? answer.at(-1) : answer;
        if (text.endsWith('commit') && result?.command !== 'COMMIT') throw new Error('nothing was committed');
        return result;
      } catch (error) {
        if (spoils(error)) spoilt.add(client);
        throw told(error);
      }
    },
    release: () => release(spoilt.has(client)),
  } as unknown as PostgresPoolClient;
  namings.set(client, named);
  return named;
}

/**
 * PostgreSQL holds no NUL in text and refuses whoever asks for one. Nothing that is stored has one: what is asked for with one is found
 * nowhere, as on SQLite.
 */
const askable = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;

/** A connection remembers so many statements; those that come late are few, and go without a name. */
const mostNames = 500;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames || !text.includes('$')) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** A newer version has changed a table since the statement was prepared, or nobody knows what became of a statement. */
const spoils = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '0A000') || error.message === 'Query read timeout');
