import { expect, test as base } from '@playwright/test';
import { locales } from '../../src/strings/strings.ts';
import { aServer } from '../support/a-server.ts';
import { everyPage, type AskedPage } from '../support/every-page.ts';
import { faultsOf, showcase } from '../support/look-at.ts';

/** One server for all languages that a worker looks at. */
const test = base.extend<object, { site: { url: string; pages: Map<string, AskedPage[]> } }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await aServer();
      await use({ url: server.url, pages: await everyPage(server, locales) });
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'axe needs scripts, and pages without them are the same');

for (const locale of locales)
  test(`whoever reads ${locale} can read every page and every form with mistakes, on a small phone, in the dark, with large letters`, async ({
    page,
    site,
  }) => {
    await showcase(page, site.url);
    const faults: string[] = [];
    for (const asked of site.pages.get(locale)!)
      for (const fault of await faultsOf(page, asked, locale))
        faults.push(`${asked.fields ? 'POST ' : ''}${asked.path}: ${fault}`);
    expect(faults).toEqual([]);
  });
