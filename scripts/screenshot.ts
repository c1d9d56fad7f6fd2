import { chromium } from '@playwright/test';
import { aServer, linkIn } from '../tests/support/a-server.ts';
import { aSignature } from '../tests/support/a-signature.ts';
import { findBrowser } from '../tests/support/browser.ts';

/** Makes docs/screenshot.png from the real site with a few made-up signers: npm run screenshot. */
const comments = ['My data is not my character.', 'Ask for the rules, in public.', ''];

const server = await aServer();
const browser = await chromium.launch(await findBrowser());
for (const [at, comment] of comments.entries()) {
  const email = `signer${at}@example.org`;
  await server.post(
    '/social-credit/sign',
    aSignature({ name: `Signer Example ${at + 1}`, email, comment, public: 'on' }),
  );
  for (const mail of await server.mailsTo(email)) await server.post(linkIn(mail), {});
}
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`${server.url}/social-credit`, { waitUntil: 'networkidle' });
await page.screenshot({ path: 'docs/screenshot.png' });
await browser.close();
await server.stop();
