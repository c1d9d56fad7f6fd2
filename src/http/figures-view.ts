import { isoDay } from '../domain/clock.ts';
import { countryFigures } from '../domain/country-figures.ts';
import { countChange, type HistoryAt } from '../domain/published-history.ts';
import { eventTotals, historyByDay, siteCountries } from '../store/figures.ts';
import { settledInvalidations } from '../store/invalidations.ts';
import type { Reading } from '../store/schema.ts';
import { signatureCounts } from '../store/signatures.ts';
import type { DayView, FiguresView, QualityView, RemovalView } from '../views.ts';

/** Enough to see a campaign's course, few enough to read. All of it is in the files. */
const shownDays = 60;

/** What anybody may see of how a campaign's count came about. */
export async function figuresView(db: Reading, campaignId: number): Promise<FiguresView> {
  return { ...(await figuresOf(db, campaignId)), days: lastDays(await historyByDay(db, campaignId)) };
}

/** The same without its history. */
export async function figuresOf(db: Reading, campaignId: number): Promise<Omit<FiguresView, 'days'>> {
  return {
    quality: await qualityOf(db, campaignId),
    removals: await removalsOf(db, campaignId),
    countries: countryFigures(await siteCountries(db, campaignId)),
  };
}

async function qualityOf(db: Reading, campaignId: number): Promise<QualityView> {
  const { received, confirmed, withdrawn, expired, erased, bounced } = await eventTotals(db, campaignId);
  const { invalidated } = await signatureCounts(db, campaignId);
  return { received, confirmed, withdrawn, expired, erased, bounced, invalidated };
}

/** Every time that organizers took signatures out of the count, the newest first. */
export const removalsOf = async (db: Reading, campaignId: number): Promise<RemovalView[]> =>
  (await settledInvalidations(db, campaignId)).map(({ settled_at, undone_at, confirmed, reason }) => ({
    on: isoDay(settled_at),
    count: confirmed,
    reason,
    undoneOn: undone_at === null ? undefined : isoDay(undone_at),
  }));

function lastDays(days: readonly HistoryAt[]): DayView[] {
  let total = 0;
  return days
    .map(({ at, ...counts }) => ({ ...counts, day: isoDay(at), total: (total += countChange(counts)) }))
    .slice(-shownDays)
    .toReversed();
}
