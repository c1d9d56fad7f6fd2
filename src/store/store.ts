import { Refusal } from '../domain/refusal.ts';
import type { Kysely } from 'kysely';
import type { Leadership } from './leadership.ts';
import type { RowNumbers } from './row-numbers.ts';
import type { Schema } from './schema.ts';
import type { Change, Write, WriteTogether } from './writer.ts';
import type { WriteFacts } from './write-facts.ts';

/** The database server does not answer, or not to us. The message is one sentence, without the password. */
export class StoreUnreachable extends Refusal {}

export interface Store {
  /** Reads see what is committed; they never wait for a write. */
  read: Kysely<Schema>;
  /** Runs `act` in a transaction that it shares with others; settles once it is on disk. */
  write: Write;
  writeTogether: WriteTogether;
  /** Shows `act` one moment of the database, however long it looks. */
  snapshot<T>(act: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** For better-auth, which writes by itself; waits while a group of writes is under way. */
  accounts: Kysely<Schema>;
  numbers: RowNumbers;
  /** How many migrations the tables have seen. */
  schema: number;
  /**
   * Wipes what was deleted from wherever the database still keeps it. False while somebody reads or writes: try again. PostgreSQL
   * cannot be asked to: docs/privacy.md says so.
   */
  shred(): boolean;
  /** Calls back after each commit with what it changed; returns the way to stop. */
  onChange(listener: (changes: ReadonlySet<Change>) => void): () => void;
  /** True once whenever another process has written since the last call. */
  changedElsewhere(): boolean;
  /** Stands for leader among the servers on this database. @param onLead called whenever this one has become it */
  standForLeader(onLead: () => void): Leadership;
  writeFacts(): WriteFacts;
  close(): Promise<void>;
}
