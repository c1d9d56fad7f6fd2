import type { ImportWarning } from '../domain/directory.ts';

export interface WarningCollector {
  /** `kind` groups warnings and names them in the summary, as in "broken e-mail address". */
  add(kind: string, message: string, key?: string): void;
  /** For what is only worth a number: one warning, "`message`: 4 persons." */
  tally(message: string): void;
  list(): ImportWarning[];
}

/** More of one kind than this tell an organizer nothing new. */
const shownPerKind = 5;

/** Gathers an import's warnings by kind; past the first few of a kind it only counts. */
export function collectWarnings(): WarningCollector {
  const kinds = new Map<string, { shown: ImportWarning[]; more: number }>();
  const tallies = new Map<string, number>();
  return {
    add(kind, message, key) {
      const group = kinds.get(kind) ?? { shown: [], more: 0 };
      kinds.set(kind, group);
      if (group.shown.length === shownPerKind) group.more += 1;
      else group.shown.push(key === undefined ? { message } : { key, message });
    },
    tally: (message) => void tallies.set(message, (tallies.get(message) ?? 0) + 1),
    list: () => [
      ...[...tallies].map(([message, count]) => ({ message: `${message}: ${persons(count)}.` })),
      ...[...kinds].flatMap(([kind, { shown, more }]) =>
        more === 0 ? shown : [...shown, { message: `And ${more} more of this kind: ${kind}.` }],
      ),
    ],
  };
}

const persons = (count: number): string => (count === 1 ? '1 person' : `${count} persons`);
