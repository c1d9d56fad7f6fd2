import { newestNames } from '../campaign/shown-names.ts';
import { petitionText } from '../domain/wording.ts';
import { argumentIn, isClosed, nextGoal, pathOf, textLocaleOf } from '../settings/campaign.ts';
import { confirmedByOrigin } from '../store/signatures.ts';
import { consentWording } from '../strings/consent-wording.ts';
import type { CampaignView } from '../views.ts';
import { removalsOf } from './figures-view.ts';
import { honeypotName } from './honeypot.ts';
import type { Site, Visit } from './site.ts';

/** Enough to show that people stand behind it, few enough to read. */
const recentNames = 5;

/** The rest is a click away. */
const latestRemovals = 3;

/** A campaign as its pages show it, with the count of this moment. */
export async function campaignView(
  site: Site,
  { campaign, locale }: Pick<Visit, 'campaign' | 'locale'>,
): Promise<CampaignView> {
  const { id, settings, wordings } = campaign;
  const { slug, moderation } = settings;
  const argument = argumentIn(settings, locale);
  const { site: confirmed, ...elsewhere } = await confirmedByOrigin(site.store.read, id);
  const removals = await removalsOf(site.store.read, id);
  return {
    slug,
    path: pathOf(settings, locale),
    languages: campaign.locales.toSorted().map((other) => ({
      locale: other,
      path: pathOf(settings, other),
      byDefault: other === settings.defaultLocale,
      shown: other === locale,
    })),
    locale,
    textLocale: textLocaleOf(settings, locale),
    defaultLocale: settings.defaultLocale,
    title: argument.title,
    summary: argument.summary,
    addressee: argument.addressee,
    ask: petitionText(argument.ask),
    askChangedOn: wordings[locale]?.petitionChangedOn ?? [],
    credit: argument.credit,
    publisher: settings.publisher,
    count: confirmed,
    elsewhere,
    removals: removals.filter(({ count }) => count > 0).slice(0, latestRemovals),
    goal: nextGoal(settings, confirmed),
    closed: isClosed(settings, site.now()),
    paused: settings.signingPaused === true,
    closesAt: settings.closesAt,
    outcome: settings.outcome,
    fields: settings.fields,
    consent: consentWording(settings.publisher.name, locale),
    letters: settings.letter.enabled && !isClosed(settings, site.now()),
    honeypot: honeypotName(site.vault, slug),
    recent: await newestNames(site.store.read, site.vault, { id, slug, moderation }, recentNames, site.brokenName),
  };
}
