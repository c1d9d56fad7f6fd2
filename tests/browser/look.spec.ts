import { expect, test } from '@playwright/test';
import { aServer } from '../support/a-server.ts';

test('each field of the sign form is as wide as the form and high enough for a thumb, also from right to left', async ({
  page,
}) => {
  const server = await aServer();
  try {
    await page.setViewportSize({ width: 360, height: 800 });
    for (const path of ['/social-credit', '/ar/social-credit']) {
      await page.goto(server.url + path);
      const form = await page.locator('form[action$="/sign"]').boundingBox();
      for (const name of ['name', 'email', 'comment']) {
        const field = await page.locator(`form[action$="/sign"] [name=${name}]`).boundingBox();
        expect(field?.width, `${name} at ${path}`).toBeGreaterThan(0.9 * (form?.width ?? Infinity));
        expect(field?.height, `${name} at ${path}`).toBeGreaterThanOrEqual(44);
      }
    }
  } finally {
    await server.stop();
  }
});
