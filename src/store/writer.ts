import { sql, type Kysely } from 'kysely';
import { shuffle } from '../domain/shuffle.ts';
import type { RowNumbers } from './row-numbers.ts';
import type { Schema } from './schema.ts';
import { openTallies, type Tally } from './tallies.ts';
import { openWriteFacts } from './write-facts.ts';

/**
 * What a write may change for others: mail to send, letters that wait, signatures to take out or put back, any campaign's pages, who can be
 * written to, this campaign's pages, figures of this one that are on no other page, that its pages must not show something any more, or that something was shredded.
 */
export type Change =
  | 'outbox'
  | 'letters'
  | 'invalidations'
  | 'counts'
  | 'representatives'
  | 'shredded'
  | `campaign:${number}`
  | `figures:${number}`
  | `removed:${number}`;

/** One transaction in progress. */
export interface Writing {
  db: Kysely<Schema>;
  numbers: RowNumbers;
  /** Counts in one of the tables of tallies; written with the rest of the transaction, at its end. */
  tally: Tally;
  /** Says what this write changes; told to listeners after the commit. */
  touch(change: Change): void;
}

/** `act` may run twice if a neighbour in its group fails, so it does nothing but write. */
export type Write = <T>(act: (writing: Writing) => Promise<T>, surely?: Surely) => Promise<T>;

/** What is done for many at once, where that takes less than one after another. @returns what came of each, in their order */
export type Batch<Input, Output> = (writing: Writing, inputs: readonly Input[]) => Promise<Output[]>;

/** Has `batch` act on the input, together with whatever else waits for the same batch. Otherwise as `Write`. */
export type WriteTogether = <Input, Output>(
  batch: Batch<Input, Output>,
  input: Input,
  surely?: Surely,
) => Promise<Output>;

/**
 * `on-disk`: once it settles, no power cut takes it back. `soon`: the death of the process does not either, but a power cut
 * may, of the last moments; for what is then done again and does no harm.
 */
export type Surely = 'on-disk' | 'soon';

/**
 * The disk is full, broken or the queue too long: nothing of this write was stored, but where a connection or the disk broke while it
 * committed. Try later.
 */
export class StoreBusy extends Error {
  /** The database's own word for why, such as SQLITE_FULL; '' where it has none. */
  get trouble(): string {
    const { code } = (this.cause ?? {}) as { code?: unknown };
    return typeof code === 'string' ? code : '';
  }
}

/** The database's own word for what went wrong, where that was it. */
export const troubleOf = (error: unknown): string | undefined =>
  error instanceof StoreBusy ? error.trouble : undefined;

/** Long enough to gather a group, too short to be felt. mysociety's petitions waited 100 ms. */
const groupWaitMilliseconds = 2;
/** A mail that was sent and not yet settled goes out twice if the process dies: not longer. */
const soonWaitMilliseconds = 10;
/** Ten inserts cost about as much as one commit; past some hundreds a group only adds delay. */
const groupSize = 200;
/** About two seconds of work: whoever comes later had better be told than wait. */
const queueLimit = 10_000;

interface Waiting {
  batch: Batch<unknown, unknown>;
  input: unknown;
  surely: Surely;
  settle: (outcome: { value: unknown } | { error: unknown }) => void;
}

/** In what the two databases differ for whoever writes. */
export interface WritingDialect {
  /** Begins a transaction in which nobody else writes. */
  begin: (connection: Kysely<Schema>, surely: Surely) => Promise<void>;
  commit: (connection: Kysely<Schema>) => Promise<void>;
  /** Whichever way the transaction went. */
  ended: (connection: Kysely<Schema>, surely: Surely) => Promise<void>;
  /** Whether an error is the database's trouble and not ours. */
  isTrouble: (error: unknown) => boolean;
  numbers: RowNumbers;
}

