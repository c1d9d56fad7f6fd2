import Database from 'better-sqlite3';

/** Runs what SQLite prepared. */
interface Running {
  source: string;
  database: Database.Database;
}

/** In the way of every statement that this process gives to SQLite, until it is let go. */
export interface Driver {
  /** From now on these statements are answered with an error of SQLite's, such as SQLITE_FULL, and not run. */
  fail(code: string, which?: RegExp): void;
  mend(): void;
  /** Lets the databases that were written to grow by so many pages and no further: their disk is full. */
  full(pages: number): void;
  roomy(): void;
  letGo(): void;
}

/** Every transaction of ours begins so. */
const begins = /^begin immediate$/;

export function aDriver(): Driver {
  const prototype = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as {
    run: (this: Running, ...values: unknown[]) => unknown;
    all: (this: Running, ...values: unknown[]) => unknown;
  };
  const { run, all } = prototype;
  const written = new Set<Database.Database>();
  let failing: { code: string; which: RegExp } | undefined;
  const orFail = (does: typeof run): typeof run =>
    function (this: Running, ...values) {
      if (begins.test(this.source)) written.add(this.database);
      if (failing?.which.test(this.source) === true) throw new Database.SqliteError('made up by a test', failing.code);
      return does.apply(this, values);
    };
  prototype.run = orFail(run);
  prototype.all = orFail(all);
  const open = (): Database.Database[] => [...written].filter((database) => database.open);
  return {
    fail: (code, which = begins) => (failing = { code, which }),
    mend: () => (failing = undefined),
    full: (pages) => {
      for (const database of open())
        database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + pages}`);
    },
    roomy: () => open().forEach((database) => void database.pragma('max_page_count = 4294967294')),
    letGo: () => Object.assign(prototype, { run, all }),
  };
}
