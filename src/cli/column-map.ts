import { CommandError } from './command.ts';

/**
 * What `--map FIELD=COLUMN` says, any number of times.
 * @param example of one, for whoever got it wrong
 * @throws CommandError
 */
export function mapOf<Field extends string>(
  maps: readonly string[],
  fields: readonly Field[],
  example: string,
): Partial<Record<Field, string>> {
  const map: Partial<Record<Field, string>> = {};
  for (const text of maps) {
    const at = text.indexOf('=');
    const named = text.slice(0, Math.max(at, 0)).trim();
    const field = fields.find((known) => known === named);
    if (field === undefined || text.slice(at + 1).trim() === '')
      throw new CommandError(
        `--map takes a field and a column, as in --map ${example}; the fields are ${fields.join(', ')}`,
        2,
      );
    map[field] = text.slice(at + 1);
  }
  return map;
}
