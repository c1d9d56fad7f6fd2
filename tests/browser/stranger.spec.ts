import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test as base, type Page } from '@playwright/test';
import { askForAnswers } from '../../src/campaign/ask-for-answers.ts';
import { readConfig } from '../../src/config.ts';
import { openContext } from '../../src/open-context.ts';
import { aPopoloOfWays } from '../support/a-popolo.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';
import { axeFaults } from '../support/axe.ts';
import { runCommand } from '../support/run-command.ts';

const test = base.extend<{ server: TestServer }>({
  // Playwright wants to see the first argument taken apart.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await aServer();
    await use(server);
    await server.stop();
  },
});

const count = (page: Page) => page.locator('[data-signatures]').first().getAttribute('data-signatures');

async function fillSignForm(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.locator('form[action$="/sign"] [name=name]').fill(name);
  await page.locator('form[action$="/sign"] [name=email]').fill(email);
  await page.locator('form[action$="/sign"] [name=country]').selectOption('GB');
}

test('a stranger reads, signs, confirms, writes, and the organizer exports exactly them', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  const clean = async () => expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);

  await page.goto(`${server.url}/`);
  await clean();
  await page.goto(`${server.url}/social-credit`);
  expect(await count(page)).toBe('0');
  await clean();

  await fillSignForm(page, { name: 'Stranger Example', email: 'stranger@example.org' });
  await page.locator('form[action$="/sign"] button').click();
  await page.waitForURL('**/check-your-mail');
  await clean();

  await server.mailsTo('stranger@example.org');
  await page.goto(`${server.url}/mailbox`);
  await clean();
  await page.locator('a[href^="/mailbox/"]').first().click();
  await clean();
  await page.locator('a[href*="/confirm/"]').first().click();
  await expect(page.getByText('Stranger Example')).toBeVisible();
  await clean();
  await page.locator('form[action^="/confirm/"] button').click();
  await page.waitForURL('**/signed');
  await clean();
  await page.goto(`${server.url}/social-credit`);
  expect(await count(page)).toBe('1');

  await page.goto(`${server.url}/social-credit/letter`);
  await clean();
  await page.locator('form[action$="/letter"]:not([method=post]) [name=country]').selectOption('GB');
  await page.locator('form[action$="/letter"]:not([method=post]) button').first().click();
  await page.locator('[name=representative]').first().check();
  await page.locator('form[method=post] [name=name]').fill('Stranger Example');
  await page.locator('form[method=post] [name=email]').fill('stranger@example.org');
  await clean();
  await page.locator('[name=preview]').click();
  await expect(page.locator('pre').first()).toContainText('Stranger Example');
  await clean();
  await page.locator('form[method=post] button:not([name])').first().click();
  await page.waitForURL('**/check-your-mail');
  const verify = (await server.mailsTo('stranger@example.org', 2)).find(({ id }) => id.endsWith('verify-letter'));
  await page.goto(`${server.url}${/\/confirm\/[\w-]+/.exec(verify?.text ?? '')?.[0]}`);
  await clean();
  await page.locator('form[action^="/confirm/"] button').click();
  await page.waitForURL('**/letter-sent');
  await clean();

  const letter = (await server.mailsTo('@example.org', 4)).find(({ id }) => /^\d+-letter$/.test(id));
  expect(letter?.from).toMatch(/^Stranger Example <[a-z2-7]{26}@localhost>$/);
  expect(letter?.replyTo).toBe('Stranger Example <stranger@example.org>');

  const run = promisify(execFile)(
    process.execPath,
    ['src/cli/main.ts', 'export', 'social-credit', '--format', 'jsonl'],
    {
      env: { ...process.env, DATA_DIR: server.dataDir },
    },
  );
  const rows = (await run).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows).toEqual([
    expect.objectContaining({ name: 'Stranger Example', email: 'stranger@example.org', country: 'GB', public: false }),
  ]);
});

