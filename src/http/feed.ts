import { isoDay, isoTime } from '../domain/clock.ts';
import { milestonesOf, type Milestone } from '../domain/milestones.ts';
import { xmlText } from '../domain/xml.ts';
import { argumentIn, closingTime, pathOf, textLocaleOf } from '../settings/campaign.ts';
import { historyByDay } from '../store/figures.ts';
import { textVersions } from '../store/texts.ts';
import { formatNumber } from '../strings/format.ts';
import { shownLocale } from '../strings/strings.ts';
import { problem } from './problem.ts';
import { encoded, sharedData } from './respond.ts';
import { visitOf, type Request, type Site, type Visit } from './site.ts';

/** `GET /{campaign}/feed.xml`: what the campaign has reached, as an Atom feed (RFC 4287). */
export const sendFeed =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const { id, settings } = visit.campaign;
    const key = `/feed.xml ${settings.slug} ${visit.locale} ${isoDay(site.now())}`;
    const body = await site.pages.get(key, `figures:${id}`, () => feedOf(site, visit));
    return encoded(site, request, body, sharedData('application/atom+xml; charset=utf-8'));
  };

async function feedOf(site: Site, visit: Visit): Promise<string> {
  const { campaign, locale } = visit;
  const { settings } = campaign;
  const url = site.config.siteUrl + pathOf(settings, locale);
  const milestones = await milestonesIn(site, visit);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${shownLocale(locale)}">
  <id>${xmlText(`${url}/feed.xml`)}</id>
  <title xml:lang="${textLocaleOf(settings, locale)}">${xmlText(argumentIn(settings, locale).title)}</title>
  <updated>${isoTime(milestones[0]?.at ?? 0)}</updated>
  <author><name>${xmlText(settings.publisher.name)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xmlText(`${url}/feed.xml`)}"/>
  <link rel="alternate" type="text/html" href="${xmlText(url)}"/>
${milestones.map((milestone) => entryOf(milestone, url, visit)).join('')}</feed>
`;
}

function entryOf(milestone: Milestone, url: string, { campaign, locale, strings: { feed } }: Visit): string {
  const title =
    milestone.kind === 'goal'
      ? feed.goal(formatNumber(shownLocale(locale), milestone.goal))
      : feed.titles[milestone.kind];
  // It is given once, in the default language.
  const isAnswer = milestone.kind === 'answered';
  const spoken = isAnswer ? ` xml:lang="${campaign.settings.defaultLocale}"` : '';
  return `  <entry>
    <id>${xmlText(`${url}#${milestone.key}`)}</id>
    <title>${xmlText(title)}</title>
    <updated>${isoTime(milestone.at)}</updated>
    <link rel="alternate" type="text/html" href="${xmlText(url)}"/>
    <content type="text"${spoken}>${xmlText(isAnswer ? milestone.answer : title)}</content>
  </entry>
`;
}

async function milestonesIn({ store: { read } }: Site, { campaign, locale }: Visit): Promise<Milestone[]> {
  const { id, settings, wordings } = campaign;
  const [first] = await textVersions(read, id, 'petition', settings.defaultLocale);
  return milestonesOf({
    openedAt: first?.since_at ?? 0,
    changedOn: wordings[locale]?.petitionChangedOn ?? [],
    goals: settings.goals,
    days: await historyByDay(read, id),
    handedOverAt: settings.outcome?.handedOverAt,
    answer: settings.outcome?.answer,
    closedAt: closingTime(settings),
  });
}
