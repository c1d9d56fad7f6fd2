/** Where the data lies: in a SQLite file, or on a PostgreSQL server. */
export type DatabaseAddress = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };
