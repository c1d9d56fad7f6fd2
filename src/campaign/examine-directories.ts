import { daySeconds, isoDay } from '../domain/clock.ts';
import { parseEmailAddress } from '../domain/email-address.ts';
import { directories, representativesIn } from '../store/directories.ts';
import type { DirectoryRow, RepresentativeRow } from '../store/schema.ts';
import type { Context } from './context.ts';
import type { Finding } from './examine.ts';

/** One thing that was looked at in a directory. What is `ok` needs nobody's attention. */
export interface DirectoryFinding extends Finding {
  directory: string;
  kind: 'age' | 'term' | 'unreachable' | 'no-email' | 'malformed' | 'bounced' | 'twice' | 'shared';
  /** Whom it is about; nobody where it is about the directory. */
  representatives: { key: string; name: string }[];
}

/** Half a year: by-elections and changes of address will have happened in any parliament. */
const freshDays = 180;

/**
 * What an organizer should look at in a directory, or in all of them; nothing about those that are well.
 * @returns undefined if there is no such directory
 */
export async function examineDirectories(
  { store, now }: Pick<Context, 'store' | 'now'>,
  id?: string,
): Promise<DirectoryFinding[] | undefined> {
  const wanted = (await directories(store.read)).filter((directory) => id === undefined || directory.id === id);
  if (id !== undefined && wanted.length === 0) return undefined;
  const findings: DirectoryFinding[] = [];
  for (const directory of wanted) {
    const rows = await representativesIn(store.read, directory.id);
    findings.push(...ageFindings(directory, now()), ...personFindings(directory.id, rows, isoDay(now())));
  }
  return findings;
}

function ageFindings({ id, as_of, imported_at }: DirectoryRow, seconds: number): DirectoryFinding[] {
  const since = as_of || isoDay(imported_at);
  const days = Math.floor((seconds - Date.parse(`${since}T00:00:00Z`) / 1000) / daySeconds);
  if (days <= freshDays) return [];
  const from = as_of === '' ? `was imported on ${since} and does not say how old it was then` : `is of ${since}`;
  const text = `The list ${from}, ${days} days ago: look for a newer one and import it.`;
  return [{ directory: id, kind: 'age', ok: false, text, representatives: [] }];
}

function personFindings(directory: string, rows: readonly RepresentativeRow[], day: string): DirectoryFinding[] {
  const left = rows.filter(({ ends_on }) => ends_on !== '' && ends_on < day);
  const sitting = rows.filter((row) => !left.includes(row));
  const silent = sitting.filter(({ email }) => email === '');
  const unreachable = silent.filter((row) => row.contact_form === '' && row.phone === '' && row.address === '');
  const found = (
    kind: DirectoryFinding['kind'],
    who: readonly RepresentativeRow[],
    level: Pick<Finding, 'ok' | 'note'>,
    text: string,
  ): DirectoryFinding[] =>
    who.length === 0
      ? []
      : [{ directory, kind, ...level, text: `${text} (${listed(who)})`, representatives: who.map(nameOf) }];
  const trouble = { ok: false };
  const note = { ok: true, note: true } as const;
  return [
    ...found('term', left, trouble, 'The term has ended, so that nobody can write to them: import a newer list'),
    ...found('unreachable', unreachable, trouble, 'Without an e-mail address or any other way to be reached'),
    ...found('no-email', without(silent, unreachable), note, 'Without an e-mail address, reached in other ways only'),
    ...found('malformed', sitting.filter(isMalformed), trouble, 'The e-mail address cannot be used'),
    ...found('bounced', sitting.filter(hasBounced), trouble, 'The address refused mail: look for the right one'),
    ...found('twice', alike(sitting, personName), trouble, 'One name in one area, so perhaps one person twice'),
    ...found('shared', alike(sitting, mailbox), note, 'Several share an address, which gets a letter for each'),
  ];
}

const isMalformed = ({ email }: RepresentativeRow): boolean => email !== '' && parseEmailAddress(email) === undefined;
const hasBounced = ({ bounced_at }: RepresentativeRow): boolean => bounced_at !== null;
const personName = (row: RepresentativeRow): string => `${row.name.toLowerCase()}\n${row.area_id}\n${row.area_name}`;
const mailbox = ({ email }: RepresentativeRow): string => email.toLowerCase();
const nameOf = ({ key, name }: RepresentativeRow) => ({ key, name });

const without = <T>(all: readonly T[], some: readonly T[]): T[] => all.filter((one) => !some.includes(one));

/** Those who have the same text as another, if it is not ''. */
const alike = (rows: readonly RepresentativeRow[], textOf: (row: RepresentativeRow) => string): RepresentativeRow[] =>
  [...Map.groupBy(rows, textOf)]
    .filter(([text, group]) => text !== '' && group.length > 1)
    .flatMap(([, group]) => group);

/** "7: Ada, Sam, Dora, …" */
const listed = (rows: readonly RepresentativeRow[]): string => {
  const names = rows.slice(0, 3).map(({ name }) => name);
  return `${rows.length}: ${[...names, ...(rows.length > names.length ? ['…'] : [])].join(', ')}`;
};