test('mistakes are listed, linked to their fields, and nothing typed is lost', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  await page.goto(`${server.url}/social-credit`);
  await page
    .locator('form[action$="/sign"]')
    .evaluate((form: HTMLFormElement) => (form.noValidate = true))
    .catch(() => undefined);
  await fillSignForm(page, { name: 'Missy Example', email: 'not-an-address@x' });
  await page.locator('form[action$="/sign"] button').click();
  const summary = page.locator('[role=alert]').first();
  await expect(summary).toBeVisible();
  await expect(page.locator('form[action$="/sign"] [name=name]')).toHaveValue('Missy Example');
  await expect(page.locator('form[action$="/sign"] [name=email]')).toHaveAttribute('aria-invalid', 'true');
  if (javaScriptEnabled) {
    expect(new URL(page.url()).pathname).toBe('/social-credit');
    await expect(summary).toBeFocused();
  }
  await summary.locator('a').first().click();
  await expect(page.locator('form[action$="/sign"] [name=email]')).toBeFocused();
  expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
});

test('a signer sees what is held, hides the name, and erases everything, by the link in the mail', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  const clean = async () => expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
  await page.goto(`${server.url}/privacy`);
  await clean();
  await page.goto(`${server.url}/social-credit`);
  await fillSignForm(page, { name: 'Erna Example', email: 'erna@example.org' });
  await page.locator('[name=public]').check();
  await page.locator('form[action$="/sign"] button').click();
  await page.waitForURL('**/check-your-mail');
  const [mail] = await server.mailsTo('erna@example.org');
  await page.goto(server.url + linkIn(mail!));
  await page.locator('form[action^="/confirm/"] button').click();
  await page.waitForURL('**/signed');

  await page.goto(server.url + linkIn(mail!).replace('/confirm/', '/me/'));
  await expect(page.getByText('erna@example.org')).toBeVisible();
  await clean();
  await page.locator('[name=act][value=hide]').click();
  await expect(page.locator('[role=status]')).toBeVisible();
  await expect(page.locator('[name=act][value=show]')).toBeVisible();
  await page.locator('[name=act][value=erase]').click();
  await expect(page.locator('[role=alert]').first()).toBeVisible();
  await clean();
  await page.locator('[name=sure]').check();
  await page.locator('[name=act][value=erase]').click();
  await page.waitForURL('**/me/erased');
  await clean();

  await page.goto(`${server.url}/me`);
  await clean();
  await page.locator('[name=email]').fill('erna@example.org');
  await page.locator('form[action="/me"] button').click();
  await page.waitForURL('**/me/mailed');
  await clean();
});

test('what a fresh link shows of a letter and of a signature, before and after it is withdrawn, is as readable', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  const clean = async () => expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
  const email = 'lotta@example.org';
  const [id = ''] = /(?<=name="representative"[^>]*value=")\d+/.exec(
    await (await server.get('/social-credit/letter?country=GB')).text(),
  ) ?? [''];
  await server.post('/social-credit/sign', aSignature({ email, public: 'on', comment: 'Because.' }));
  await server.post('/social-credit/letter', aLetter(id, { email }));
  for (const mail of await server.mailsTo(email, 2)) await server.post(linkIn(mail), {});
  await server.post('/me', { email });
  const mails = await server.mailsTo(email, 4);
  const paths = mails.map(({ text }) => /\/me\/[\w-]+/.exec(text)?.[0] ?? '');
  const fresh = paths[mails.findIndex((mail) => mail.id.endsWith('your-data'))]!;
  for (const path of paths) {
    await page.goto(server.url + path);
    await expect(page.locator('h2')).not.toHaveCount(0);
    await clean();
  }
  await page.goto(server.url + fresh);
  await page.locator('[name=act][value=withdraw]').click();
  await expect(page.locator('#done')).toBeVisible();
  await expect(page.locator('[name=act][value=withdraw]')).toHaveCount(0);
  await clean();
});

