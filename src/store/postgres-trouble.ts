import { StoreUnreachable } from './store.ts';
import { StoreBusy } from './writer.ts';

/**
 * Whether an error is the database's and not ours: a full disk or memory (class 53), another writer that does not end (55P03),
 * two that waited for each other (40P01), a server that stops or starts (57P), a transaction that stood idle (25P03), a table that a newer version has changed (0A000), a
 * connection that broke (08, and Node's own words). https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
export const isTrouble = (error: unknown): boolean =>
  error instanceof Error &&
  (/^Connection terminated|timeout exceeded|^Query read timeout$|^Client has encountered a connection error/.test(
    error.message,
  ) ||
    ('code' in error &&
      /^(?:53|55P03|40P01|57P|25P03|0A000|08|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENETUNREACH)/.test(
        String(error.code),
      )));

/** Whoever reads while the database is away is told to come again, like whoever writes. */
export const asBusy = (error: unknown): unknown =>
  isTrouble(error) ? new StoreBusy(error instanceof Error ? error.message : String(error), { cause: error }) : error;

/** For whoever starts a server or a command. @param url `postgres://…`; its password is not told */
export function unreachable(url: string, error: unknown): unknown {
  if (!(error instanceof Error && ('code' in error || isTrouble(error)))) return error;
  const { host, pathname } = new URL(url);
  const code = 'code' in error ? String(error.code) : 'it does not answer';
  return new StoreUnreachable(
    `The database ${host}${pathname} cannot be used (${code}): does it run, are name and password in DATABASE_URL right?`,
    { cause: error },
  );
}
