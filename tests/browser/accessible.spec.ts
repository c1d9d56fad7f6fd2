import { expect, test as base } from '@playwright/test';
import { locales } from '../../src/strings/strings.ts';
import { aServer } from '../support/a-server.ts';
import { anOrganizer } from '../support/an-organizer.ts';
import { everyPage, type AskedPage } from '../support/every-page.ts';
import { faultsOf, showcase } from '../support/look-at.ts';

/** One server for all that a worker looks at. */
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

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'axe needs scripts, and pages look the same without them');

for (const locale of locales)
  test(`whoever reads ${locale} can read every page and every form with mistakes: on a small phone, in the dark, in large letters`, async ({
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

test('so can they what is paused, and what is closed', async ({ page }) => {
  const server = await aServer();
  await showcase(page, server.url);
  const look = async (): Promise<void> => {
    for (const locale of locales) {
      const path = `${locale === 'en' ? '' : `/${locale}`}/social-credit`;
      expect(await faultsOf(page, { path, status: 200 }, locale), path).toEqual([]);
    }
  };
  const olga = await anOrganizer(server, 'owner', 'olga');
  expect((await olga.post('/organize/social-credit/settings', { act: 'pause-signing' })).status).toBe(303);
  await look();
  expect(await page.locator('form[action$="/sign"]').count()).toBe(0);
  server.wait(2 * 365 * 86_400);
  await look();
  await expect(page.locator('#outcome-title')).toBeVisible();
  await server.stop();
});

test('where the system forces its colours, fields, buttons, mistakes, the focus and the count can still be told', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${site.url}/social-credit`);
  const form = page.locator('form[action$="/sign"]');
  await form.getByRole('button').click();
  await expect(form.getByRole('alert')).toBeFocused();
  const edges = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(input:not([type=checkbox]), select, textarea, .button, [role=alert])')]
      .filter((element) => element.checkVisibility() && !element.closest('[aria-hidden=true]'))
      .map((element) => {
        const style = getComputedStyle(element);
        const seen = style.borderStyle !== 'none' && style.borderColor !== style.backgroundColor;
        return { id: element.id || element.className, width: seen ? Number.parseFloat(style.borderWidth) : 0 };
      }),
  );
  expect(edges.length).toBeGreaterThan(6);
  expect(edges.filter(({ width }) => width < 1)).toEqual([]);
  const widthOf = (id: string) => edges.find((edge) => edge.id === id)?.width;
  expect(widthOf('email')).toBeGreaterThan(widthOf('postcode')!);
  await page.keyboard.press('Tab');
  await expect(form.getByRole('link').first()).toHaveCSS('outline-style', 'solid');
  const [bar, track] = await page
    .locator('.progress svg')
    .evaluate((svg) => [getComputedStyle(svg.firstElementChild!).fill, getComputedStyle(svg).backgroundColor]);
  expect(bar).not.toBe(track);
  const decoration = (current: string) =>
    page
      .locator(`header nav a${current}`)
      .first()
      .evaluate((link) => getComputedStyle(link).textDecorationLine);
  expect(await decoration('[aria-current]')).not.toBe(await decoration(':not([aria-current])'));
});

test('whoever asks for less motion sees none', async ({ page, site }) => {
  const motions = async (): Promise<string[]> => {
    await page.goto(`${site.url}/social-credit`);
    await page.locator('.button').first().hover();
    return page.evaluate(() => [
      ...(getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['smooth scrolling'] : []),
      ...document.getAnimations().map(() => 'an animation'),
    ]);
  };
  expect(await motions()).toEqual(['smooth scrolling']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await motions()).toEqual([]);
});
