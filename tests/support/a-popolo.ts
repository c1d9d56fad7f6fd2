import type { ReadDirectory } from '../../src/forms/directory-file.ts';
import { readPopolo } from '../../src/forms/popolo.ts';
import type { Representative } from '../../src/domain/directory.ts';

/** A Popolo file about two made-up members of a made-up parliament; a test replaces what it is about. */
export function aPopolo(changes: Record<string, unknown> = {}) {
  return {
    meta: { title: 'Example Parliament', country: 'GB', data_as_of: '2026-11-01' },
    organizations: [
      { id: 'parliament', name: 'Example Parliament', classification: 'legislature' },
      { id: 'party', name: 'Example Party', classification: 'party' },
    ],
    areas: [{ id: 'north', name: 'Example North' }],
    persons: [aPerson(), aPerson({ id: 'sam', name: 'Sam Sample', email: 'sam.sample@example.org' })],
    memberships: [aMembership(), aMembership({ person_id: 'sam' })],
    ...changes,
  };
}

export const aPerson = (changes: Record<string, unknown> = {}) => ({
  id: 'ada',
  name: 'Ada Example',
  email: 'ada.example@example.org',
  ...changes,
});

export const aMembership = (changes: Record<string, unknown> = {}) => ({
  person_id: 'ada',
  organization_id: 'parliament',
  on_behalf_of_id: 'party',
  area_id: 'north',
  role: 'MP',
  ...changes,
});

/** Ada has an address; the others can be reached in one other way each, and Nemo in none. */
export function aPopoloOfWays() {
  const by = (id: string, name: string, ...details: [type: string, value: string][]) =>
    aPerson({ id, name, email: '', contact_details: details.map(([type, value]) => ({ type, value })) });
  const persons = [
    aPerson(),
    by('fiona', 'Fiona Form', ['contact_form', 'https://fiona.example.org/contact']),
    by('phil', 'Phil Phone', ['phone', '+44 20 7946 0123']),
    by('posy', 'Posy Post', ['address', '1 Example Street, Exampleton EX1 1AA']),
    by('nemo', 'Nemo Nowhere'),
  ];
  return aPopolo({ persons, memberships: persons.map(({ id }) => aMembership({ person_id: id })) });
}

/** Reads what a test expects to be readable. */
export function imported(file: unknown, fileName?: string, today?: string): ReadDirectory {
  const read = readPopolo(typeof file === 'string' ? file : JSON.stringify(file), fileName, today);
  if (read.outcome === 'unreadable') throw new Error(read.reason);
  return read;
}

/** The file of one person, as changed, and what became of her. */
export function importedPerson(changes: Record<string, unknown>): {
  ada: Representative | undefined;
  warnings: string[];
} {
  const read = imported(aPopolo({ persons: [aPerson(changes)], memberships: [aMembership()] }));
  return { ada: read.representatives[0], warnings: messages(read) };
}

export const messages = (read: ReadDirectory): string[] => read.warnings.map(({ message }) => message);
