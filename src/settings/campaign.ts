import { daySeconds } from '../domain/clock.ts';
import { nearestLocale, sameWriting } from '../domain/locale.ts';
import { plainText } from '../domain/target.ts';
import type { ArgumentFrontmatter, CampaignYaml } from './campaign-yaml.ts';

/** One campaign as its folder describes it. */
export interface Campaign extends CampaignYaml {
  /** What it says, by locale; always holds the default locale's. */
  arguments: Record<string, ArgumentFrontmatter>;
  /** When an organizer closed it, until they open it again or for good, in seconds; wins over the folder's settings. */
  closedAt?: number;
  /** Nobody can sign until an organizer lets it go on. */
  signingPaused?: boolean;
}

/**
 * The locales that a campaign is shown in, its default one first: those that it speaks, and the interface's `languages` that it does
 * not.
 */
export function localesOf(campaign: Campaign, languages: readonly string[]): string[] {
  const { defaultLocale, arguments: spoken } = campaign;
  const own = [defaultLocale, ...Object.keys(spoken).filter((locale) => locale !== defaultLocale)];
  return [...own, ...languages.filter((language) => !own.some((locale) => sameWriting(locale, language)))];
}

/** The language of the campaign's texts where it is shown in `locale`: the nearest that it speaks, else its default one. */
export const textLocaleOf = ({ arguments: spoken, defaultLocale }: Campaign, locale: string): string =>
  nearestLocale(locale, Object.keys(spoken)) ?? defaultLocale;

/** What the campaign says where it is shown in `locale`. */
export function argumentIn(campaign: Campaign, locale: string): ArgumentFrontmatter {
  const argument = campaign.arguments[textLocaleOf(campaign, locale)];
  if (argument === undefined) throw new Error(`campaign ${campaign.slug} speaks no language`);
  return argument;
}

/** What letters start with in `locale`. @param text `letter`, or the name of one of the argument's `letters` */
export function letterTextIn(campaign: Campaign, locale: string, text: string): ArgumentFrontmatter['letter'] {
  const { letter, letters } = argumentIn(campaign, locale);
  if (text === plainText) return letter;
  return letters !== undefined && Object.hasOwn(letters, text) ? letters[text] : undefined;
}

/** All that letters may start with in `locale`. */
export function letterTextsIn(campaign: Campaign, locale: string): NonNullable<ArgumentFrontmatter['letter']>[] {
  const { letter, letters } = argumentIn(campaign, locale);
  return [...(letter === undefined ? [] : [letter]), ...Object.values(letters ?? {})];
}

/** Closed from midnight UTC after the last day on which people could sign, or by an organizer. `now` is in seconds. */
export function isClosed(campaign: Campaign, now: number): boolean {
  if (campaign.outcome !== undefined || campaign.closedAt !== undefined) return true;
  return campaign.closesAt !== undefined && now >= endOfDay(campaign.closesAt);
}

/** When the campaign closes or did, in seconds; undefined while nobody has said so. */
export function closingTime({ closedAt, closesAt, outcome }: Campaign): number | undefined {
  const times = [
    closedAt,
    ...[closesAt, outcome?.handedOverAt].map((day) => (day === undefined ? undefined : endOfDay(day))),
  ].filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

const endOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000 + daySeconds;

/** The next goal that `count` has not reached, or the last one. */
export const nextGoal = (campaign: Campaign, count: number): number =>
  campaign.goals.find((goal) => goal > count) ?? campaign.goals.at(-1) ?? 0;

/** The campaign's path on the site; other than default locales stand in front. */
export const pathOf = (campaign: Campaign, locale: string): string =>
  locale === campaign.defaultLocale ? `/${campaign.slug}` : `/${locale}/${campaign.slug}`;
