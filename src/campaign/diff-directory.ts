import { isoDay } from '../domain/clock.ts';
import type { Representative } from '../domain/directory.ts';
import { directories, representativesIn } from '../store/directories.ts';
import type { Reading } from '../store/schema.ts';
import type { Context } from './context.ts';
import { representativeOf } from './representative-row.ts';

type Named = Pick<Representative, 'key' | 'name'>;
type Field = Exclude<keyof Representative, 'key'>;

/** What an import would change of a directory. */
export interface DirectoryDifference {
  /** Whether there is such a directory yet. */
  known: boolean;
  comes: Named[];
  goes: Named[];
  changes: (Named & { fields: Partial<Record<Field, { from: string; to: string }>> })[];
  /** Whether more than half of those in office today would go: more than any by-election or correction takes. */
  losesMost: boolean;
}

/** Who would come, go and change if these representatives took a directory's place. */
export const diffDirectory = (
  { store, now }: Pick<Context, 'store' | 'now'>,
  directoryId: string,
  representatives: readonly Representative[],
): Promise<DirectoryDifference> => differenceFrom(store.read, directoryId, representatives, isoDay(now()));

/** The same inside a transaction. `day` is ISO. */
export async function differenceFrom(
  db: Reading,
  directoryId: string,
  representatives: readonly Representative[],
  day: string,
): Promise<DirectoryDifference> {
  const known = (await directories(db)).some(({ id }) => id === directoryId);
  const before = new Map((await representativesIn(db, directoryId)).map((row) => [row.key, representativeOf(row)]));
  const after = new Set(representatives.map(({ key }) => key));
  const gone = [...before.values()].filter(({ key }) => !after.has(key));
  const inOffice = ({ endsOn }: Representative): boolean => endsOn === '' || endsOn >= day;
  return {
    known,
    comes: representatives.filter(({ key }) => !before.has(key)).map(nameOf),
    goes: gone.map(nameOf),
    changes: representatives.flatMap((representative) => {
      const fields = fieldsBetween(before.get(representative.key) ?? representative, representative);
      return Object.keys(fields).length === 0 ? [] : [{ ...nameOf(representative), fields }];
    }),
    losesMost: gone.filter(inOffice).length * 2 > [...before.values()].filter(inOffice).length,
  };
}

const nameOf = ({ key, name }: Representative): Named => ({ key, name });

const fieldsBetween = (
  before: Representative,
  after: Representative,
): DirectoryDifference['changes'][number]['fields'] =>
  Object.fromEntries(
    (Object.keys(after) as Field[])
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { from: before[field], to: after[field] }]),
  );
