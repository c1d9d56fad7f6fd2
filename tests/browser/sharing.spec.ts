import { expect, test as base } from '@playwright/test';
import { aServer, type TestServer } from '../support/a-server.ts';
import { axeFaults } from '../support/axe.ts';

const test = base.extend<{ server: TestServer }>({
  // Playwright wants to see the first argument taken apart.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await aServer();
    await use(server);
    await server.stop();
  },
});

test('a supporter who came by a link passes the campaign on, and the next link says so', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${server.url}/social-credit?source=whatsapp.1`);
  const share = page.locator('[data-share]');
  const kept = javaScriptEnabled ? '\\?source=whatsapp.1' : '';
  const german = page.getByRole('link', { name: 'Deutsch' });
  await expect(german).toHaveAttribute('href', new RegExp(`/de/social-credit${kept}$`));
  await expect(share.locator('[data-more]')).toHaveAttribute('href', new RegExp(`/social-credit/share${kept}$`));
  await expect(share.getByRole('button', { name: 'Share …' })).toBeHidden();
  if (javaScriptEnabled) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await share.getByRole('button', { name: 'Copy the address' }).click();
    await expect(share.getByRole('status')).toHaveText('The address is copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}/social-credit?source=link.2`);
  }
  const [tab] = await Promise.all([page.waitForEvent('popup'), share.getByRole('link', { name: 'Mastodon' }).click()]);
  await tab.locator('[name=server]').fill('nowhere');
  await tab.locator('form button').click();
  expect(await axeFaults(tab, browser, javaScriptEnabled)).toEqual([]);
  await tab.locator('[name=server]').fill('@sam@social.example');
  await tab.locator('form button').click();
  const onward = await tab.getByRole('link', { name: 'Write the post on social.example' }).getAttribute('href');
  expect(new URL(onward!).searchParams.get('text')).toContain(`${server.url}/social-credit?source=mastodon.2`);
  // The data for search engines is no script that the policy would refuse.
  expect(complaints).toEqual([]);
});

test('who closes the device’s sheet is left alone; where it fails, the address stands ready to be copied', async ({
  page,
  server,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, 'the sheet is opened by a script');
  for (const [name, isReady] of [
    ['AbortError', false],
    ['NotAllowedError', true],
  ] as const) {
    await page.addInitScript((failure) => {
      const share = (): Promise<void> => {
        document.documentElement.dataset.shared = failure;
        return Promise.reject(new DOMException('', failure));
      };
      Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    }, name);
    await page.goto(`${server.url}/social-credit`);
    await page.getByRole('button', { name: 'Share …' }).click();
    await expect(page.locator(`[data-shared=${name}]`)).toBeAttached();
    const field = page.locator('#share-url');
    if (isReady) await expect(field).toBeFocused();
    else await expect(field).not.toBeFocused();
  }
});

test('the pages to share by can be used by everybody, and the poster fills one sheet', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  for (const path of [
    '/social-credit/share',
    '/ar/social-credit/share',
    '/embed/ar/social-credit',
    '/social-credit/poster',
  ]) {
    await page.goto(server.url + path);
    expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 720 });
  }
  const sheet = await page.pdf({ preferCSSPageSize: true });
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