/** Group commit: writes pool for a moment, share one transaction, and are answered after it. */
export function openWriter(
  db: Kysely<Schema>,
  dialect: WritingDialect,
  committed: (changes: ReadonlySet<Change>) => void,
) {
  const queue: Waiting[] = [];
  const { group: counted, facts } = openWriteFacts();
  let running: Promise<void> | undefined;
  let hurry: (() => void) | undefined;
  let refusing: string | undefined;

  const write: Write = (act, surely) => writeTogether(async (writing) => [await act(writing)], undefined, surely);

  const writeTogether: WriteTogether = (batch, input, surely = 'on-disk') =>
    new Promise((resolve, reject) => {
      if (queue.length >= queueLimit) {
        reject(new StoreBusy('the write queue is full'));
        return;
      }
      queue.push({
        batch: batch as Batch<unknown, unknown>,
        input,
        surely,
        settle: (outcome) => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as never)),
      });
      if (surely === 'on-disk') hurry?.();
      running ??= drain();
    });

  /** Nobody waits at a page for what may come soon: it goes along with others, or after a while. */
  const company = (): Promise<void> =>
    new Promise((resolve) => {
      hurry = resolve;
      setTimeout(resolve, soonWaitMilliseconds);
    });

  async function drain(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, groupWaitMilliseconds));
    while (queue.length > 0) {
      if (queue.every(({ surely }) => surely === 'soon')) await company();
      const group = queue.splice(0, groupSize);
      counted(group.length);
      await commitGroup(group);
    }
    running = undefined;
  }

  /** Shuffled, so that the numbers of rows do not tell who came before whom. */
  async function commitGroup(group: Waiting[]): Promise<void> {
    const outcome = await commit(shuffle(group));
    if (!('error' in outcome)) outcome.forEach(({ waiting, value }) => waiting.settle({ value }));
    else if (group.length === 1 || outcome.error instanceof StoreBusy)
      group.forEach((waiting) => waiting.settle(outcome));
    else for (const waiting of shuffle(group)) await commitGroup([waiting]);
  }

  async function commit(group: Waiting[]) {
    const changes = new Set<Change>();
    try {
      const surely = group.some((waiting) => waiting.surely === 'on-disk') ? 'on-disk' : 'soon';
      const values = await inTransaction(db, dialect, surely, async (connection) => {
        const tallies = openTallies();
        const writing: Writing = {
          db: connection,
          numbers: dialect.numbers,
          tally: tallies.tally,
          touch: (change) => void changes.add(change),
        };
        const done: { waiting: Waiting; value: unknown }[] = [];
        for (const [batch, some] of Map.groupBy(group, (waiting) => waiting.batch)) {
          const inputs = some.map(({ input }) => input);
          const outputs = await batch(writing, inputs);
          some.forEach((waiting, at) => done.push({ waiting, value: outputs[at] }));
        }
        await tallies.flush(connection);
        return done;
      });
      refusing = undefined;
      queueMicrotask(() => committed(changes));
      return values;
    } catch (error) {
      if (!dialect.isTrouble(error)) return { error };
      // A connection that breaks while it commits may have committed.
      queueMicrotask(() => committed(changes));
      const busy = error instanceof StoreBusy ? error : new StoreBusy(String(error), { cause: error });
      refusing = busy.trouble;
      return { error: busy };
    }
  }

  return {
    write,
    writeTogether,
    facts: () => facts(queue.length, refusing),
    close: async (): Promise<void> => {
      while (running !== undefined) await running;
      await db.destroy();
    },
  };
}

const inTransaction = <T>(
  db: Kysely<Schema>,
  { begin, commit, ended }: WritingDialect,
  surely: Surely,
  act: (connection: Kysely<Schema>) => Promise<T>,
): Promise<T> =>
  db.connection().execute(async (connection) => {
    try {
      await begin(connection, surely);
      const value = await act(connection);
      await commit(connection);
      return value;
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    } finally {
      await ended(connection, surely);
    }
  });
