import { expect, test as base, type Page } from '@playwright/test';
import { aServer, type TestServer } from '../support/a-server.ts';
import { finger, keyboard, mouse } from '../support/hands.ts';
import { signAndWrite } from '../support/sign-and-write.ts';

const test = base.extend<{ server: TestServer }>({
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await aServer();
    await use(server);
    await server.stop();
  },
});

const withScripts = 'the other project is for whoever has no JavaScript';

test('Lin, who reads nothing but 繁體中文, signs and writes a letter', async ({ page, server, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, withScripts);
  await signAndWrite(page, server, { locale: 'zh-Hant', name: '林小明', hands: mouse, minds: readsOnlyChinese });
  const [letter] = await server.mailsTo('ada.example@example.org');
  expect(letter?.text).toContain('您好');
});

test('Kim, who has a keyboard and no mouse, signs and writes a letter', async ({ page, server, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, withScripts);
  // As at 200 % on a laptop, with the bar that stays; and nothing scrolls on while the next key is pressed.
  await page.setViewportSize({ width: 640, height: 500 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(server.url);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await signAndWrite(page, server, { locale: 'en', name: 'Kim Example', hands: keyboard(page) });
});

test('Noor, whose browser runs no JavaScript, signs and writes a letter', async ({
  page,
  server,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled, 'the other project is for whoever has');
  await signAndWrite(page, server, { locale: 'en', name: 'Noor Example', hands: mouse });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });

  test('Tess, on a phone 320 px wide with slow 3G, signs and writes a letter', async ({
    page,
    server,
    javaScriptEnabled,
  }) => {
    test.skip(!javaScriptEnabled, withScripts);
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', { offline: false, ...slow3G });
    const before = Date.now();
    await page.goto(`${server.url}/social-credit`, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    expect(Date.now() - before).toBeLessThan(mostMilliseconds);
    await signAndWrite(page, server, { locale: 'en', name: 'Tess Example', hands: finger, minds: fitsTheScreen });
  });
});

test('Layla, who reads from right to left, signs and writes a letter', async ({ page, server, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, withScripts);
  await page.setViewportSize({ width: 360, height: 740 });
  await signAndWrite(page, server, { locale: 'ar', name: 'ليلى مثال', hands: mouse, minds: runsFromTheRight });
});

/** WebPageTest's “3G Slow”. */
const slow3G = { latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
/** Three round trips and 16 kB, and as much again for a machine that has other things to do. */
const mostMilliseconds = 4000;

/** Data of the campaign that ships, which is in English in every language. */
const english =
  /Example Publisher \(replace me\)|1 Example Street, 00000 Exampletown|Member of the Example Parliament|Example Parliament|(?:Ada|Sam|Paula|Dora|Milo|Finn) \w+|Example Party|Sample Alliance|Placeholder Democrats|Campaign Kit \(made up\)|\S+@\S+|https?:\S+/g;

async function readsOnlyChinese(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  const shown = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    // The names of languages, what an argument cites, and a mail's headers, which nobody has to read.
    for (const element of copy.querySelectorAll('nav, article, script, style, details, pre a')) element.remove();
    return `${document.title}\n${copy.textContent}`;
  });
  expect(shown.replaceAll(english, '').match(/[a-z]+(?: [a-z]+){2,}/gi) ?? [], page.url()).toEqual([]);
  expect(shown).toMatch(/[\u4e00-\u9fff]{4}/);
}

async function fitsTheScreen(page: Page): Promise<void> {
  await page.waitForLoadState();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

async function runsFromTheRight(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await fitsTheScreen(page);
  const heading = page.getByRole('heading', { level: 1 });
  const leftSided = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(h1, label, p, input, summary)')]
      .filter(
        (element) =>
          element.checkVisibility() && !element.closest('[aria-hidden=true], [lang]:not(html), [dir]:not(html)'),
      )
      .filter((element) => {
        const { direction, textAlign } = getComputedStyle(element);
        return direction !== 'rtl' || textAlign === 'left';
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(leftSided, page.url()).toEqual([]);
  await expect(heading).toBeVisible();
}
