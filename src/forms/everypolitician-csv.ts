import type { ColumnMap } from './csv-columns.ts';
import type { CsvTable } from './csv.ts';

/** EveryPolitician's `term-*.csv`: one legislature in one term (https://github.com/everypolitician/everypolitician-data). */
const ownColumns = ['id', 'name', 'group', 'group_id', 'area_id', 'area', 'chamber', 'term', 'start_date', 'end_date'];

const isTerm = (header: readonly string[]): boolean => ownColumns.every((name) => header.includes(name));

/** Its columns, if this is one. */
export const termColumns = (header: readonly string[]): ColumnMap =>
  isTerm(header)
    ? {
        id: 'id',
        name: 'name',
        party: 'group',
        area: 'area',
        'area-id': 'area_id',
        start: 'start_date',
        end: 'end_date',
      }
    : {};

/** The legislature that all rows name; '' if this is no such file. */
export function termTitle({ header, rows }: CsvTable): string {
  if (!isTerm(header)) return '';
  const at = header.indexOf('chamber');
  const [chamber = '', ...others] = new Set(rows.map(({ cells }) => cells[at] ?? ''));
  return others.length === 0 ? chamber.trim() : '';
}