test('a writer finds by postcode whom to write to, sends what mail does not reach, on a phone; its reader learns why', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const clean = async () => expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
  const [directory, postcodes] = ['house.json', 'postcodes.csv'].map((name) => join(server.dataDir, name));
  await writeFile(directory!, JSON.stringify(aPopoloOfWays()));
  await writeFile(postcodes!, 'postcode,area_id\nEX9,north\n');
  for (const args of [
    ['recipients', 'import', directory!, '--force'],
    ['lookup', 'import', postcodes!, '--country', 'GB'],
  ])
    expect((await runCommand(server, ...args)).code).toBe(0);

  await page.goto(`${server.url}/social-credit/letter?country=GB`);
  await clean();
  await page.locator('form[method=post]:has([name=find]) [name=postcode]').fill('ex9 9zz');
  await page.locator('[name=find]').click();
  await page.waitForURL('**/letter?country=GB&area=north');
  expect(page.url()).not.toMatch(/ex9/i);
  await clean();
  for (const name of ['Ada Example', 'Fiona Form', 'Posy Post']) await page.getByLabel(name).check();
  await page.locator('form.letter [name=name]').fill('Wanda Example');
  await page.locator('form.letter [name=email]').fill('wanda@example.org');
  await clean();
  await page.locator('[name=preview]').click();
  await clean();
  await page.locator('form[method=post] button:not([name])').first().click();
  await page.waitForURL('**/check-your-mail');
  const [verify] = await server.mailsTo('wanda@example.org');
  await page.goto(server.url + linkIn(verify!));
  await page.locator('form[action^="/confirm/"] button').click();
  await page.waitForURL('**/send');
  await clean();
  await page.locator('[name=act][value=sent]').first().click();
  await expect(page.locator('[name=act][value=sent]')).toHaveCount(1);
  await clean();
  await page.locator('a[href$="/print"]').first().click();
  await expect(page.getByText('Posy Post').first()).toBeVisible();
  await clean();

  const letter = (await server.mailsTo('ada.example@example.org')).at(-1);
  await page.goto(server.url + /\/why\/[\w-]+/.exec(letter?.text ?? '')?.[0]);
  await clean();
  expect(await page.content()).not.toContain('Wanda');
  await page.locator('form[action^="/why/"] button').click();
  await clean();

  const now = () => Math.floor(Date.now() / 1000) + 15 * 86_400;
  const later = await openContext(readConfig({ DATA_DIR: server.dataDir }), now);
  expect(await askForAnswers(later, later.campaigns.get('social-credit')!)).toBe(1);
  await later.close();
  server.wait(15 * 86_400);
  const asked = (await server.mailsTo('wanda@example.org', 3)).at(-1);
  await page.goto(server.url + /\/answered\/[\w-]+\/yes/.exec(asked?.text ?? '')?.[0]);
  await clean();
  await page.locator('form[action^="/answered/"] button').click();
  await clean();
});

test('the first load is under 60 kB in all, and asks nobody else', async ({ page, server }) => {
  let bytes = 0;
  const elsewhere: string[] = [];
  const sizes: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    if (!request.url().startsWith(server.url)) elsewhere.push(request.url());
    sizes.push(request.sizes().then((size) => void (bytes += size.responseBodySize + size.responseHeadersSize)));
  });
  await page.goto(`${server.url}/social-credit`, { waitUntil: 'networkidle' });
  await Promise.all(sizes);
  expect(elsewhere).toEqual([]);
  expect(bytes).toBeGreaterThan(5000);
  expect(bytes).toBeLessThan(60_000);
});

test('pages that say no are as readable as the others, in the dark and on a phone too', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${server.url}/no-such-page`);
  await expect(page.locator('h1')).toBeVisible();
  expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
  for (const path of ['/social-credit', '/social-credit/check-your-mail', '/social-credit/letter?country=GB']) {
    await page.goto(server.url + path);
    expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
  }
  await page.locator('form[method=post] button:not([name])').first().click();
  await expect(page.locator('[role=alert]')).toBeVisible();
  expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
});
