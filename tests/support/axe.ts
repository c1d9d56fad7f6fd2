import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';

/**
 * What axe finds wrong on the page, a line for each fault: `rule: what it asks for (where)`. It needs scripts to
 * run; a page without JavaScript is therefore copied as it stands into one with it, where its own scripts do not run.
 */
export async function axeFaults(page: Page, browser: Browser, javaScriptEnabled: boolean): Promise<string[]> {
  if (javaScriptEnabled) return faultsOn(page);
  const copy = await stillCopy(page, browser);
  try {
    return await faultsOn(copy);
  } finally {
    await copy.context().close();
  }
}

/**
 * Only faults are described in full, not each element that is well; and the results of frames are put together on a
 * blank page only where there are frames. The same rules run, in 40 % of the time.
 */
async function faultsOn(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    // Of WCAG 2.2; axe has it off until it is asked.
    rules: { 'target-size': { enabled: true } },
  });
  const hasFrames = page.frames().length > 1;
  const { violations } = await axe.setLegacyMode(!hasFrames).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`));
}

async function stillCopy(page: Page, browser: Browser): Promise<Page> {
  const html = await page.content();
  const colorScheme = await page.evaluate(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  const viewport = page.viewportSize();
  const context = await browser.newContext({ javaScriptEnabled: true, viewport, colorScheme });
  const copy = await context.newPage();
  await copy.route('**/*', (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    return request.resourceType() === 'script' ? route.abort() : route.continue();
  });
  await copy.goto(page.url().startsWith('http') ? page.url() : 'http://localhost/');
  return copy;
}
