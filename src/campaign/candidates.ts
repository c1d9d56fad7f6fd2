import { coversCountry } from '../domain/area.ts';
import { foldText } from '../domain/fold-text.ts';
import { targetsFor, type TargetRule } from '../domain/target.ts';
import type { BriefRepresentative } from '../store/directories.ts';

/** Somebody whom a campaign lets a writer write to. */
export interface Candidate {
  person: BriefRepresentative;
  text: string;
  everywhere: boolean;
}

export interface Area {
  id: string;
  name: string;
}

/**
 * Whom the rules let somebody in the country write to. Directories for every country (`*`) answer only where no other does, so
 * that an imported parliament takes the demonstration's place.
 */
export function targeted(
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

/** Areas within the country that somebody of its own stands for. */
export function areasOf(all: readonly Candidate[], country: string): Area[] {
  const names = new Map<string, string>();
  for (const { person, everywhere } of all)
    if (!everywhere && !coversCountry(person.area_id, country))
      names.set(person.area_id, person.area_name || person.area_id);
  return [...names].map(([id, name]) => ({ id, name }));
}

/** Those of the areas, and behind them who answers for the whole country or every one, and so for each area. */
export function narrowed(all: readonly Candidate[], areas: ReadonlySet<string>, country: string): readonly Candidate[] {
  if (areas.size === 0) return all;
  const isWide = ({ person, everywhere }: Candidate): boolean => everywhere || coversCountry(person.area_id, country);
  return [
    ...all.filter((candidate) => areas.has(candidate.person.area_id) && !isWide(candidate)),
    ...all.filter(isWide),
  ];
}

/** Whether each word of a search stands in name, area or party, with whatever accents and case. */
export function matching(search: string): (candidate: Candidate) => boolean {
  const words = foldText(search)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return ({ person: { name, area_name, party } }) => {
    const text = foldText(`${name} ${area_name} ${party}`);
    return words.every((word) => text.includes(word));
  };
}
