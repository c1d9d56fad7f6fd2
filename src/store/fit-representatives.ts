import { channelOf, takesMail } from '../domain/channel.ts';
import { isoDay, type Clock } from '../domain/clock.ts';
import { directories, representativesById } from './directories.ts';
import type { Store } from './store.ts';
import type { DirectoryRow, Reading, RepresentativeRow } from './schema.ts';

/** Real mail goes only to directories that say they are fit for it. */
export interface Sending {
  /** Whether mail leaves this machine. */
  real: boolean;
}

export const isOffered = (directory: DirectoryRow, sending: Sending): boolean =>
  directory.usable_for_sending === 1 || !sending.real;

/** The ids of directories that letters go to. */
export async function offeredDirectories(db: Reading, sending: Sending): Promise<Set<string>> {
  const all = await directories(db);
  return new Set(all.filter((directory) => isOffered(directory, sending)).map(({ id }) => id));
}

/** The same for a new letter: undefined also if one of them is paused and there is no other way. */
export async function chosenRepresentatives(
  context: { store: Pick<Store, 'read'>; now: Clock },
  sending: Sending,
  ids: readonly number[],
): Promise<RepresentativeRow[] | undefined> {
  const chosen = await reachableRepresentatives(context, sending, ids);
  return chosen?.every((row) => channelOf(row) !== 'none') === true ? chosen : undefined;
}
/**
 * The representatives with these ids, in the order asked for, or undefined if one of them cannot be written to: unknown,
 * left office, without any way to reach them, or in a directory that is not offered. Whether mail goes there is another
 * question: `channelOf`.
 */
export async function reachableRepresentatives(
  { store, now }: { store: Pick<Store, 'read'>; now: Clock },
  sending: Sending,
  ids: readonly number[],
): Promise<RepresentativeRow[] | undefined> {
  const offered = await offeredDirectories(store.read, sending);
  const rows = await representativesById(store.read, ids, isoDay(now()));
  const writable = rows.filter((row) => (channelOf(row) !== 'none' || takesMail(row)) && offered.has(row.directory_id));
  const byId = new Map(writable.map((row) => [row.id, row]));
  const chosen = ids.map((id) => byId.get(id));
  return chosen.every((row) => row !== undefined) ? chosen : undefined;
}
