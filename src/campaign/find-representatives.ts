import { isoDay } from '../domain/clock.ts';
import { directories, representativesById, representativesOf } from '../store/directories.ts';
import type { DirectoryRow, RepresentativeRow } from '../store/schema.ts';
import type { Context } from './context.ts';

export interface FoundDirectory {
  directory: DirectoryRow;
  representatives: RepresentativeRow[];
}

/** Real mail goes only to directories that say they are fit for it. */
export interface Sending {
  /** Whether mail leaves this machine. */
  real: boolean;
}

/**
 * Who can be written to from a country. Directories for every country (`*`) answer only where no
 * other does, so that an imported parliament takes the demonstration's place.
 * @param country ISO 3166-1 alpha-2
 */
export async function findRepresentatives(
  { store, now }: Pick<Context, 'store' | 'now'>,
  sending: Sending,
  country: string,
): Promise<FoundDirectory[]> {
  const offered = (await directories(store.read)).filter((directory) => isOffered(directory, sending));
  for (const place of [country, '*']) {
    const rows = await representativesOf(store.read, place, isoDay(now()));
    const found = offered
      .map((directory) => ({ directory, representatives: rows.filter((row) => row.directory_id === directory.id) }))
      .filter(({ representatives }) => representatives.length > 0);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The representatives with these ids, in the order asked for, or undefined if one of them cannot
 * be written to: unknown, left office, without an address, or in a directory that is not offered.
 */
export async function chosenRepresentatives(
  { store, now }: Pick<Context, 'store' | 'now'>,
  sending: Sending,
  ids: readonly number[],
): Promise<RepresentativeRow[] | undefined> {
  const offered = new Set(
    (await directories(store.read)).filter((directory) => isOffered(directory, sending)).map(({ id }) => id),
  );
  const rows = await representativesById(store.read, ids, isoDay(now()));
  const writable = new Map(
    rows.filter((row) => row.email !== '' && offered.has(row.directory_id)).map((row) => [row.id, row]),
  );
  const chosen = ids.map((id) => writable.get(id));
  return chosen.every((row) => row !== undefined) ? chosen : undefined;
}

const isOffered = (directory: DirectoryRow, sending: Sending): boolean =>
  directory.usable_for_sending === 1 || !sending.real;
