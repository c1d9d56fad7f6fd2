import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '../config.ts';
import type { Pages, SiteView } from '../views.ts';

/** Renders a page to HTML. Which page it is decides what it must be given. */
export type RenderPage = <Page extends keyof Pages>(page: Page, view: Pages[Page], locale: string) => Promise<string>;

/** Loads the pages that the build made; Astro is a function from a view to HTML here. */
export async function openPages(config: Config, buildFolder: string): Promise<RenderPage> {
  // All chunks now: a rebuild beside a running server takes away those that it has not loaded yet.
  const chunks = join(buildFolder, 'server/chunks');
  for (const chunk of readdirSync(chunks)) await import(pathToFileURL(join(chunks, chunk)).href);
  const entry = (await import(
    pathToFileURL(join(buildFolder, 'server/entry.mjs')).href
  )) as typeof import('./astro-entry.ts');
  return async (page, view, locale) => {
    const site: SiteView = { url: config.siteUrl, locale, mailbox: config.smtpUrl === undefined && config.loopback };
    const response = await entry.render(new Request(config.siteUrl + page), { site, view });
    if (response.status !== 200) throw new Error(`page ${page} answered ${response.status}`);
    return response.text();
  };
}
