import { nameDomains } from '../../campaign/name-domains.ts';
import { burstsIn } from '../../domain/burst.ts';
import { daySeconds, hourSeconds, isoTime, toHour } from '../../domain/clock.ts';
import { isDisposable } from '../../domain/disposable.ts';
import { hourText, tagLabel } from '../../domain/invalidation.ts';
import { tagDays } from '../../domain/limits.ts';
import { mayAct } from '../../domain/organizer.ts';
import type { TrendView } from '../../organize-views.ts';
import {
  confirmedOfHours,
  disposableForms,
  honeypotForms,
  receivedByHour,
  strongTags,
  type StrongTag,
} from '../../store/trends.ts';
import { strings } from '../../strings/strings.ts';
import type { Site } from '../site.ts';
import { forCampaign } from './door.ts';
import { organizePage } from './organize-page.ts';

const hoursOfTags = 24;
/** More rows than these nobody reads. */
const mostTags = 20;
const daysOfBursts = 7;

/** `GET /organize/{campaign}/trends`: networks, mail domains and hours that stand out. Only what was counted before. */
export const showTrends = (site: Site) =>
  forCampaign(site, 'viewer', async (asked) => {
    const { id, settings } = asked.campaign;
    const db = site.store.read;
    const now = toHour(site.now());
    const hours = Array.from({ length: hoursOfTags }, (_, ago) => now - ago * hourSeconds);
    const lookAt = (fields: Record<string, string>): string | undefined =>
      mayAct(asked.organizer.role, 'editor')
        ? `/organize/${settings.slug}/invalidations/new?${new URLSearchParams(fields).toString()}`
        : undefined;

    const names = nameDomains(asked.campaign);
    const text = strings('en').organize.trends;
    const nameOf = (tag: string): string => {
      const name = names.get(tag);
      if (name === undefined) return tagLabel(tag);
      return isDisposable(`name@${name}`) ? text.disposable(name) : name;
    };
    const networks = summedUp(await strongTags(db, id, 'network', hours, mostTags));
    const domains = summedUp(await strongTags(db, id, 'domain', hours, mostTags));
    const since = now - tagDays * daySeconds;
    const confirmed = await confirmedOfHours(db, id, since);
    const bursts = burstsIn(await receivedByHour(db, id, since), now - daysOfBursts * daySeconds);
    return organizePage(site, asked, '/organize/trends', {
      slug: settings.slug,
      networks: networks.map(({ tag, ...rest }) => ({
        ...rest,
        label: tagLabel(tag),
        look: lookAt({ network: tag }),
      })),
      domains: domains.map(({ tag, ...rest }) => ({
        ...rest,
        label: nameOf(tag),
        look: lookAt({ domain: names.get(tag) ?? tag }),
      })),
      disposable: { ...(await disposableForms(db, id, since)), look: lookAt({ disposable: 'yes' }) },
      honeypot: { forms: await honeypotForms(db, id, since), look: lookAt({ honeypot: 'yes' }) },
      bursts: bursts.map(({ hour, count, usual }) => ({
        hour: isoTime(hour),
        count,
        usual,
        confirmed: Math.min(confirmed.get(hour) ?? 0, count),
        look: lookAt({ from: hourText(hour), to: hourText(hour + hourSeconds) }),
      })),
    });
  });

/** By tag, over all hours; the strongest first. */
const summedUp = (rows: readonly StrongTag[]): (Omit<TrendView, 'label' | 'look'> & { tag: string })[] =>
  [...Map.groupBy(rows, ({ tag }) => tag.toString('hex'))]
    .map(([tag, some]) => ({
      tag,
      forms: some.reduce((sum, { count }) => sum + count, 0),
      lastHour: isoTime(Math.max(...some.map(({ hour }) => hour))),
    }))
    .toSorted((one, other) => other.forms - one.forms)
    .slice(0, mostTags);
