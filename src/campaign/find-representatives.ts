import { coversCountry } from '../domain/area.ts';
import { isoDay } from '../domain/clock.ts';
import { foldText } from '../domain/fold-text.ts';
import { everywhereDirectories, targetsFor, textsOf, type TargetRule } from '../domain/target.ts';
import {
  directories,
  representativesById,
  representativesFor,
  type BriefRepresentative,
} from '../store/directories.ts';
import { isOffered, type Sending } from '../store/fit-representatives.ts';
import type { DirectoryRow, RepresentativeRow } from '../store/schema.ts';
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
  areas: { id: string; name: string }[];
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
  const { country, chosen } = wanted;
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
  const kept = all.map(({ person }) => person.id).filter((id) => chosen.includes(id) && !first.includes(id));
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

interface Candidate {
  person: BriefRepresentative;
  text: string;
  everywhere: boolean;
}

/**
 * Whom the rules let somebody in the country write to. Directories for every country (`*`) answer only where no other does, so
 * that an imported parliament takes the demonstration's place.
 */
function targeted(
  persons: readonly BriefRepresentative[],
  rules: readonly TargetRule[] | undefined,
  country: string,
): Candidate[] {
  const targetOf = targetsFor(rules, country);
  const all = persons.flatMap((person): Candidate[] => {
    const target = targetOf(person);
    return target === undefined ? [] : [{ person, text: target.text, everywhere: target.everywhere }];
  });
  const isOwn = ({ person, everywhere }: Candidate): boolean => !everywhere && person.country === country;
  return all.some(isOwn) ? all.filter((candidate) => isOwn(candidate) || candidate.everywhere) : all;
}

function areasOf(all: readonly Candidate[], country: string): Found['areas'] {
  const names = new Map<string, string>();
  for (const { person, everywhere } of all)
    if (!everywhere && !coversCountry(person.area_id, country))
      names.set(person.area_id, person.area_name || person.area_id);
  return [...names].map(([id, name]) => ({ id, name }));
}

/** Those of the areas, and behind them who answers for the whole country or every one, and so for each area. */
function narrowed(all: readonly Candidate[], areas: ReadonlySet<string>, country: string): readonly Candidate[] {
  if (areas.size === 0) return all;
  const isWide = ({ person, everywhere }: Candidate): boolean => everywhere || coversCountry(person.area_id, country);
  return [...all.filter(({ person }) => areas.has(person.area_id)), ...all.filter(isWide)];
}

function matching(search: string): (candidate: Candidate) => boolean {
  const words = foldText(search)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return ({ person: { name, area_name, party } }) => {
    const text = foldText(`${name} ${area_name} ${party}`);
    return words.every((word) => text.includes(word));
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
