import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readConfig } from '../../src/config.ts';
import { csvRow, formulaSafe } from '../../src/domain/csv.ts';
import { signatureFields } from '../../src/domain/exported-signature.ts';
import { openContext } from '../../src/open-context.ts';
import { identityText, newIdentity, protectedIdentity } from '../../src/vault/identity.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { anOrganizer, type TestOrganizer } from '../support/an-organizer.ts';
import { axeFaults } from '../support/axe.ts';
import { hostileSignatures, storeSigned } from '../support/hostile-signatures.ts';

/** One server and its ten thousand signatures for all of them, one after another. */
test.describe.configure({ mode: 'default' });

const signed = hostileSignatures(10_000);
const passphrase = 'four or five random words';
let server: TestServer;
let edith: TestOrganizer;
let dataDir: string;
/** As the first start made it. */
let identity: string;

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'campaign-kit-export-'));
  const config = readConfig({ DATA_DIR: dataDir });
  const context = await openContext(config, () => Math.floor(Date.now() / 1000));
  await storeSigned(context, context.campaigns.get('social-credit')!, signed);
  await context.close();
  identity = config.organizerKeyFile;
  server = await aServer({ dataDir });
  edith = await anOrganizer(server, 'editor', 'edith');
});

test.afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

async function openExport(page: Page): Promise<void> {
  const at = edith.cookie.indexOf('=');
  const cookie = { name: edith.cookie.slice(0, at), value: edith.cookie.slice(at + 1), url: server.url };
  await page.context().addCookies([cookie]);
  await page.goto(`${server.url}/organize/social-credit/export`);
}

async function choose(page: Page, { format = 'csv', file = identity } = {}): Promise<void> {
  await page.getByLabel('What is it for?').selectOption('hand-over');
  await page.getByLabel('Format').selectOption(format);
  await page.getByLabel('Identity file').setInputFiles(file);
}

const start = (page: Page) => page.getByRole('button', { name: 'Export', exact: true });

/** What the log holds since the last time, without chains and times. */
async function acts(): Promise<{ act: string; facts: Record<string, unknown> }[]> {
  const context = await openContext(readConfig({ DATA_DIR: dataDir }), () => 0);
  const rows = await context.store.read.selectFrom('audit').select(['act', 'facts']).orderBy('id').execute();
  await context.close();
  return rows.map(({ act, facts }) => ({ act, facts: JSON.parse(facts) as Record<string, unknown> }));
}

test('without JavaScript the page says what it needs, and what to do instead', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  await openExport(page);
  const note = page.getByRole('heading', { name: 'The form needs JavaScript' });
  if (javaScriptEnabled) await expect(note).toBeHidden();
  else await expect(note).toBeVisible();
  await expect(start(page)).toBeVisible({ visible: javaScriptEnabled });
  await expect(page.getByText('npx campaign export social-credit')).toBeVisible();
  expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
});

