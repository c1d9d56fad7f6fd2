import { expect, test } from '@playwright/test';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { anOrganizer } from '../support/an-organizer.ts';
import { axeFaults } from '../support/axe.ts';

/** A campaign in which something has happened: names, a network that sent many forms, an invalidation. */
async function aBusyServer(): Promise<TestServer> {
  const server = await aServer();
  for (let at = 0; at < 12; at += 1) {
    const email = `signer${at}@disposable.example`;
    const comment = at % 2 === 0 ? 'A made-up comment.' : '';
    await server.post('/social-credit/sign', aSignature({ email, public: 'yes', comment, source: 'leaflet' }));
    const [mail] = await server.mailsTo(email);
    if (at > 1) await server.post(linkIn(mail!), {});
  }
  return server;
}

const pages = [
  '/organize',
  '/organize/social-credit',
  '/organize/social-credit/names',
  '/organize/social-credit/names?queue=approved',
  '/organize/social-credit/trends',
  '/organize/social-credit/invalidations',
  '/organize/social-credit/invalidations/1',
  '/organize/social-credit/invalidations/new',
  '/organize/social-credit/settings',
  '/organize/social-credit/settings/close',
  '/organize/social-credit/export',
  '/organize/organizers',
  '/organize/account',
  '/organize/log',
  '/organize/sign-out',
  '/social-credit/figures',
  '/social-credit',
];

test('everything that an owner sees can be read by everybody, on a phone', async ({ browser, javaScriptEnabled }) => {
  // Each page in both is slow, and colours do not hang on scripts.
  test.setTimeout(240_000);
  const colorScheme = javaScriptEnabled ? 'dark' : 'light';
  const server = await aBusyServer();
  const olga = await anOrganizer(server, 'owner', 'olga');
  const made = await olga.post('/organize/social-credit/invalidations', {
    state: 'pending',
    disposable: 'yes',
    reason: 'A machine made them up.',
  });
  expect(made.status).toBe(303);
  const context = await browser.newContext({ javaScriptEnabled, colorScheme, viewport: { width: 360, height: 800 } });
  const at = olga.cookie.indexOf('=');
  await context.addCookies([{ name: olga.cookie.slice(0, at), value: olga.cookie.slice(at + 1), url: server.url }]);
  const page = await context.newPage();
  for (const path of pages) {
    const answer = await page.goto(server.url + path);
    expect(answer?.status(), path).toBe(200);
    expect(await axeFaults(page, browser, javaScriptEnabled), path).toEqual([]);
    const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(over, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
    if (path !== '/organize/social-credit') continue;
    const codes = page.getByRole('region', { name: 'Signatures by the code in the link' });
    const hidden = await codes.evaluate((table) => table.scrollWidth - table.clientWidth);
    expect(hidden, 'columns of codes are out of sight').toBe(0);
  }
  await context.close();
  await server.stop();
});
