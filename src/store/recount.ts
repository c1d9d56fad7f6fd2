import { dayOf, toHour, hourSeconds } from '../domain/clock.ts';
import type { Origin, SignatureEvent, SignatureState } from '../domain/signature.ts';
import { tallyConfirmed } from './trends.ts';
import type { Writing } from './writer.ts';

/** What of a signature is counted. */
interface Counted {
  campaign_id: number;
  state: SignatureState;
  origin?: Origin | undefined;
  country: string;
  source: string;
  petition_text_id: number;
  created_at: number;
  confirmed_at?: number | null | undefined;
}

/** From here on a delay counts as this long: links live a week. */
const mostDelayHours = 168;

/**
 * Moves a signature from where it was counted to where it counts now, in the same transaction.
 * @param before undefined: it is new
 * @param after undefined: it is gone
 * @param at when that happens, in seconds
 */
export function recount(writing: Writing, before: Counted | undefined, after: Counted | undefined, at: number): void {
  for (const [row, by] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (row === undefined) continue;
    const { campaign_id, state, origin = 'site', country, source } = row;
    writing.tally('signature_counts', { campaign_id, origin, state }, by);
    if (state !== 'confirmed') continue;
    writing.tally('signature_countries', { campaign_id, origin, country }, by);
    writing.tally('signature_texts', { campaign_id, origin, text_id: row.petition_text_id }, by);
    if (origin === 'site') writing.tally('signature_sources', { campaign_id, source, state }, by);
    writing.touch('counts');
    writing.touch(`campaign:${campaign_id}`);
  }
  if (before?.state === 'confirmed' && after?.state !== 'confirmed') writing.touch(`removed:${before.campaign_id}`);
  noteEvents(writing, gatheredHere(before), gatheredHere(after), at);
}

/** One that was gathered elsewhere and is confirmed here is new here. */
const gatheredHere = (row: Counted | undefined): Counted | undefined =>
  (row?.origin ?? 'site') === 'site' ? row : undefined;

/** What history tells: of signatures that were gathered here. */
function noteEvents(writing: Writing, before: Counted | undefined, after: Counted | undefined, at: number): void {
  const row = after ?? before;
  if (row === undefined) return;
  const { campaign_id } = row;
  writing.touch(`figures:${campaign_id}`);
  if (before === undefined && after !== undefined) {
    writing.tally('signature_sources', { campaign_id, source: after.source, state: 'received' }, 1);
    tallyEvent(writing, campaign_id, 'received', after.created_at);
  }
  const event = eventOf(before?.state, after?.state);
  if (event !== undefined) tallyEvent(writing, campaign_id, event, at);
  if (event === 'confirmed' && after?.confirmed_at != null) {
    tallyConfirmed(writing, campaign_id, after.created_at);
    const hours = Math.floor((after.confirmed_at - toHour(after.created_at)) / hourSeconds);
    writing.tally('confirmation_delays', { campaign_id, hours: Math.min(Math.max(hours, 0), mostDelayHours) }, 1);
  }
}

/** What happened to one signature, by hour and by day. @param at in seconds */
export function tallyEvent(writing: Writing, campaignId: number, event: SignatureEvent, at: number): void {
  writing.tally('signature_hours', { campaign_id: campaignId, hour: toHour(at), event }, 1);
  writing.tally('signature_days', { campaign_id: campaignId, day: dayOf(at), event }, 1);
}

function eventOf(before: SignatureState | undefined, after: SignatureState | undefined): SignatureEvent | undefined {
  if (before === after) return undefined;
  if (after === 'confirmed') return before === 'invalidated' ? 'reinstated' : 'confirmed';
  if (after === 'expired') return 'expired';
  if (before !== 'confirmed') return undefined;
  if (after === undefined) return 'erased';
  return after === 'withdrawn' || after === 'invalidated' ? after : undefined;
}
