import { expect, test } from 'vitest';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { openPageCache } from '../../src/http/page-cache.ts';
import { bodyWith, encodePage, sourceMarker } from '../../src/http/source-slot.ts';
import { changeListeners } from '../../src/store/change-listeners.ts';
import type { Change } from '../../src/store/writer.ts';

/** A page that shows a count, takes a while to make, and tells how often it was made. */
function aCampaignPage({ mostBytes }: { mostBytes?: number } = {}) {
  const { tell, onChange } = changeListeners();
  const cache = openPageCache({ onChange }, mostBytes === undefined ? {} : { mostBytes });
  const page = { count: 0, renders: 0, milliseconds: 20 };
  const make = async (): Promise<string> => {
    page.renders += 1;
    const html = `<p>${page.count}</p>`;
    await sleep(page.milliseconds);
    return html;
  };
  return {
    page,
    cache,
    get: async (key = 'page', tag: Change = 'campaign:1') => (await cache.get(key, tag, make)).identity.toString(),
    grow: () => {
      page.count += 1;
      tell(new Set<Change>(['counts', 'campaign:1']));
    },
    pause: () => tell(new Set<Change>(['representatives'])),
    shrink: () => {
      page.count -= 1;
      tell(new Set<Change>(['counts', 'campaign:1', 'removed:1']));
    },
  };
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const countIn = (html: string): number => Number(/\d+/.exec(html)?.[0]);

test('a hundred visitors at once after a signature make one page; one waits for it, the others get the last one', async () => {
  const { page, get, grow } = aCampaignPage();
  await get();
  grow();
  const seen = await Promise.all(Array.from({ length: 100 }, () => get()));
  expect(page.renders).toBe(2);
  expect(seen.filter((html) => html === '<p>1</p>')).toHaveLength(1);
  expect(await get()).toBe('<p>1</p>');
});

test('nobody has asked yet: a hundred at once wait for one page', async () => {
  const { page, get } = aCampaignPage();
  await Promise.all(Array.from({ length: 100 }, () => get()));
  expect(page.renders).toBe(1);
});

test('however many sign, the page is made at most once a second, and its count never falls', async () => {
  const { page, get, grow } = aCampaignPage();
  const seen: number[] = [];
  const ends = Date.now() + 2300;
  while (Date.now() < ends) {
    grow();
    void get().then((html) => seen.push(countIn(html)));
    await sleep(2);
  }
  await sleep(60);
  expect(page.renders).toBeLessThanOrEqual(4);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBeGreaterThan(seen[0]!);
});

test('what was taken out is shown to nobody once that is told, not even while the new page is made', async () => {
  const { get, grow, shrink } = aCampaignPage();
  grow();
  expect(await get()).toBe('<p>1</p>');
  await sleep(1000);
  shrink();
  expect(new Set(await Promise.all([get(), get(), get()]))).toEqual(new Set(['<p>0</p>']));
});

test('a page that was under way when something was taken out is made once more before anybody sees it', async () => {
  const { page, get, shrink } = aCampaignPage();
  page.count = 5;
  const asked = get();
  await sleep(5);
  shrink();
  expect(await asked).toBe('<p>4</p>');
  expect(page.renders).toBe(2);
});

test('a page that cannot be made is tried again by whoever comes next', async () => {
  const { onChange } = changeListeners();
  const cache = openPageCache({ onChange });
  await expect(async () =>
    cache.get('page', undefined, () => Promise.reject(new Error('no database'))),
  ).rejects.toThrow();
  expect((await cache.get('page', undefined, () => Promise.resolve('well'))).identity.toString()).toBe('well');
});

test('all encodings together stay within the memory they may take; what was asked for last stays', async () => {
  const { cache, get, page } = aCampaignPage({ mostBytes: 2000 });
  page.milliseconds = 0;
  for (let n = 0; n < 100; n++) await get(`page ${n}`);
  expect(cache.facts().bytes).toBeLessThanOrEqual(2000);
  expect(cache.facts().pages).toBeGreaterThan(5);
  const before = page.renders;
  await get('page 99');
  expect(page.renders).toBe(before);
  await get('page 0');
  expect(page.renders).toBe(before + 1);
});

test('forgetting everything leaves no bytes behind', async () => {
  const { cache, get } = aCampaignPage();
  await get();
  cache.clear();
  expect(cache.facts()).toMatchObject({ bytes: 0, pages: 0 });
});

const longPage = Array.from({ length: 400 }, (_, n) => `<p>Paragraph ${n} about ${n * n} things</p>`).join('\n');

test.each(['', 'a', 'newsletter', 'a.b-c_d', 'x'.repeat(60)])(
  '“%s” stands in the page’s field in every encoding',
  async (code) => {
    const page = await encodePage(`${longPage}<input name="source" value="${sourceMarker}">${longPage}`);
    expect(page.slot).toBeDefined();
    const texts = [
      bodyWith(page, 'identity', code),
      brotliDecompressSync(bodyWith(page, 'br', code)),
      gunzipSync(bodyWith(page, 'gzip', code)),
    ].map(String);
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toMatch(/<input name="source" value="[^"]*" *>/);
    expect(texts[0]).toContain(`value="${code}"`);
    expect(texts[0]!.startsWith(longPage) && texts[0]!.endsWith(longPage)).toBe(true);
  },
);

test('the slot survives compression whatever its random bytes are', async () => {
  for (let n = 0; n < 100; n++) expect((await encodePage(`${longPage}<i v="${sourceMarker}">${n}`)).slot).toBeDefined();
});

test('a representative who is paused is offered on no page that is asked for once that is told', async () => {
  const { page, get, pause } = aCampaignPage();
  page.milliseconds = 0;
  await Promise.all([get('letters', 'representatives'), get()]);
  pause();
  await Promise.all([get('letters', 'representatives'), get()]);
  expect(page.renders).toBe(3);
});
