import type { Representative } from '../domain/directory.ts';
import { readCountry } from './directory-country.ts';
import { warnAcross } from './directory-faults.ts';
import { unreadable, type ReadDirectory, type Unreadable } from './directory-file.ts';
import { readDirectory, type DirectoryMeta } from './directory-meta.ts';
import { collectWarnings, type WarningCollector } from './import-warnings.ts';
import { cleanLine, isObject } from './loose-shape.ts';
import { readContact } from './popolo-contact.ts';
import { currentPosts, type Post } from './popolo-posts.ts';
import { popoloFile, type PopoloFile, type PopoloPerson } from './popolo-shape.ts';

/**
 * Reads a directory from Popolo JSON (https://www.popoloproject.com/specs/), with or without `meta`
 * as EveryPolitician adds it. A fault in one entry never loses another: it becomes a warning.
 * `fileName` names a file that does not name itself; `today` (ISO day) tells which terms have ended
 * in the meantime; `said` goes before what the file says of itself. An unreadable file comes back
 * with the reason in one sentence.
 */
export function readPopolo(
  text: string,
  fileName = '',
  today = '',
  said: Partial<DirectoryMeta> = {},
): ReadDirectory | Unreadable {
  const opened = open(text);
  if ('reason' in opened) return unreadable(opened.reason);
  const warnings = collectWarnings();
  const file = popoloFile.parse(opened.json);
  const persons = identified(file.persons, warnings);
  const lost = opened.entries - file.persons.length;
  if (lost > 0) warnings.add('entry', `${lost} of the entries under persons are no persons; left out.`);
  if (persons.size === 0) return unreadable('None of the persons in this file has a name.');
  const meta = { ...metaOf(file), ...said };
  const directory = readDirectory(meta, fileName, warnings);
  const day = today > directory.asOf ? today : directory.asOf;
  const posts = currentPosts(file, meta.country, day, warnings);
  const nowhere = { ...noPost, country: readCountry('', [], meta.country) };
  const representatives = [...persons].map(([key, person]): Representative => {
    const { contactDetails, ...post } = posts.get(key) ?? nowhere;
    return { key, name: person.name, ...post, ...readContact(person, contactDetails, warnings), timeZone: '' };
  });
  warnAcross(representatives, day, warnings);
  return { outcome: 'read', directory, representatives, warnings: warnings.list() };
}

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

const metaOf = ({ meta }: PopoloFile): DirectoryMeta => ({
  id: meta.id,
  title: meta.title,
  source: meta.source || meta.source_repo || meta.sources.replaceAll('\n', ', '),
  licence: meta.licence || meta.license,
  asOf: meta.data_as_of,
  timeZone: meta.time_zone,
  demonstration: meta.demonstration,
  country: meta.country,
  usableForSending: meta.usable_for_sending,
});

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
