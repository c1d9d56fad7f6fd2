import { isoDay, toHour } from '../domain/clock.ts';
import type { Directory, Representative } from '../domain/directory.ts';
import { replaceDirectory } from '../store/directories.ts';
import type { Context } from './context.ts';
import { differenceFrom, type DirectoryDifference } from './diff-directory.ts';
import { rowOf } from './representative-row.ts';

/**
 * Puts a directory in place of its earlier import, whole or not at all. One that would lose most of its
 * representatives is left as it is without `force`: such a file is more often the wrong one, or cut off.
 */
export const importDirectory = (
  { store, now }: Pick<Context, 'store' | 'now'>,
  directory: Directory,
  representatives: readonly Representative[],
  { force = false } = {},
): Promise<{ outcome: 'imported' | 'loses-most'; difference: DirectoryDifference }> =>
  store.write(async (writing) => {
    const difference = await differenceFrom(writing.db, directory.id, representatives, isoDay(now()));
    if (difference.losesMost && !force) return { outcome: 'loses-most', difference };
    await replaceDirectory(
      writing,
      {
        id: directory.id,
        title: directory.title,
        source: directory.source,
        licence: directory.licence,
        as_of: directory.asOf,
        usable_for_sending: directory.usableForSending ? 1 : 0,
        imported_at: toHour(now()),
        time_zone: directory.timeZone,
        demonstration: directory.demonstration ? 1 : 0,
      },
      representatives.map(rowOf),
    );
    return { outcome: 'imported', difference };
  });
