import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { coaching } from '../../src/strings/en/letter.ts';

const template =
  'Dear {{ representative }},\n\nplease ask in public for the rules, the data and the ways of appeal.\n\n{{ name }}';
const own = 'My sister runs the bakery on Mill Lane, and nobody could tell her which list she was on.';

/** As much of a page as the script touches. Each change of what is said is remembered: it is read out. */
const readOut: string[] = [];
const field = Object.assign(new EventTarget(), { value: template });
const meter = { value: 0 };
const said = {
  text: coaching.says(10),
  get textContent() {
    return `\n  ${this.text}\n`;
  },
  set textContent(text: string) {
    readOut.push(text);
    this.text = text;
  },
};
const measure = {
  hidden: true,
  dataset: { template, says: JSON.stringify(Array.from({ length: 11 }, (_, tenths) => coaching.says(tenths))) },
  querySelector: (selector: string) => (selector === 'meter' ? meter : said),
};
const page = new EventTarget();

beforeAll(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('document', {
    querySelector: (selector: string) => (selector.includes('textarea') ? field : measure),
  });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  await import('../../src/components/letter-share.ts');
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function type(text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

test('Wanda hears how much is the template’s when she pauses, and only when it has changed', () => {
  page.dispatchEvent(new Event('pageshow'));
  expect(measure.hidden).toBe(false);
  expect(readOut).toEqual([]);

  type(`${template} ${own.slice(0, 20)}`);
  vi.advanceTimersByTime(900);
  type(`${template}\n\n${own}`);
  vi.advanceTimersByTime(900);
  expect(readOut).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(readOut).toEqual([expect.stringMatching(/own words|in ten|half/)]);
  expect(meter.value).toBeGreaterThan(3);

  type(`${template}\n\n${own}!`);
  vi.advanceTimersByTime(1000);
  expect(readOut).toHaveLength(1);

  type(own);
  vi.advanceTimersByTime(1000);
  expect(readOut.at(-1)).toBe(coaching.says(0));
  expect(meter.value).toBe(10);
});

test('of nothing, nothing is said', () => {
  type(template);
  vi.advanceTimersByTime(1000);
  const before = readOut.length;
  type(' \n');
  vi.advanceTimersByTime(1000);
  expect(measure.hidden).toBe(true);
  expect(readOut).toHaveLength(before);
});
