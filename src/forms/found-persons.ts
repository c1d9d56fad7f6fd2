import type { Directory, Representative } from '../domain/directory.ts';
import { timeZoneOf } from '../domain/time-zone.ts';
import { readContactForm, readEmail, readPlain } from './directory-contact.ts';
import { warnAcross } from './directory-faults.ts';
import { unreadable, type ReadDirectory, type Unreadable } from './directory-file.ts';
import type { WarningCollector } from './import-warnings.ts';
import { isPlaceholder } from './office-email.ts';

/** One person in one term of office, as a file has them; '' where it says nothing. */
export interface FoundPerson extends Omit<Representative, 'key' | 'email'> {
  /** The source's own; where it has none, people are known by their names. */
  id: string;
  /** Cells that may hold an e-mail address, the best first. */
  emails: readonly string[];
  /** Where this stands, for a warning: "Line 7". */
  place: string;
}

/** What was found, as a directory; with nobody left in it, a file is unreadable. */
export function foundDirectory(
  directory: Directory,
  found: readonly FoundPerson[],
  today: string,
  warnings: WarningCollector,
): ReadDirectory | Unreadable {
  if (!found.some(({ name }) => name !== '')) return unreadable('This file lists no persons.');
  const representatives = representativesAmong(found, today, warnings);
  if (representatives.length === 0) return unreadable('Everybody’s term in this file has ended: look for a newer one.');
  return { outcome: 'read', directory, representatives, warnings: warnings.list() };
}

/**
 * The representatives among persons and terms found in a file: who is out of office on `day` (ISO, '' if unknown)
 * is left out, several terms of one person become the newest, and what is wrong with one loses no other.
 */
function representativesAmong(
  found: readonly FoundPerson[],
  day: string,
  warnings: WarningCollector,
): Representative[] {
  const named = found.filter((person) => {
    if (person.name === '')
      warnings.add('person without a name', `${person.place}: a person without a name; left out.`);
    return person.name !== '';
  });
  const representatives = new Map<string, Representative>();
  for (const [key, terms] of Map.groupBy(named, ({ id, name }) => id || name)) {
    const running = terms.filter(({ endsOn }) => endsOn === '' || endsOn >= day);
    if (running.length === 0) warnings.tally(`The term ended before ${day}, left out`);
    const persons = apart(running, day, warnings);
    for (const person of persons) {
      // Namesakes without ids are told apart by what they stand for.
      const whole =
        persons.length === 1 ? key : `${key} (${person.areaId || person.areaName || inOneLine(person.emails[0])})`;
      representatives.set(whole, toRepresentative(whole, person, warnings));
    }
  }
  const all = [...representatives.values()];
  warnAcross(all, day, warnings);
  return all;
}

/** A cell of several addresses may go over several lines. */
const inOneLine = (cell = ''): string => cell.replace(/\p{Cc}+/gu, ' ').trim();

/** Different persons among entries of one id, which is one person, or of one name, where each area has its own. */
function apart(entries: readonly FoundPerson[], day: string, warnings: WarningCollector): FoundPerson[] {
  const kept: FoundPerson[] = [];
  /** Where each of `kept` stands, by what tells them apart: comparing each with each takes hours for a million namesakes. */
  const places = new Map<string, number>();
  const keep = (entry: FoundPerson, at: number): void => {
    kept[at] = entry;
    for (const mark of marksOf(entry).own) places.set(mark, Math.min(at, places.get(mark) ?? at));
  };
  for (const entry of entries) {
    const at = Math.min(...marksOf(entry).sought.map((mark) => places.get(mark) ?? kept.length));
    const other = kept[at];
    if (other === undefined) {
      keep(entry, at);
      continue;
    }
    if (other.startsOn === entry.startsOn)
      warnings.add(
        'person twice',
        `${entry.place}: ${entry.name} stands in the file more than once; the last one is kept.`,
      );
    if (rankOf(entry, day) < rankOf(other, day)) continue;
    for (const mark of marksOf(other).own) if (places.get(mark) === at) places.delete(mark);
    keep(entry, at);
  }
  return kept;
}

/**
 * Entries are of one person if one has a mark that the other seeks: any if there is an id, the same address, the same area; without any area,
 * the name alone where one of them has no address.
 */
function marksOf({ id, emails: [cell = ''], areaId, areaName }: FoundPerson): { own: string[]; sought: string[] } {
  const email = isPlaceholder(cell) ? '' : `email ${cell.toLowerCase()}`;
  const area = areaId === '' && areaName === '' ? '' : `area ${JSON.stringify([areaId, areaName])}`;
  const nowhere = email === '' ? 'neither' : 'no area';
  const marks = [email, area].filter((mark) => mark !== '');
  const soughtNowhere = email === '' ? ['neither', 'no area'] : ['neither'];
  return {
    own: [...marks, ...(area === '' ? [nowhere] : []), ...(id === '' ? [] : ['id'])],
    sought: [...marks, ...(area === '' ? soughtNowhere : []), 'id'],
  };
}

/** Compares as text. A term that has begun goes before one that is to come. */
const rankOf = ({ startsOn }: FoundPerson, day: string): string =>
  `${startsOn <= day ? 1 : 0} ${startsOn || '0000-00-00'}`;

function toRepresentative(key: string, person: FoundPerson, warnings: WarningCollector): Representative {
  const { id: _, emails, place, ...rest } = person;
  const who = { id: key, name: person.name };
  const timeZone = timeZoneOf(person.timeZone) ?? '';
  if (timeZone === '' && !isPlaceholder(person.timeZone))
    warnings.add(
      'time zone',
      `${place}: “${person.timeZone}” is not a time zone such as Europe/Berlin; left out.`,
      key,
    );
  return {
    ...rest,
    key,
    email: readEmail(emails, who, warnings),
    phone: readPlain([person.phone]),
    contactForm: readContactForm(person.contactForm, who, warnings),
    address: readPlain([person.address]),
    timeZone,
  };
}
