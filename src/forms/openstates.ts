import { z } from 'zod';
import { readDay } from './directory-day.ts';
import {
  unreadable,
  type DirectoryFile,
  type ReadDirectory,
  type ReadingOptions,
  type Unreadable,
} from './directory-file.ts';
import { nothingSaid, readDirectory } from './directory-meta.ts';
import { foundDirectory, type FoundPerson } from './found-persons.ts';
import { collectWarnings, type WarningCollector } from './import-warnings.ts';
import { isObject, line, lines, list } from './loose-shape.ts';
import { postalOf, usDivision, usTimeZone } from './us-divisions.ts';
import { readYaml } from './yaml.ts';

const shape = {
  id: line,
  name: line,
  email: lines,
  party: list(z.object({ name: line, end_date: line })),
  roles: list(z.object({ type: line, jurisdiction: line, district: line, start_date: line, end_date: line })),
  offices: list(z.object({ classification: line, address: line, voice: line })),
};

/** One person of Open States (https://github.com/openstates/people), as far as directories need it. */
const person = z.object(shape);

type Person = z.infer<typeof person>;
type Role = Person['roles'][number];

/** Reads legislators of Open States: files of one person each, with all the roles that they ever had. */
export function readOpenStates(files: readonly DirectoryFile[], options: ReadingOptions): ReadDirectory | Unreadable {
  const warnings = collectWarnings();
  const found = files.flatMap((file) => termsOf(file, warnings));
  if (found.length === 0)
    return unreadable(`Nobody is found in ${files.length === 1 ? 'this file' : 'these files'}: ${reasons(warnings)}`);
  const directory = readDirectory({ ...metaOf(found), ...options.said }, '', warnings);
  // Who imports knows better than a table of states.
  const zoned = options.said.timeZone === undefined ? found : found.map((term) => ({ ...term, timeZone: '' }));
  return foundDirectory(directory, zoned, options.today, warnings);
}

const reasons = (warnings: WarningCollector): string => warnings.list()[0]?.message ?? 'there is none.';

function termsOf({ name: place, text }: DirectoryFile, warnings: WarningCollector): FoundPerson[] {
  const read = readYaml(withoutBulk(text));
  if ('reason' in read) {
    warnings.add('unreadable file', `${place}: ${read.reason}`);
    return [];
  }
  if (!isObject(read.value) || !('roles' in read.value)) {
    warnings.add('file of no person', `${place} is no person of Open States; left out.`);
    return [];
  }
  const found = person.parse(read.value);
  if (found.roles.length === 0) warnings.add('person without a role', `${place}: ${found.name} has no role; left out.`);
  return found.roles.map((role) => termOf(found, role, place, warnings));
}

/** The parser is slow, and most of a file is links and other names. What begins a line stands at the file's top level. */
const withoutBulk = (text: string): string =>
  text
    .split(/^(?=[a-z_]+:)/m)
    .filter((block) => !/^[a-z_]+:/.test(block) || block.slice(0, block.indexOf(':')) in shape)
    .join('');

function termOf(found: Person, role: Role, place: string, warnings: WarningCollector): FoundPerson {
  const postal = postalOf(role.jurisdiction);
  const capitol = found.offices.filter(({ classification }) => classification === 'capitol');
  const dayOf = (text: string, edge: 'start' | 'end'): string => {
    const day = readDay(text, edge);
    if (day === undefined) warnings.add('date', `${place}: the ${edge} of a role, “${text}”, is not a date; left out.`);
    return day ?? '';
  };
  return {
    place,
    id: found.id || place,
    name: found.name,
    role: titles[role.type] ?? role.type,
    party: (found.party.find(({ end_date }) => end_date === '') ?? found.party.at(-1))?.name ?? '',
    areaId: areaIdOf(role, postal),
    areaName: `${postal.toUpperCase()} ${role.district}`.trim(),
    country: 'US',
    // The Congress of the United States is in Open States too, and is reached by form, never by mail.
    emails: postal === '' ? [] : [found.email],
    // Other offices may be a legislator's home.
    phone: capitol.find(({ voice }) => voice !== '')?.voice ?? '',
    contactForm: '',
    address: capitol.find(({ address }) => address !== '')?.address ?? '',
    startsOn: dayOf(role.start_date, 'start'),
    endsOn: dayOf(role.end_date, 'end'),
    timeZone: usTimeZone(postal),
  };
}

const titles: Partial<Record<string, string>> = {
  upper: 'Senator',
  lower: 'Representative',
  legislature: 'Legislator',
};

/** Districts with names of their own are spelt in several ways: rather no id than a wrong one. */
function areaIdOf({ type, district }: Role, postal: string): string {
  const chamber = type === 'lower' ? 'sldl' : type === 'upper' || type === 'legislature' ? 'sldu' : '';
  if (chamber === '' || postal === '' || postal === 'dc' || !/^\d+[a-z]?$/i.test(district)) return '';
  return `${usDivision(postal)}/${chamber}:${district.toLowerCase()}`;
}

/** A folder of one state is a directory of its own, beside those of others. */
function metaOf(found: readonly FoundPerson[]) {
  const states = new Set(found.map(({ areaName }) => areaName.slice(0, 2)));
  const [state = ''] = states;
  const one = states.size === 1 && /^[A-Z]{2}$/.test(state);
  return {
    ...nothingSaid,
    id: one ? `us-${state}-legislature` : 'us-state-legislatures',
    title: one ? `State legislature, ${state}` : 'State legislatures of the United States',
    source: 'https://github.com/openstates/people',
    licence: 'CC0-1.0',
    country: 'US',
  };
}
