import { isoDay } from '../domain/clock.ts';
import { directories, representativesOf } from '../store/directories.ts';
import { isOffered, type Sending } from '../store/fit-representatives.ts';
import type { DirectoryRow, RepresentativeRow } from '../store/schema.ts';
import type { Context } from './context.ts';

export interface FoundDirectory {
  directory: DirectoryRow;
  representatives: RepresentativeRow[];
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
