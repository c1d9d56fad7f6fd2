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

test('Anna mistypes her address: she is asked, mends it with one press or not at all, and signs either way', async ({
  page,
  browser,
  server,
  javaScriptEnabled,
}) => {
  const clean = async () => expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);
  const form = page.locator('form[action$="/sign"]');
  const asked = form.locator('.meant[role=status]');
  const fill = async (email: string) => {
    await form.locator('[name=email]').fill(email);
    await form.locator('[name=name]').focus();
  };
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${server.url}/social-credit`);
  await form.locator('[name=name]').fill('Anna Example');
  await form.locator('[name=country]').selectOption('DE');

  await fill('anna@gmial.com');
  if (javaScriptEnabled) {
    await expect(asked).toHaveText(/^Did you mean anna@gmail\.com\? Yes, change it$/);
    await clean();
    await asked.getByRole('button').press('Enter');
    await expect(form.locator('[name=email]')).toHaveValue('anna@gmail.com');
    await expect(form.locator('[name=email]')).toBeFocused();
    await expect(asked).toBeEmpty();
    await fill('"<b>@x.con');
    await expect(asked).toHaveText(/^Did you mean "<b>@x\.com\?/);
    await fill('anna@mail.com');
    await expect(asked).toBeEmpty();
  }
  // From the address straight to the button, which must not move away.
  await form.locator('[name=email]').fill('anna@gmial.com');
  await form.getByRole('button', { name: 'Sign', exact: false }).last().click();
  await page.waitForURL('**/check-your-mail#mistyped');
  const told = page.locator('#mistyped');
  await expect(told).toBeVisible();
  await expect(told).toBeInViewport();
  await clean();
  expect(await server.mailsTo('anna@gmial.com')).toHaveLength(1);
  await page.goto(`${server.url}/social-credit/check-your-mail`);
  await expect(told).toBeHidden();
});
