import { isoDay } from '../domain/clock.ts';
import { everywhereDirectories, textsOf, type TargetRule } from '../domain/target.ts';
import { directories, representativesById, representativesFor } from '../store/directories.ts';
import { isOffered, type Sending } from '../store/fit-representatives.ts';
import type { DirectoryRow, RepresentativeRow } from '../store/schema.ts';
import { areasOf, matching, narrowed, targeted, type Area, type Candidate } from './candidates.ts';
import type { Context } from './context.ts';

/** What a writer looks for. Everything but the country may be left open. */
export interface Wanted {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Ids; areas that nobody answers for are ignored. */
  areas: readonly string[];
  /** Words of a name, an area or a party. */
  search: string;
  /** Representatives whose letters start with this text. */
  text: string;
  /** Ids of representatives who are shown in any case. */
  chosen: readonly number[];
}

export interface FoundDirectory {
  directory: DirectoryRow;
  representatives: RepresentativeRow[];
}

export interface Found {
  /** Whether anybody can be written to from this country. */
  anybody: boolean;
  /** Areas within the country in which somebody does. */
  areas: Area[];
  /** Those of `areas` that were looked for. */
  within: string[];
  /** The text that letters to `directories` start with. */
  text: string;
  directories: FoundDirectory[];
  /** How many more fit. */
  rest: number;
  /** Who else fits, by the text that letters to them start with. */
  others: { text: string; titles: string[]; count: number }[];
}

/** More than this nobody reads: a search or an area is quicker. */
const mostShown = 50;

/** Who can be written to from a country, by a campaign's rules. */
export async function findRepresentatives(
  { store, now }: Pick<Context, 'store' | 'now'>,
  sending: Sending,
  rules: readonly TargetRule[] | undefined,
  wanted: Wanted,
): Promise<Found> {
  const { country } = wanted;
  const day = isoDay(now());
  const offered = (await directories(store.read)).filter((directory) => isOffered(directory, sending));
  const all = targeted(
    await representativesFor(store.read, {
      country,
      day,
      offered: offered.map(({ id }) => id),
      everywhere: everywhereDirectories(rules),
    }),
    rules,
    country,
  );
  const areas = areasOf(all, country);
  const within = wanted.areas.filter((id) => areas.some((area) => area.id === id));
  const fitting = narrowed(all, new Set(within), country).filter(matching(wanted.search));
  const byText = Map.groupBy(fitting, ({ text }) => text);
  const texts = textsOf(rules).filter((text) => byText.has(text));
  const text = texts.includes(wanted.text) ? wanted.text : (texts[0] ?? wanted.text);
  const group = byText.get(text) ?? [];
  const first = group.slice(0, mostShown).map(({ person }) => person.id);
  const chosen = new Set(wanted.chosen.slice(0, mostShown));
  const kept = all.map(({ person }) => person.id).filter((id) => chosen.has(id) && !first.includes(id));
  const rows = new Map((await representativesById(store.read, [...kept, ...first], day)).map((row) => [row.id, row]));
  const shown = [...kept, ...first].map((id) => rows.get(id)).filter((row) => row !== undefined);
  return {
    anybody: all.length > 0,
    areas,
    within,
    text,
    directories: byDirectory(offered, shown),
    rest: group.length - first.length,
    others: texts
      .filter((other) => other !== text)
      .map((other) => ({
        text: other,
        titles: titlesOf(offered, byText.get(other) ?? []),
        count: byText.get(other)?.length ?? 0,
      })),
  };
}

/** The directory of the first one first. */
const byDirectory = (offered: readonly DirectoryRow[], rows: readonly RepresentativeRow[]): FoundDirectory[] =>
  [...Map.groupBy(rows, (row) => row.directory_id)].flatMap(([id, representatives]) => {
    const directory = offered.find((one) => one.id === id);
    return directory === undefined ? [] : { directory, representatives };
  });

const titlesOf = (offered: readonly DirectoryRow[], group: readonly Candidate[]): string[] =>
  offered.filter(({ id }) => group.some(({ person }) => person.directory_id === id)).map(({ title }) => title);
