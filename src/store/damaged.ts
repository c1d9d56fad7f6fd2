import { Refusal } from '../domain/refusal.ts';

/** The database's file is not what SQLite wrote. The message is one line that says what to do. */
class Damaged extends Refusal {}

/** @param why in a few words, or SQLite's own error */
export const damaged = (file: string, why: unknown): Damaged =>
  new Damaged(
    `The database ${file} is damaged (${why instanceof Error ? why.message : String(why)}). Nothing was changed in it. Move it away, with the -wal and -shm beside it, and restore the newest backup: npx campaign restore <file>`,
    { cause: why },
  );
