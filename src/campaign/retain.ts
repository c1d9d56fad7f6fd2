import { daySeconds, hourSeconds, toHour } from '../domain/clock.ts';
import { askedLinkDays, mailPeriodOf, settledMailDays } from '../domain/limits.ts';
import { campaignById, updateCampaign } from '../store/campaigns.ts';
import { forgetOldCodeTries } from '../store/code-tries.ts';
import { deleteLinksBefore } from '../store/links.ts';
import { forgetMailHours, forgetSettled } from '../store/outbox.ts';
import { forgetReleases } from '../store/releases.ts';
import { shredMailKeys } from '../store/mail-keys.ts';
import {
  allLetters,
  allSignatures,
  letterTexts,
  unconfirmedInvalidated,
  unconfirmedResubmissions,
  unconfirmedSignatures,
  unverifiedLetters,
  type DueRecords,
} from '../store/retention.ts';
import type { Context, RunningCampaign } from './context.ts';
import { endingOf } from './ending.ts';

/** What has been kept long enough. */
export const retained = [
  'unconfirmed signatures',
  'unconfirmed forms sent again',
  'unconfirmed letters',
  'texts of letters',
  'signatures after the campaign',
  'letters after the campaign',
] as const;
export type Retained = Record<(typeof retained)[number], number>;

/** A campaign as far as retention asks. */
type Subject = Pick<RunningCampaign, 'id' | 'settings' | 'unreadable'>;

/** Small enough that a signer who comes in between hardly waits. */
const atOnce = 200;
const settledAtOnce = 1000;

/**
 * Deletes what campaign.yaml says is not kept any longer; but nothing at the campaign's end while a damaged setting leaves open when that is.
 * Can be interrupted anywhere and run again.
 * @param gone told of every handful that went
 * @returns how many of each went
 */
export async function retain(
  { store, now }: Pick<Context, 'store' | 'now'>,
  campaign: Subject,
  gone: (count: number) => void = () => {},
): Promise<Retained> {
  const counts = noneRetained();
  const over = await isOver({ store, now }, campaign);
  for (const [what, due] of dueRecords(campaign, over, now()))
    for (;;) {
      const forgotten = await store.write((writing) => due.forget(writing, atOnce));
      counts[what] += forgotten;
      gone(forgotten);
      if (forgotten < atOnce) break;
    }
  return counts;
}

/** The same without deleting: how many of each would go now. */
export async function previewRetention(
  { store, now }: Pick<Context, 'store' | 'now'>,
  campaign: Subject,
): Promise<Retained> {
  const counts = noneRetained();
  const row = await campaignById(store.read, campaign.id);
  const over = row !== undefined && endingOf(campaign, row, now()) === 'over';
  for (const [what, due] of dueRecords(campaign, over, now())) counts[what] += await due.count(store.read);
  if (over) {
    // Those went before.
    counts['signatures after the campaign'] -= counts['unconfirmed signatures'];
    counts['letters after the campaign'] -= counts['unconfirmed letters'];
  }
  return counts;
}

/**
 * What is left of requests that are over, in every campaign: links that were asked for, tries at codes, keys of sent
 * mail, and after some weeks that there was one.
 */
export async function retainTraces({ store, now }: Pick<Context, 'store' | 'now'>): Promise<void> {
  const at = now();
  await store.write(async (writing) => {
    await deleteLinksBefore(writing, madeBy(at, askedLinkDays));
    await forgetOldCodeTries(writing, at);
    // Ten minutes of grace: a request that took its key at the last moment may still be writing.
    await shredMailKeys(writing, mailPeriodOf(at) - 1);
    await forgetReleases(writing, at - 2 * daySeconds);
    await forgetMailHours(writing, madeBy(at, settledMailDays));
  });
  const before = madeBy(at, settledMailDays);
  while ((await store.write((writing) => forgetSettled(writing, before, settledAtOnce))) > 0);
}

function dueRecords(campaign: Subject, over: boolean, now: number): [keyof Retained, DueRecords][] {
  const { id, settings } = campaign;
  const { unconfirmedDays, letterTextDays } = settings.retention;
  const unconfirmedBy = madeBy(now, unconfirmedDays);
  return [
    ['unconfirmed signatures', unconfirmedSignatures(id, unconfirmedBy, now)],
    ['unconfirmed signatures', unconfirmedInvalidated(id, unconfirmedBy, now)],
    ['unconfirmed forms sent again', unconfirmedResubmissions(id, unconfirmedBy)],
    ['unconfirmed letters', unverifiedLetters(id, unconfirmedBy)],
    ['texts of letters', letterTexts(id, madeBy(now, letterTextDays), toHour(now))],
    ...(over
      ? ([
          ['signatures after the campaign', allSignatures(id, toHour(now))],
          ['letters after the campaign', allLetters(id, toHour(now))],
        ] as const)
      : []),
  ].map(([what, due]) => [what, due] as [keyof Retained, DueRecords]);
}

/** The same, and remembers since when it has been known. */
const isOver = ({ store, now }: Pick<Context, 'store' | 'now'>, campaign: Subject): Promise<boolean> =>
  store.write(async (writing) => {
    const row = await campaignById(writing.db, campaign.id);
    if (row === undefined) return false;
    const ending = endingOf(campaign, row, now());
    const seenAt = ending === 'not-soon' ? null : (row.ending_seen_at ?? toHour(now()));
    if (seenAt !== row.ending_seen_at) await updateCampaign(writing, campaign.id, { ending_seen_at: seenAt });
    return ending === 'over';
  });

/** Stored times are floored to the hour, hence the hour: nobody's week is shorter than a week. */
const madeBy = (now: number, days: number): number => now - days * daySeconds - hourSeconds;

const noneRetained = (): Retained => Object.fromEntries(retained.map((what) => [what, 0])) as Retained;
