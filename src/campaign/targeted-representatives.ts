import type { LetterInput } from '../domain/letter.ts';
import { targetsFor } from '../domain/target.ts';
import type { Campaign } from '../settings/campaign.ts';
import { chosenRepresentatives, type Sending } from '../store/fit-representatives.ts';
import type { RepresentativeRow } from '../store/schema.ts';
import type { Context } from './context.ts';

/**
 * The representatives that a writer chose, in their order; undefined if one of them cannot be written to, or is none of those
 * that the campaign's rules let somebody in the writer's country write to.
 */
export async function targetedRepresentatives(
  context: Pick<Context, 'store' | 'now'>,
  { letter: { targets } }: Campaign,
  sending: Sending,
  { country, representatives }: Pick<LetterInput, 'country' | 'representatives'>,
): Promise<RepresentativeRow[] | undefined> {
  const rows = await chosenRepresentatives(context, sending, representatives);
  if (targets === undefined || rows === undefined) return rows;
  const targetOf = targetsFor(targets, country);
  return rows.every((row) => targetOf(row) !== undefined) ? rows : undefined;
}
