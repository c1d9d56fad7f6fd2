import { expect, type Locator, type Page } from '@playwright/test';

/** How somebody works a page. */
export interface Hands {
  /** Follows a link or presses a button. */
  press: (target: Locator) => Promise<void>;
  type: (field: Locator, text: string) => Promise<void>;
  /** @param name of the option, as it is shown */
  choose: (field: Locator, name: string) => Promise<void>;
  tick: (box: Locator) => Promise<void>;
}

export const mouse: Hands = {
  press: (target) => target.click(),
  type: (field, text) => field.fill(text),
  choose: async (field, name) => void (await field.selectOption({ label: name })),
  tick: (box) => box.check(),
};

/** A finger hits nothing smaller than 24 px (WCAG 2.2, 2.5.8), but for links within a sentence. */
export const finger: Hands = {
  press: async (target) => {
    await target.scrollIntoViewIfNeeded();
    const inSentence = await target.evaluate((element) => getComputedStyle(element).display === 'inline');
    const { width = 0, height = 0 } = (await target.boundingBox()) ?? {};
    if (!inSentence) expect(Math.min(width, height), `${target.toString()} is too small`).toBeGreaterThanOrEqual(24);
    await target.tap();
  },
  type: async (field, text) => {
    await field.tap();
    await field.fill(text);
  },
  choose: mouse.choose,
  tick: (box) => box.tap(),
};

/** Nothing but keys: whoever tabs sees on each stop where they are, and nothing lies over it. */
export function keyboard(page: Page): Hands {
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let stops = 0; stops < mostStops; stops++) {
      if (await isFocused(target)) return;
      await page.keyboard.press('Tab');
      expect(await page.evaluate(hiddenFocus)).toBeUndefined();
    }
    throw new Error(`${target.toString()} is not reached by the keyboard`);
  };
  return {
    press: async (target) => {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    type: async (field, text) => {
      await reach(field);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    choose: async (field, name) => {
      await reach(field);
      await page.keyboard.type(name);
    },
    tick: async (box) => {
      await reach(box);
      await page.keyboard.press('Space');
    },
  };
}

/** No page has more places to stop at. */
const mostStops = 150;

/** What is wrong with how the focus shows (WCAG 2.2: 2.4.7, 2.4.11); undefined if it can be seen. Runs in the page. */
function hiddenFocus(): string | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  const where = `${element.localName} “${element.textContent.trim().slice(0, 40)}”`;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${where} has no outline`;
  const shown = [...element.getClientRects()].some(({ left, top, width, height }) => {
    const there = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
    return there !== null && (element.contains(there) || there.contains(element));
  });
  return shown ? undefined : `${where} is out of sight`;
}
