import type { Kysely } from 'kysely';
import type { RepresentativeRow, Schema } from './schema.ts';

/**
 * Who holds somebody's post on a day (ISO): same directory, same area, same role, and the only one who does. Where several
 * sit for one area nobody can say who follows whom.
 */
export async function successorOf(
  db: Kysely<Schema>,
  { id, directory_id, area_id, role }: RepresentativeRow,
  day: string,
): Promise<RepresentativeRow | undefined> {
  if (area_id === '') return undefined;
  const sitting = await db
    .selectFrom('representatives')
    .selectAll()
    .where('directory_id', '=', directory_id)
    .where('area_id', '=', area_id)
    .where('role', '=', role)
    .where('id', '!=', id)
    .where('gone', '=', 0)
    .where((where) => where.or([where('starts_on', '=', ''), where('starts_on', '<=', day)]))
    .where((where) => where.or([where('ends_on', '=', ''), where('ends_on', '>=', day)]))
    .limit(2)
    .execute();
  return sitting.length === 1 ? sitting[0] : undefined;
}
