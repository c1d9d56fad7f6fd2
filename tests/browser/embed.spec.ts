import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test as base } from '@playwright/test';
import { embedCode } from '../../src/domain/embed-code.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { axeFaults } from '../support/axe.ts';

interface Host {
  url: string;
}

const test = base.extend<{ server: TestServer; host: Host }>({
  // Playwright wants to see the first argument taken apart.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await aServer();
    await use(server);
    await server.stop();
  },
  /** Somebody else's site, with the lines that organizers copy. */
  host: async ({ server }, use) => {
    const code = embedCode({ siteUrl: server.url, path: '/social-credit', title: 'Example “campaign”' });
    const hostile = `<iframe name="campaign" src="${server.url}/social-credit"></iframe>`;
    const site: Server = createServer((request, answer) => {
      answer.setHeader('Content-Type', 'text/html; charset=utf-8');
      answer.end(`<!doctype html><title>Example News</title><p>News</p>${request.url === '/hostile' ? hostile : code}`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    await use({ url: `http://127.0.0.1:${(site.address() as AddressInfo).port}` });
    site.closeAllConnections();
    site.close();
  },
});

test('a reader of another site signs in its frame, and goes on in a tab of ours', async ({
  page,
  browser,
  server,
  host,
  javaScriptEnabled,
}) => {
  const frames: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/embed/')) frames.push(request.headers().referer);
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(host.url);
  const frame = page.frameLocator('iframe[data-campaign]');
  await expect(frame.locator('[data-signatures]')).toHaveText('0');
  expect(frames).toEqual([undefined]);

  if (javaScriptEnabled) {
    const height = async () => Number(await page.locator('iframe').getAttribute('height'));
    await expect.poll(height).not.toBe(900);
    const wide = await height();
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(height).toBeGreaterThan(wide);
    const inside = page.frame({ url: /\/embed\// })!;
    expect(await inside.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  }

  await frame.locator('[name=name]').fill('Reader Example');
  await frame.locator('[name=email]').fill('reader@example.org');
  await frame.locator('[name=country]').selectOption('GB');
  const [tab] = await Promise.all([page.waitForEvent('popup'), frame.locator('form button').click()]);
  await tab.waitForURL(`${server.url}/social-credit/check-your-mail`);
  expect(await tab.evaluate(() => opener === null)).toBe(true);
  const [mail] = await server.mailsTo('reader@example.org');
  await tab.goto(server.url + linkIn(mail!));
  await tab.locator('form[action^="/confirm/"] button').click();
  await tab.waitForURL('**/signed?source=embed');

  expect(await page.context().cookies()).toEqual([]);
  expect((await page.context().storageState()).origins).toEqual([]);
  expect(complaints).toEqual([]);
  await page.goto(`${server.url}/embed/social-credit`);
  expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
});

test('a mistake in the frame is told in the new tab, with what was typed', async ({ page, host }) => {
  await page.goto(host.url);
  const frame = page.frameLocator('iframe[data-campaign]');
  await frame.locator('[name=name]').fill('Reader Example');
  await frame.locator('[name=email]').evaluate((field: HTMLInputElement) => field.form!.setAttribute('novalidate', ''));
  const [tab] = await Promise.all([page.waitForEvent('popup'), frame.locator('form button').click()]);
  await expect(tab.locator('[name=name]')).toHaveValue('Reader Example');
  await expect(tab.locator('[data-error-summary]')).toBeVisible();
});

test('no other page of ours shows in a frame', async ({ page, host }) => {
  await page.goto(`${host.url}/hostile`);
  await expect.poll(() => page.frames()[1]?.url() ?? '').toContain('chrome-error://');
});
