import { z } from 'zod';
import { unreadable, type ReadDirectory, type ReadingOptions, type Unreadable } from './directory-file.ts';
import { readDay } from './directory-day.ts';
import { nothingSaid, readDirectory } from './directory-meta.ts';
import { foundDirectory, type FoundPerson } from './found-persons.ts';
import { collectWarnings, type WarningCollector } from './import-warnings.ts';
import { isObject, line, list, part } from './loose-shape.ts';
import { usDivision } from './us-divisions.ts';

/** `legislators-current.yaml` (https://github.com/unitedstates/congress-legislators), as far as directories need it. */
const member = z.object({
  id: part(z.object({ bioguide: line })),
  name: part(z.object({ first: line, last: line, official_full: line })),
  /** The last one is the newest. */
  terms: list(
    z.object({
      type: line,
      start: line,
      end: line,
      state: line,
      district: line,
      party: line,
      phone: line,
      address: line,
      contact_form: line,
    }),
  ),
});

/**
 * Reads the Congress of the United States. Its members are reached by their contact forms, which ask for a
 * constituent's address, and never by mail: no e-mail address is kept even where a file has one.
 */
export function readCongress(value: unknown, options: ReadingOptions): ReadDirectory | Unreadable {
  const entries = Array.isArray(value) ? value.filter(isObject) : [];
  if (!entries.some((entry) => 'terms' in entry))
    return unreadable(
      'This list has no terms of office in it: of congress-legislators, import legislators-current.yaml.',
    );
  const warnings = collectWarnings();
  const found = entries.map((entry, at) => personOf(member.parse(entry), `Entry ${at + 1}`, warnings));
  const directory = readDirectory({ ...congress, ...options.said }, '', warnings);
  return foundDirectory(
    directory,
    found.filter((person) => person !== undefined),
    options.today,
    warnings,
  );
}

const congress = {
  ...nothingSaid,
  id: 'us-congress',
  title: 'United States Congress',
  source: 'https://github.com/unitedstates/congress-legislators',
  licence: 'CC0-1.0',
  country: 'US',
  timeZone: 'America/New_York',
};

function personOf(entry: z.infer<typeof member>, place: string, warnings: WarningCollector): FoundPerson | undefined {
  const { first, last, official_full } = entry.name;
  const name = official_full || [first, last].filter((word) => word !== '').join(' ');
  const term = entry.terms.at(-1);
  if (term === undefined) {
    warnings.add('person without a term', `${place}, ${name}, has no term of office; left out.`);
    return undefined;
  }
  const dayOf = (edge: 'start' | 'end'): string => {
    const day = readDay(term[edge], edge);
    if (day === undefined)
      warnings.add('date', `${place}, ${name}: the ${edge}, “${term[edge]}”, is not a date; left out.`);
    return day ?? '';
  };
  return {
    place,
    id: entry.id.bioguide,
    name,
    role: term.type === 'sen' ? 'Senator' : 'Representative',
    party: term.party,
    ...areaOf(term),
    country: 'US',
    emails: [],
    phone: term.phone,
    contactForm: term.contact_form,
    address: term.address,
    startsOn: dayOf('start'),
    endsOn: dayOf('end'),
    timeZone: '',
  };
}

/** District 0 is the one of a state that has no others, or a delegate's: the whole state or territory. */
function areaOf(term: { type: string; state: string; district: string }): { areaId: string; areaName: string } {
  const division = usDivision(term.state);
  if (division === '' || term.type === 'sen') return { areaId: division, areaName: term.state };
  if (!/^\d{1,3}$/.test(term.district)) return { areaId: '', areaName: term.state };
  const district = Number(term.district);
  return district === 0
    ? { areaId: division, areaName: `${term.state}-AL` }
    : { areaId: `${division}/cd:${district}`, areaName: `${term.state}-${district}` };
}
