import type { Directory, ImportWarning, Representative } from '../domain/directory.ts';
import { collectWarnings, type WarningCollector } from './import-warnings.ts';
import { readContact } from './popolo-contact.ts';
import { readCountry } from './popolo-country.ts';
import { readDirectory } from './popolo-directory.ts';
import { warnAcross } from './popolo-faults.ts';
import { currentPosts, type Post } from './popolo-posts.ts';
import { cleanLine, isObject, popoloFile, type PopoloPerson } from './popolo-shape.ts';

export interface ReadDirectory {
  outcome: 'read';
  directory: Directory;
  /** One a person, in the file's order; keys are unique. */
  representatives: Representative[];
  warnings: ImportWarning[];
}

/**
 * Reads a directory from Popolo JSON (https://www.popoloproject.com/specs/), with or without `meta`
 * as EveryPolitician adds it. A fault in one entry never loses another: it becomes a warning.
 * `fileName` names a file that does not name itself; `today` (ISO day) tells which terms have ended
 * in the meantime. An unreadable file comes back with the reason in one sentence.
 */
export function readPopolo(
  text: string,
  fileName = '',
  today = '',
): ReadDirectory | { outcome: 'unreadable'; reason: string } {
  const opened = open(text);
  if ('reason' in opened) return { outcome: 'unreadable', reason: opened.reason };
  const warnings = collectWarnings();
  const file = popoloFile.parse(opened.json);
  const persons = identified(file.persons, warnings);
  const lost = opened.entries - file.persons.length;
  if (lost > 0) warnings.add('entry', `${lost} of the entries under persons are no persons; left out.`);
  if (persons.size === 0) return { outcome: 'unreadable', reason: 'None of the persons in this file has a name.' };
  const directory = readDirectory(file, fileName, warnings);
  const day = today > directory.asOf ? today : directory.asOf;
  const posts = currentPosts(file, day, warnings);
  const nowhere = { ...noPost, country: readCountry('', [], file.meta.country) };
  const representatives = [...persons].map(([key, person]): Representative => {
    const { contactDetails, ...post } = posts.get(key) ?? nowhere;
    return { key, name: person.name, ...post, ...readContact(person, contactDetails, warnings), timeZone: '' };
  });
  warnAcross(representatives, day, warnings);
  return { outcome: 'read', directory, representatives, warnings: warnings.list() };
}

/** What an import prints: the directory's id, and numbers of persons. */
export const importCounts = ({ directory, representatives, warnings }: ReadDirectory) => ({
  directory: directory.id,
  persons: representatives.length,
  withEmail: representatives.filter(({ email }) => email !== '').length,
  warnings,
});

/** In characters: once parsed, a file takes several times its size in memory. */
const longestFile = 50_000_000;

function open(text: string): { json: object; entries: number } | { reason: string } {
  if (text.length > longestFile) return { reason: 'This file is larger than 50 MB, which no directory is.' };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { reason: `This file is not JSON: ${error instanceof Error ? cleanLine(error.message) : ''}.` };
  }
  if (!isObject(json)) return { reason: 'This file is JSON but not a Popolo object with persons in it.' };
  if (!('persons' in json) || !Array.isArray(json.persons) || json.persons.length === 0)
    return { reason: 'This file lists no persons.' };
  return { json, entries: json.persons.length };
}

/** By key, with a name each. Of several with one key the last wins, as a later correction would. */
function identified(persons: readonly PopoloPerson[], warnings: WarningCollector): Map<string, PopoloPerson> {
  const byKey = new Map<string, PopoloPerson>();
  for (const person of persons) {
    const name = person.name || [person.given_name, person.family_name].filter((part) => part !== '').join(' ');
    // A name is the one other thing that stays the same from import to import.
    const id = person.id || name;
    if (name === '') {
      const who = id === '' ? 'A person without an id' : `The person “${id}”`;
      warnings.add('person without a name', `${who} has no name; left out.`, id || undefined);
      continue;
    }
    if (person.id === '') warnings.add('person without an id', `${name} has no id and is known by name only.`, id);
    if (byKey.has(id))
      warnings.add('person twice', `The id “${id}” stands for several persons; the last one, ${name}, is kept.`, id);
    byKey.set(id, { ...person, id, name });
  }
  return byKey;
}

const noPost: Post = {
  role: '',
  party: '',
  areaId: '',
  areaName: '',
  country: '',
  startsOn: '',
  endsOn: '',
  contactDetails: [],
};
