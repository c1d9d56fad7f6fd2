import { expect, test as base, type Page } from '@playwright/test';
import { strings } from '../../src/strings/strings.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { axeFaults } from '../support/axe.ts';

const { sign: text, problems } = strings('en');
const network = { 'X-Forwarded-For': '192.0.2.77' };

const test = base.extend<{ server: TestServer }>({
  // Tests come from this machine, and say where from like a proxy does.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await aServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
    await use(server);
    await server.stop();
  },
  extraHTTPHeaders: network,
});

/** Robots behind the same address have used up what may be signed there without work. */
async function robotsSign(server: TestServer): Promise<void> {
  for (let at = 0; ; at++) {
    const robot = aSignature({ email: `robot-${at}@example.org` });
    if ((await server.post('/social-credit/sign', robot, network)).status === 429) return;
  }
}

const form = (page: Page) => page.locator('form[action$="/sign"]');

async function fillIn(page: Page, email: string): Promise<void> {
  await form(page).locator('[name=name]').fill('Stella Example');
  await form(page).locator('[name=email]').fill(email);
  await form(page).locator('[name=country]').selectOption('GB');
}

/** What the page asked for, and what went wrong in it. */
function watch(page: Page): { asked: string[]; errors: string[] } {
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => errors.push(error.message));
  return { asked, errors };
}

test('a supporter behind an address full of robots signs by work that nobody sees; without JavaScript she is told to come back, and then signs', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  await robotsSign(server);
  const { asked, errors } = watch(page);
  await page.goto(`${server.url}/social-credit`);
  await page.waitForLoadState('networkidle');
  const isWork = (path: string): boolean => /challenge|do-work/.test(path);
  expect(asked.filter(isWork)).toEqual([]);
  await fillIn(page, 'stella@example.org');
  if (!javaScriptEnabled) {
    await form(page).locator('button').click();
    await expect(page.getByText(problems[429].title)).toBeVisible();
    expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
    await page.goBack();
    await page.context().setExtraHTTPHeaders({ 'X-Forwarded-For': '198.51.100.5' });
    await fillIn(page, 'stella@example.org');
  }
  await form(page).locator('button').click();
  await page.waitForURL('**/check-your-mail');
  await server.mailsTo('stella@example.org');
  expect(asked.some(isWork)).toBe(javaScriptEnabled);
  expect(errors.filter((error) => !error.includes('429'))).toEqual([]);
});

test('a page and its work are light: 40 kB in all, 8 kB of them script', async ({
  page,
  server,
  javaScriptEnabled,
}) => {
  const sizes: Promise<{ bytes: number; isScript: boolean }>[] = [];
  page.on('requestfinished', (request) => {
    const isScript = request.resourceType() === 'script';
    sizes.push(request.sizes().then((size) => ({ bytes: size.responseBodySize + size.responseHeadersSize, isScript })));
  });
  await page.goto(`${server.url}/social-credit`, { waitUntil: 'networkidle' });
  await form(page).locator('[name=name]').focus();
  if (javaScriptEnabled) await expect(form(page).locator('[name=work]')).not.toHaveValue('');
  const all = await Promise.all(sizes);
  const sum = (some: typeof all): number => some.reduce((total, { bytes }) => total + bytes, 0);
  expect(sum(all)).toBeGreaterThan(5000);
  expect(sum(all)).toBeLessThan(40_000);
  expect(sum(all.filter(({ isScript }) => isScript))).toBeLessThan(8000);
});

test('two sign on one computer, one after the other, each by work of their own', async ({
  page,
  server,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, 'without JavaScript nobody works');
  await robotsSign(server);
  for (const email of ['stella@example.org', 'stan@example.org']) {
    if (email.startsWith('stan')) await page.goBack();
    else await page.goto(`${server.url}/social-credit`);
    await fillIn(page, email);
    await form(page).locator('button').click();
    await page.waitForURL('**/check-your-mail');
    await server.mailsTo(email);
  }
});

test('the hidden field is neither reached by the keyboard nor read out nor seen, and makes no page wider', async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${server.url}/social-credit`);
  const hidden = form(page).locator('[aria-hidden=true] input');
  await expect(hidden).toHaveCount(1);
  await expect(hidden).not.toBeInViewport();
  const name = await hidden.getAttribute('name');
  expect(await form(page).ariaSnapshot()).not.toContain(text.leaveEmpty);
  await form(page).locator('[name=name]').focus();
  const reached: (string | null)[] = [];
  while (reached.at(-1) !== 'the button') {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const isButton = await focused.evaluate((element) => element.matches('button'));
    reached.push(isButton ? 'the button' : await focused.getAttribute('name'));
  }
  expect(reached).toEqual(['email', 'country', 'postcode', 'comment', 'public', 'updates', 'the button']);
  expect(reached).not.toContain(name);
  expect(await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
});

test('where the work takes long it is said, and the form is sent all the same; so it is where there is none', async ({
  page,
  server,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, 'without JavaScript nobody works');
  const status = form(page).locator('[data-slow][role=status]');
  let answer: (() => void) | undefined;
  await page.route('**/challenge', async (route) => {
    await new Promise<void>((resolve) => (answer = resolve));
    await route.abort();
  });
  await page.goto(`${server.url}/social-credit`);
  await expect(status).toBeEmpty();
  await fillIn(page, 'stella@example.org');
  await form(page).locator('button').click();
  await expect(status).toHaveText(text.working);
  expect(page.url()).toBe(`${server.url}/social-credit`);
  answer?.();
  await page.waitForURL('**/check-your-mail');
  await server.mailsTo('stella@example.org');
});
