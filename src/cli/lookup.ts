import { importLookup } from '../campaign/import-lookup.ts';
import { countryCodes } from '../domain/countries.ts';
import { readLookup, type LookupMap } from '../forms/lookup-file.ts';
import { readLookupMeta, type LookupOrigin } from '../forms/lookup-meta.ts';
import { deleteLookup, lookups, lookupSize } from '../store/lookups.ts';
import { CommandError, parseCommand, withStore } from './command.ts';
import { textOfFile } from './text-of-file.ts';

const usage = 'npx campaign lookup import <file> --country GB, lookup list, or lookup remove GB';

/** `lookup import|list|remove`: by which postcodes writers find their area. */
export async function lookupCommand([verb, ...args]: string[]): Promise<number> {
  if (verb === 'import') return importFile(args);
  if (verb === 'list') return list(args);
  if (verb === 'remove') return remove(args);
  throw new CommandError(`Say what to do: ${usage}`, 2);
}

async function importFile(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: {
      country: { type: 'string' },
      map: { type: 'string', multiple: true, default: [] },
      source: { type: 'string' },
      licence: { type: 'string' },
      'as-of': { type: 'string' },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new CommandError(`Name one file: ${usage}`, 2);
  const country = countryOf(values.country);
  const asOf = values['as-of'];
  if (asOf !== undefined && !/^\d{4}-\d\d-\d\d$/.test(asOf))
    throw new CommandError('--as-of wants a day such as 2027-12-31.', 2);
  const read = readLookup(textOfFile(file), country, mapOf(values.map));
  if (read.outcome === 'unreadable') throw new CommandError(`${file}: ${read.reason}`);
  const told = originOf(file);
  const origin = {
    source: values.source ?? told.source,
    licence: values.licence ?? told.licence,
    asOf: asOf ?? told.asOf,
  };
  const { json, force } = values;
  const result = await withStore((open) => importLookup(open, { country, ...origin }, read.rows, { force }), {
    mayBeNew: true,
  });
  if (result.outcome === 'loses-most')
    throw new CommandError(
      `${file} has under half of the rows that are there for ${country}, ${read.rows.length} against ${result.before}. If it is right so, import it with --force.`,
    );
  const { counts } = result;
  const { rows, codes, codesInSeveralAreas, areasWithoutAnybody } = counts;
  if (json) process.stdout.write(`${JSON.stringify({ ...counts, leftOut: read.leftOut })}\n`);
  else
    process.stdout.write(
      `${country}: ${rows} rows, ${codes} codes, ${codesInSeveralAreas} of them in several areas; ${areasWithoutAnybody} areas are known to no directory.\n`,
    );
  if (read.leftOut > 0) process.stderr.write(`Warning: ${read.leftOut} lines have no postcode or no area; left out.\n`);
  return 0;
}

function countryOf(typed: string | undefined): string {
  const country = (typed ?? '').toUpperCase();
  if (!countryCodes.includes(country))
    throw new CommandError('Name the country by its two letters, such as --country GB.', 2);
  return country;
}

/** `--map postcode=PLZ --map area=Wahlkreis` */
function mapOf(texts: readonly string[]): LookupMap {
  const map: LookupMap = {};
  for (const text of texts) {
    const [, kind, column] = /^(postcode|area)=(.+)$/s.exec(text) ?? [];
    if (column === undefined) throw new CommandError('--map wants postcode=COLUMN or area=COLUMN.', 2);
    map[kind as keyof LookupMap] = column;
  }
  return map;
}

/** What the file's neighbour `<name>.meta.json` says of it, if there is one. */
function originOf(file: string): LookupOrigin {
  const neighbour = `${file.replace(/\.[^./\\]*$/, '')}.meta.json`;
  const text = textOfFile(neighbour, { mayBeMissing: true });
  if (text === undefined) return { source: '', licence: '', asOf: '' };
  const origin = readLookupMeta(text);
  if (origin === undefined) throw new CommandError(`${neighbour} is no JSON object: mend it, or take it away.`);
  return origin;
}

async function list(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: { json: { type: 'boolean', default: false } } });
  const tables = await withStore(async ({ store: { read } }) => {
    const rows = await lookups(read);
    return Promise.all(
      rows.map(async ({ country, source, licence, as_of: asOf }) => ({
        country,
        ...(await lookupSize(read, country)),
        source,
        licence,
        asOf,
      })),
    );
  });
  if (values.json) process.stdout.write(`${JSON.stringify(tables)}\n`);
  else
    for (const { country, rows, codes, source, asOf } of tables)
      process.stdout.write(
        `${country}  ${rows} rows, ${codes} codes, as of ${asOf || 'an unknown day'}  ${source || 'from an unknown source'}\n`,
      );
  return 0;
}

async function remove(args: string[]): Promise<number> {
  const { positionals } = parseCommand({ args, allowPositionals: true });
  if (positionals.length !== 1) throw new CommandError(`Name one country: ${usage}`, 2);
  const country = countryOf(positionals[0]);
  const removed = await withStore(({ store }) => store.write((writing) => deleteLookup(writing, country)));
  if (!removed) throw new CommandError(`There are no postcodes of ${country}: npx campaign lookup list`);
  process.stdout.write(`The postcodes of ${country} are gone; people there find their area by its name.\n`);
  return 0;
}
