import { lettersWaiting } from '../../campaign/letters-waiting.ts';
import { daySeconds, hourSeconds, isoTime, toHour } from '../../domain/clock.ts';
import { argumentIn } from '../../settings/campaign.ts';
import { deliveryTotals, letterCounts, representativeCounts } from '../../store/letter-figures.ts';
import { mailOutcomes, waitingMails } from '../../store/mail-figures.ts';
import { oldestUnsentAt } from '../../store/outbox.ts';
import {
  confirmationDelays,
  countryCounts,
  eventDays,
  eventHours,
  strongSources,
} from '../../store/signature-figures.ts';
import { confirmedByOrigin, signatureCounts } from '../../store/signatures.ts';
import type { Site } from '../site.ts';
import { dashboardView, mostRows, shownHours } from './dashboard-view.ts';
import { forCampaign } from './door.ts';
import { organizePage } from './organize-page.ts';
import { standingOf } from './standing.ts';

/** `GET /organize/{campaign}`: how it goes. Tallies and indexed reads only, so that it is as quick at ten million signatures. */
export const showDashboard = (site: Site) =>
  forCampaign(site, 'viewer', async (asked) => {
    const { id, settings } = asked.campaign;
    const { read } = site.store;
    const now = site.now();
    const lastDay = toHour(now) - daySeconds + hourSeconds;
    const [signatures, letters, mail, standing] = await Promise.all([
      together({
        counts: signatureCounts(read, id),
        origins: confirmedByOrigin(read, id),
        days: eventDays(read, id),
        hours: eventHours(read, id, toHour(now) - (shownHours - 1) * hourSeconds),
        countries: countryCounts(read, id),
        sources: strongSources(read, id, mostRows),
        delays: confirmationDelays(read, id),
      }),
      together({
        counts: letterCounts(read, id),
        deliveries: deliveryTotals(read, id),
        representatives: representativeCounts(read, id, mostRows),
        waiting: lettersWaiting(site, asked.campaign, site.sending),
      }),
      together({ waiting: waitingMails(read), oldestAt: oldestUnsentAt(read), outcomes: mailOutcomes(read, lastDay) }),
      standingOf(site, asked.campaign),
    ]);
    const { slug } = settings;
    const { title } = argumentIn(settings, settings.defaultLocale);
    const dashboard = {
      slug,
      title,
      standing,
      asOf: isoTime(now),
      ...dashboardView({ settings, closed: standing.closed, now, signatures, letters, mail }),
    };
    return organizePage(site, asked, '/organize/dashboard', { dashboard });
  });

/** Waits for all of them at once. */
async function together<Reads extends Record<string, Promise<unknown>>>(
  reads: Reads,
): Promise<{ [Name in keyof Reads]: Awaited<Reads[Name]> }> {
  const entries = await Promise.all(Object.entries(reads).map(async ([name, read]) => [name, await read] as const));
  return Object.fromEntries(entries) as { [Name in keyof Reads]: Awaited<Reads[Name]> };
}
