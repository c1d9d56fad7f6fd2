import type { Representative } from '../domain/directory.ts';
import { isFreemail } from '../domain/freemail.ts';
import type { WarningCollector } from './import-warnings.ts';

/** Warns of what only shows when the representatives stand side by side. `day` is ISO, '' if unknown. */
export function warnAcross(all: readonly Representative[], day: string, warnings: WarningCollector): void {
  for (const { endsOn, country, email } of all) {
    if (endsOn !== '' && endsOn < day) warnings.tally(`The term ended before ${day}; look for a newer file`);
    if (country === '') warnings.tally('No country is known, so that nobody finds them by theirs');
    if (isFreemail(email))
      warnings.tally('The address is at a provider of private mailboxes: is it the office’s? It is kept');
  }
  for (const [name, group] of several(all, (representative) => representative.name)) {
    warnings.add('name of several persons', `${group.length} persons are called ${name}.`, group[0]?.key);
  }
  const shared = several(all, ({ email }) => email.toLowerCase());
  if (shared.length === 0) return;
  const persons = shared.reduce((sum, [, group]) => sum + group.length, 0);
  const addresses = shared.length === 1 ? 'One e-mail address is' : `${shared.length} e-mail addresses are`;
  warnings.add('shared address', `${addresses} shared by several persons, ${persons} in all; each of them is kept.`);
}

/** Groups of two and more that have the same text, if it is not ''. */
function several(
  all: readonly Representative[],
  textOf: (representative: Representative) => string,
): [string, Representative[]][] {
  return [...Map.groupBy(all, textOf)].filter(([text, group]) => text !== '' && group.length > 1);
}
