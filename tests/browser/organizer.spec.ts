import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { joined, joinPath, nextCode, password, type Joined } from '../support/a-browser.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { axeFaults } from '../support/axe.ts';
import { runCommand } from '../support/run-command.ts';
import { totp } from '../support/totp.ts';

const test = base.extend<{ server: TestServer }>({
  // Playwright wants to see the first argument taken apart.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await aServer();
    await use(server);
    await server.stop();
  },
});

const main = (page: Page) => page.locator('main');

/** By the link of a command: a password, an app, recovery codes. @returns what the app knows */
async function join(page: Page, server: TestServer, look: () => Promise<void>) {
  const { stdout } = await runCommand(server, 'organizer', 'add', 'olga', '--role', 'owner');
  await page.goto(server.url + joinPath(stdout));
  await look();
  await page.locator('[name=password]').fill('short');
  await main(page).locator('button').click();
  await expect(page.locator('[role=alert]').first()).toContainText('at least 12');
  await look();
  await page.locator('[name=password]').fill(password);
  await main(page).locator('button').click();
  await page.waitForURL('**/organize/second-step');
  await expect(page.locator('svg[role=img]')).toBeVisible();
  await look();
  const secret = (await page.locator('[data-secret]').innerText()).replace(/\s/g, '');
  await page.locator('[name=code]').fill(totp(secret));
  await main(page).locator('button').click();
  await expect(page.locator('ol code')).toHaveCount(10);
  await look();
  await main(page).locator('a.button').click();
  await page.waitForURL('**/organize');
  return secret;
}

/** The first step, up to where a code is asked for. */
async function givePassword(page: Page, server: TestServer): Promise<void> {
  await page.goto(`${server.url}/organize/sign-in`);
  await page.locator('[name=handle]').fill('olga');
  await page.locator('[name=password]').fill(password);
  await page.locator('form[action="/organize/sign-in"] button').click();
  await page.waitForURL('**/organize/code');
}

async function signOut(page: Page, server: TestServer): Promise<void> {
  await page.goto(`${server.url}/organize/sign-out`);
  await main(page).locator('button').click();
  await page.waitForURL('**/organize/sign-in');
}

const lookAt = (page: Page, browser: Browser, javaScriptEnabled: boolean) => async () => {
  expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
};

/** Whoever joined outside of this browser is signed in here. */
const takeOver = (context: BrowserContext, server: TestServer, { browser }: Joined) =>
  context.addCookies([...browser.cookies].map(([name, value]) => ({ name, value, url: server.url })));

test('Olga joins by a link, signs out, and signs in again by password and app, on a phone', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const look = lookAt(page, browser, javaScriptEnabled);
  const secret = await join(page, server, look);
  await page.goto(`${server.url}/organize/sign-out`);
  await look();
  await main(page).locator('button').click();
  await page.waitForURL('**/organize/sign-in');
  await page.locator('[name=handle]').fill('olga');
  await page.locator('[name=password]').fill('not the password');
  await page.locator('form[action="/organize/sign-in"] button').click();
  await expect(page.locator('[role=alert]').first()).toContainText('do not fit together');
  await look();
  await givePassword(page, server);
  await look();
  await page.locator('[name=code]').fill(nextCode(secret));
  await main(page).locator('button').click();
  await page.waitForURL('**/organize');
});

test('Olga invites somebody, and ends her session in another browser, which is out at once', async ({
  page,
  context,
  browser,
  server,
  javaScriptEnabled,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const look = lookAt(page, browser, javaScriptEnabled);
  const olga = await joined(server, 'olga');
  await takeOver(context, server, olga);
  await page.goto(`${server.url}/organize/log`);
  await expect(main(page)).toContainText('inviter invited olga as owner.');
  await look();
  await page.goto(`${server.url}/organize/organizers`);
  await page.locator('[name=handle]:not([type=hidden])').fill('otto');
  await page.locator('.field [name=role]').selectOption('editor');
  await page.locator('form[action$="/invite"] button').click();
  await expect(page.locator('[data-link]')).toContainText('/organize/join/');
  await look();

  const elsewhere = await browser.newContext({ javaScriptEnabled });
  const other = await elsewhere.newPage();
  await givePassword(other, server);
  await other.locator('[name=code]').fill(olga.recoveryCodes[0] ?? '');
  await main(other).locator('button').click();
  await other.waitForURL('**/organize');
  await page.goto(`${server.url}/organize/account`);
  await expect(page.locator('[name=session]')).toHaveCount(2);
  await look();
  await page.getByRole('button', { name: 'End all others' }).click();
  await expect(page.locator('[role=status]')).toBeVisible();
  await other.goto(`${server.url}/organize/account`);
  expect(new URL(other.url()).pathname).toBe('/organize/sign-in');
  await elsewhere.close();
});

/** A device with a finger's, a face's or a PIN's unlocking, as the browser's own tests have it. @returns whether it unlocks is settable */
async function aDevice(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return (isUserVerified: boolean) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
}

/** A script that asks the device not to unlock, and sends what it answers: what somebody does who only found the device. */
async function signInLocked(): Promise<number> {
  const post = (path: string, body: object) =>
    fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const asked = (await (await post('/organize/passkeys/ask', {})).json()) as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...asked, userVerification: 'discouraged' });
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  return (await post('/organize/passkeys/sign-in', { response: credential.toJSON() })).status;
}

test('Olga adds a passkey and signs in with it, unless her device stays locked', async ({
  page,
  context,
  browser,
  server,
  javaScriptEnabled,
}) => {
  const look = async () => expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
  if (!javaScriptEnabled) {
    await page.goto(`${server.url}/organize/sign-in`);
    await expect(page.locator('[data-passkey-sign-in]')).toBeHidden();
    return;
  }
  const unlock = await aDevice(context, page);
  await takeOver(context, server, await joined(server, 'olga'));
  await page.goto(`${server.url}/organize/account`);
  await page.locator('#passkey-name').fill('blue phone');
  await page.locator('#passkey-password').fill('not the password');
  await page.locator('[data-passkey-add] button').click();
  await expect(page.locator('[data-passkey-add] [role=alert]')).toContainText('not your password');
  await look();
  await page.locator('#passkey-password').fill(password);
  await page.locator('[data-passkey-add] button').click();
  await page.waitForURL('**/organize/account?done=added');
  await expect(main(page)).toContainText('blue phone');
  await look();

  await signOut(page, server);
  await look();
  await unlock(false);
  await page.locator('[data-passkey-sign-in] button').click();
  await expect(page.locator('[data-passkey-sign-in] [role=alert]')).not.toBeEmpty();
  expect(await page.evaluate(signInLocked)).toBe(422);
  await unlock(true);
  await page.locator('[data-passkey-sign-in] button').click();
  await page.waitForURL('**/organize');
  await page.goto(`${server.url}/organize/log`);
  await expect(main(page)).toContainText('olga signed in with a passkey.');
  await expect(main(page)).toContainText('olga added a passkey.');

  await page.goto(`${server.url}/organize/account`);
  await page.locator('[name=remove]').click();
  await expect(page.locator('[role=status]')).toBeVisible();
  await signOut(page, server);
  await page.locator('[data-passkey-sign-in] button').click();
  await expect(page.locator('[data-passkey-sign-in] [role=alert]')).toContainText('does not sign in');
});
