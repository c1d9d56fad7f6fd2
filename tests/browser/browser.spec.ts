import { expect, test } from '@playwright/test';
import { axeFaults } from '../support/axe.ts';

const html = (body: string) => `data:text/html,<!doctype html><html lang="en"><title>A page</title>${body}</html>`;

test('axe finds the fault on a page that has one, and none on a page without', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  await page.goto(html('<main><h1>Sign</h1><label>Name <input></label></main>'));
  expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual([]);

  await page.goto(html('<main><h1>Sign</h1><input></main>'));
  expect(await axeFaults(page, browser, javaScriptEnabled)).toEqual(['label: Form elements must have labels (input)']);
});

test('the browser reaches no host but this machine', async ({ page }) => {
  const failed = page.waitForEvent('requestfailed');
  await page.goto(html('<img src="http://example.org/pixel.png" alt="">'));
  expect((await failed).failure()?.errorText).toBe('net::ERR_NAME_NOT_RESOLVED');
});

test('scripts run in one project and not in the other', async ({ page, javaScriptEnabled }) => {
  await page.goto(html('<p>still</p><script>document.querySelector("p").textContent = "moving"</script>'));
  await expect(page.locator('p')).toHaveText(javaScriptEnabled ? 'moving' : 'still');
});
