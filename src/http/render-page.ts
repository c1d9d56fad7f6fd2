import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunningCampaign } from '../campaign/context.ts';
import type { Config } from '../config.ts';
import { languageOf, shownLocale } from '../strings/strings.ts';
import type { Pages, SiteView } from '../views.ts';
import { baseOf, ownLanguage } from './languages.ts';

/** Renders a page to HTML. Which page it is decides what it must be given. */
export type RenderPage = <Page extends keyof Pages>(page: Page, view: Pages[Page], locale: string) => Promise<string>;

/** Loads the pages that the build made; Astro is a function from a view to HTML here. */
export async function openPages(
  config: Config,
  buildFolder: string,
  campaigns: Iterable<RunningCampaign>,
  keyOnServer: () => boolean,
): Promise<RenderPage> {
  const all = [...campaigns];
  const publisher = onlyPublisher(all);
  const own = ownLanguage(all);
  // All chunks now: a rebuild beside a running server takes away those that it has not loaded yet.
  const chunks = join(buildFolder, 'server/chunks');
  for (const chunk of readdirSync(chunks)) await import(pathToFileURL(join(chunks, chunk)).href);
  const entry = (await import(
    pathToFileURL(join(buildFolder, 'server/entry.mjs')).href
  )) as typeof import('./astro-entry.ts');
  return async (page, view, asked) => {
    const locale = shownLocale(asked);
    const language = languageOf(asked);
    const mailbox = config.smtpUrl === undefined && config.loopback;
    const site: SiteView = {
      url: config.siteUrl,
      locale,
      base: baseOf(own, language),
      mailbox,
      keyOnServer: keyOnServer(),
      publisher,
    };
    const route = language === 'en' ? page : `/${language}${page}`;
    const response = await entry.render(new Request(config.siteUrl + route), { site, view });
    // Astro's own i18n calls it a redirect where a page is no file of its own in a language, and renders it all the same.
    if (response.status !== 200 && (response.status !== 302 || response.headers.has('Location')))
      throw new Error(`page ${page} answered ${response.status}`);
    return response.text();
  };
}

/** A site of one publisher says so on every page; one of many leaves that to each campaign. */
function onlyPublisher(campaigns: readonly RunningCampaign[]): SiteView['publisher'] {
  const publishers = campaigns.map(({ settings }) => settings.publisher);
  return new Set(publishers.map(({ name }) => name)).size === 1 ? publishers[0] : undefined;
}
