import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build, isBuilt } from '../src/cli/build.ts';
import { aBusySite, type BusySite } from '../tests/support/a-busy-site.ts';
import { linkIn } from '../tests/support/a-server.ts';
import { aSignature } from '../tests/support/a-signature.ts';
import { findBrowser } from '../tests/support/browser.ts';

/** Makes the pictures of README.md and docs/design.md from the real site with made-up signers: npm run screenshots. */
interface Picture {
  file: string;
  path: string;
  width: number;
  height: number;
  scheme: 'light' | 'dark';
  /** What is done on the page before it is taken. */
  first?: (page: Page) => Promise<unknown>;
}

const pictures = (mail: string): Picture[] => [
  { file: 'screenshot', path: '/social-credit', width: 1280, height: 800, scheme: 'light' },
  { file: 'design/desk', path: '/social-credit', width: 1440, height: 900, scheme: 'dark' },
  { file: 'design/phone', path: '/zh-Hant/social-credit', width: 360, height: 720, scheme: 'light' },
  {
    file: 'design/failed-form',
    path: '/de/social-credit#sign',
    width: 360,
    height: 720,
    scheme: 'dark',
    first: async (page) => {
      await page.locator('form[action$="/sign"]').evaluate((form: HTMLFormElement) => form.submit());
      await page.waitForURL('**/sign', { waitUntil: 'networkidle' });
    },
  },
  {
    file: 'design/right-to-left',
    path: '/ar/social-credit/letter?country=GB',
    width: 768,
    height: 900,
    scheme: 'light',
  },
  { file: 'design/dashboard', path: '/organize/social-credit', width: 1440, height: 900, scheme: 'light' },
  { file: 'design/mail', path: `${mail}/html`, width: 640, height: 720, scheme: 'dark' },
];

if (!isBuilt()) await build();
let signers = 0;
const site = await aBusySite();
const browser = await chromium.launch(await findBrowser());
mkdirSync('docs/design', { recursive: true });
for (const comment of ['My data is not my character.', 'Ask for the rules, in public.', '']) await sign(comment);
const [mail] = await site.server.mailsTo('sam@example.org');
for (const picture of pictures(`/mailbox/${mail?.id}`)) await take(browser, site, picture);
await browser.close();
await site.stop();

async function sign(comment: string): Promise<void> {
  signers += 1;
  const email = `signer${signers}@example.org`;
  const name = `Signer Example ${signers}`;
  await site.server.post('/social-credit/sign', aSignature({ name, email, comment, public: 'on' }));
  for (const each of await site.server.mailsTo(email)) await site.server.post(linkIn(each), {});
}

async function take(from: Browser, { server, owner }: BusySite, picture: Picture): Promise<void> {
  const { file, path, width, height, scheme, first } = picture;
  const context = await from.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  for (const cookie of (await owner()).cookie.split('; ')) {
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: server.url }]);
  }
  const page = await context.newPage();
  await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
  await first?.(page);
  await page.screenshot({ path: `docs/${file}.png` });
  await context.close();
}
