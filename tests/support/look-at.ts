import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { AskedPage } from './every-page.ts';

/** What hangs on colours, and is looked at once more in the dark. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** A page that pages are then shown in: axe is in it, and has been compiled once. Three times as quick as going from one to the next. */
export async function showcase(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(url);
  await new AxeBuilder({ page })
    .options({ runOnly: ['document-title'] })
    .setLegacyMode(true)
    .analyze();
}

/**
 * What is wrong with a page, if it is wrong again when it is shown once more: in one of some thousand pages, Chromium on a busy machine has colours of
 * the light still in the dark.
 */
export async function faultsOf(page: Page, asked: AskedPage, locale: string): Promise<string[]> {
  const found = await faultsNow(page, asked, locale);
  return found.length === 0 ? found : faultsNow(page, asked, locale);
}

/** By axe, light and dark, and on a screen 320 px wide, also with letters twice as large (WCAG 2.2: 1.4.4, 1.4.10). */
async function faultsNow(page: Page, asked: AskedPage, locale: string): Promise<string[]> {
  const status = await show(page, asked, locale);
  const found = status === asked.status ? [] : [`it is answered by ${status}`];
  found.push(...(await axe(page, { rules: { 'target-size': { enabled: true } } })));
  found.push(...(await tooWide(page)));
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  found.push(...(await tooWide(page)).map((fault) => `with large letters ${fault}`));
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await axe(page, { runOnly: ofColours })).map((fault) => `in the dark ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** Asks for the page as the showcase's own scripts would, and puts it in place of what stands there. */
const show = (page: Page, asked: AskedPage, language: string): Promise<number> =>
  page.evaluate(
    async ({ path, fields, locale }) => {
      const body = fields && new URLSearchParams(fields);
      const headers = { 'Accept-Language': locale };
      const answer = await fetch(path, { headers, ...(body && { method: 'POST', body }) });
      const html = await answer.text();
      document.open();
      const loaded = new Promise((resolve) => addEventListener('load', resolve, { once: true }));
      document.write(html);
      document.close();
      await loaded;
      return answer.status;
    },
    { path: asked.path, fields: asked.fields, locale: language },
  );

/** axe, as `showcase` has put it into the page. */
type Axe = { run(of: Document, options: Options): Promise<Awaited<ReturnType<AxeBuilder['analyze']>>> };
type Options = Parameters<AxeBuilder['options']>[0];

const axe = (page: Page, wanted: Options): Promise<string[]> =>
  page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
      resultTypes: ['violations'],
      ...options,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
    );
  }, wanted);

/** What makes somebody scroll sideways, and text that is cut off by what it stands in. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        element.textContent.trim() !== '' &&
        !element.closest('[aria-hidden=true]') &&
        ((hides(overflowX) && element.scrollWidth > element.clientWidth) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1))
      );
    });
    return [...wide, ...cut.map(({ localName, className }) => `${localName}.${className} cuts its text off`)];
  });