test.describe('Edith, an editor, in her browser', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'it is JavaScript that opens signatures');

  test('exports ten thousand signatures, every character of them, while people go on signing', async ({
    page,
    browser,
  }) => {
    const sent: string[] = [];
    page.context().on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await openExport(page);
    await choose(page, { format: 'jsonl' });
    for (const field of signatureFields) await page.locator(`#field-${field}`).check();

    const answers: Promise<Response>[] = [];
    const signing = setInterval(
      () =>
        answers.push(server.post('/social-credit/sign', aSignature({ email: `late.${answers.length}@example.org` }))),
      10,
    );
    const began = performance.now();
    const [download] = await Promise.all([page.waitForEvent('download'), start(page).click()]);
    const seconds = (performance.now() - began) / 1000;
    clearInterval(signing);
    console.log(`${Math.round(signed.length / seconds)} signatures a second, ${answers.length} forms meanwhile`);
    expect(download.suggestedFilename()).toMatch(/^social-credit-signatures-\d{4}-\d\d-\d\d\.jsonl$/);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const unchosen = { id: 'number', confirmed_at: 'string', locale: 'en', origin: 'site' };
    expect(
      rows.map(({ id, confirmed_at, ...row }) => ({ ...row, id: typeof id, confirmed_at: typeof confirmed_at })),
    ).toEqual(signed.map((input) => ({ ...input, ...unchosen })));
    expect(answers.length).toBeGreaterThan(24);
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([303]));

    await expect(page.getByText('10,000 signatures are in social-credit-signatures-')).toBeVisible();
    expect(await axeFaults(page, browser, true)).toEqual([]);
    expect(sent.length).toBeGreaterThan(20);
    const secret = /AGE-SECRET-KEY-\w+/.exec(await readFile(identity, 'utf8'))![0];
    for (const request of sent)
      for (const told of [secret, 'signer.1', signed[7]!.name]) expect(request).not.toContain(told);
    expect((await acts()).slice(-2)).toMatchObject([
      { act: 'export-begun', facts: { format: 'jsonl', purpose: 'hand-over', fields: [...signatureFields] } },
      { act: 'export-done', facts: { written: 10_000, told_by: 'browser' } },
    ]);
  });

  test('exports them as CSV that runs no formula, with no more than she ticked', async ({ page }) => {
    await openExport(page);
    await choose(page);
    await page.getByLabel('Comment').check();
    await page.getByLabel('Hour of confirmation').uncheck();
    const [download] = await Promise.all([page.waitForEvent('download'), start(page).click()]);
    const expected = signed.map(({ name, country, comment }) => csvRow([name, country, comment].map(formulaSafe)));
    expect(await readFile(await download.path(), 'utf8')).toBe(`name,country,comment\r\n${expected.join('')}`);
  });

  test('is told when the passphrase is missing or wrong, and then exports only who wants updates', async ({ page }) => {
    const locked = join(dataDir, 'locked.age');
    await writeFile(locked, await protectedIdentity(await readFile(identity, 'utf8'), passphrase));
    await openExport(page);
    await choose(page, { format: 'mailchimp', file: locked });
    await start(page).click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('This identity has a passphrase: type it.');
    await page.getByLabel('Passphrase').fill('wrong words');
    await start(page).click();
    await expect(alert).toContainText('The passphrase does not open the identity', { timeout: 60_000 });
    await page.getByLabel('Passphrase').fill(passphrase);
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), start(page).click()]);
    expect(download.suggestedFilename()).toContain('social-credit-mailchimp-');
    await expect(page.getByText('7,500 did not ask for updates')).toBeVisible();
    expect(await page.getByLabel('Passphrase').inputValue()).toBe('');
  });

  test('is told that nothing is sealed to another identity, and the log holds nothing of it', async ({
    page,
    browser,
  }) => {
    const before = (await acts()).length;
    await openExport(page);
    await choose(page);
    await page.getByLabel('Identity file').setInputFiles([]);
    await page.getByLabel('What is it for?').selectOption('');
    await start(page).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([
      'Choose what the export is for.',
      'Choose your identity file, or paste what stands in it.',
    ]);
    await page.getByLabel('What is it for?').selectOption('check');
    await page.getByText('Or paste it').click();
    await page.getByLabel('Identity', { exact: true }).fill(identityText(await newIdentity(), '2026-11-26'));
    await start(page).click();
    await expect(page.getByRole('alert')).toContainText('Nothing is sealed to this identity');
    expect(await axeFaults(page, browser, true)).toEqual([]);
    expect((await acts()).length).toBe(before);
  });

  test('cancels, and the log says so', async ({ page, browser }) => {
    await openExport(page);
    await choose(page);
    let pages = 0;
    await page.context().route('**/rows?after=*', (route) => ((pages += 1) > 3 ? undefined : route.continue()));
    await start(page).click();
    await expect(page.getByText('1,500 of about 10,000')).toBeVisible();
    expect(await axeFaults(page, browser, true)).toEqual([]);
    const told = page.waitForResponse('**/done');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Stopped. No file was saved.')).toBeVisible();
    expect((await told).status()).toBe(200);
    expect((await acts()).at(-1)).toMatchObject({ act: 'export-stopped', facts: { written: 1500 } });
  });

  test('cancels when the file is saved already: it stays saved, and the log says that it is done', async ({ page }) => {
    await openExport(page);
    await choose(page);
    let tell: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (tell = resolve));
    await page.context().route('**/done', (route) => held.then(() => route.continue()));
    const telling = page.waitForRequest('**/done');
    await Promise.all([page.waitForEvent('download'), telling, start(page).click()]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    tell();
    await expect(page.getByText('10,000 signatures are in')).toBeVisible();
    await expect(page.getByText('Stopped. No file was saved.')).toBeHidden();
    expect((await acts()).slice(-2).map(({ act }) => act)).toEqual(['export-begun', 'export-done']);
  });

  test('goes on where it stopped, after the network was lost and after her session had ended', async ({ page }) => {
    await openExport(page);
    await choose(page);
    let pages = 0;
    await page.context().route('**/rows?after=*', (route) => ((pages += 1) > 3 ? route.abort() : route.continue()));
    await start(page).click();
    await expect(page.getByText('The connection is lost.')).toBeVisible({ timeout: 20_000 });
    await page.context().clearCookies();
    await page.context().unroute('**/rows?after=*');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByText('Your session has ended.')).toBeVisible();
    const other = await page.context().newPage();
    await openExport(other);
    await other.close();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Go on' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(lines.filter((line) => /,(?:DE|FR),/.test(line))).toHaveLength(10_000);
  });
});
