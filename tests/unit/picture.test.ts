import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, describe, expect, test } from 'vitest';
import { openPainter } from '../../src/picture/painter.ts';
import { openPictureCache } from '../../src/picture/picture-cache.ts';
import { pictureSize, type Picture } from '../../src/domain/picture.ts';
import { balanceTitle, cutLines, cutText, wrapTitle } from '../../src/picture/wrap-title.ts';

/** Every letter as wide as any other. */
const measure = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

describe('a title is broken into lines', () => {
  test('between words', () => {
    expect(wrapTitle('Clean water for all', 'en', 11, measure)).toEqual(['Clean water', 'for all']);
  });

  test('in Chinese between words, and no line begins with a comma or ends with an opening quotation mark', () => {
    for (const title of ['社会信用体系：被评分的人，必须能够“申诉”。', '社會信用體系：被評分的人，請連署「支持」！'])
      for (let width = 6; width < 20; width++) {
        const lines = wrapTitle(title, 'zh', width, measure);
        expect(lines.join('')).toBe(title);
        for (const line of lines) {
          expect(line).not.toMatch(/^[，。：！”」]/);
          expect(line).not.toMatch(/[“「]$/);
          expect(measure(line)).toBeLessThanOrEqual(width);
        }
      }
  });

  test('with what is longer than a line broken between letters, never within one', () => {
    expect(wrapTitle('नमस्ते'.repeat(3), 'hi', 9, measure).join('')).toBe('नमस्ते'.repeat(3));
    expect(wrapTitle('a '.concat('x'.repeat(25)), 'en', 10, measure)).toEqual([
      'a',
      'x'.repeat(10),
      'x'.repeat(10),
      'x'.repeat(5),
    ]);
  });

  test('of about the same length, and of no more of them', () => {
    const title = 'Watch the scores. Ask who keeps them.';
    expect(wrapTitle(title, 'en', 26, measure)).toEqual(['Watch the scores. Ask who', 'keeps them.']);
    expect(balanceTitle(title, 'en', 26, measure)).toEqual(['Watch the scores.', 'Ask who keeps them.']);
    expect(balanceTitle('a '.concat('x'.repeat(20)), 'en', 21, measure)).toEqual(['a', 'x'.repeat(20)]);
    expect(balanceTitle('', 'en', 21, measure)).toEqual([]);
    // Not within the word 問清楚, though 問 would fit; and in no more lines than it takes.
    expect(balanceTitle('盯住分數，問清楚誰在記分', 'zh-Hant', 9, measure)).toEqual(['盯住分數，', '問清楚誰在記分']);
    expect(balanceTitle('問，問，問', 'zh-Hant', 9, measure)).toEqual(['問，問，問']);
  });

  test('and says so where it was cut', () => {
    expect(cutLines(['one two', 'three four', 'five'], 2, 10, measure)).toEqual(['one two', 'three fou…']);
    expect(cutText('Example Publisher', 9, measure)).toBe('Example…');
  });
});

const aPicture = (picture: Partial<Picture> = {}): Picture => ({
  locale: 'en',
  direction: 'ltr',
  kicker: 'Petition',
  title: 'Clean water for all',
  titleLocale: 'en',
  titleDirection: 'ltr',
  publisher: 'Example Publisher',
  count: '12,345',
  signed: 'people have signed',
  goal: 'Next goal: 20,000',
  share: 0.25,
  ...picture,
});

const painter = openPainter();
afterAll(() => painter.close());

/** The picture's pixels, four bytes each. */
async function pixelsOf(png: Buffer): Promise<(x: number, y: number) => string> {
  const { width, height } = pictureSize;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(await loadImage(png), 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return (x, y) => `#${Buffer.from(data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)).toString('hex')}`;
}

test('the bar is filled as far as the goal is reached, from the side on which the language begins', async () => {
  const left = await pixelsOf(await painter.draw(aPicture()));
  expect(left(150, 559)).toBe('#f5b83d');
  expect(left(1050, 559)).toBe('#41578f');
  const right = await pixelsOf(await painter.draw(aPicture({ locale: 'ar', direction: 'rtl' })));
  expect(right(150, 559)).toBe('#41578f');
  expect(right(1050, 559)).toBe('#f5b83d');
});

test('Chinese and Arabic are drawn as what they are, not as empty boxes', async () => {
  const drawn = async (title: string, locale: string) => painter.draw(aPicture({ title, titleLocale: locale, locale }));
  for (const [locale, one, other] of [
    ['zh-Hans', '社会', '信用'],
    ['zh-Hant', '體系', '請連'],
    ['ar', 'نظام', 'حقوق'],
  ] as const)
    // Letters without a glyph all look the same.
    expect((await drawn(one, locale)).equals(await drawn(other, locale))).toBe(false);
});

test('a title that is not there in Arabic keeps its own direction within an Arabic picture', async () => {
  const pixels = await pixelsOf(
    await painter.draw(aPicture({ locale: 'ar', direction: 'rtl', title: 'W.', titleDirection: 'ltr' })),
  );
  // What stands outermost on the right is a full stop: nothing high, something low.
  const isInk = (top: number, bottom: number) =>
    Array.from({ length: bottom - top }, (_, at) => pixels(1118, top + at)).some((each) => each !== pixels(1118, 240));
  expect([isInk(260, 310), isInk(310, 345)]).toEqual([false, true]);
});

test('when the process that draws dies, the next picture is drawn by another', async () => {
  const dying = openPainter();
  await expect(dying.draw({ ...aPicture(), locale: 'no locale' })).rejects.toThrow();
  await expect(dying.draw(aPicture())).resolves.toBeInstanceOf(Buffer);
  dying.close();
  await expect(dying.draw(aPicture())).rejects.toThrow('closed');
});

/** Pictures under a stopwatch of our own; what is drawn waits for `drawing`, and fails while `broken`. */
function aCache() {
  const state = { at: 1000, count: '1', broken: false, tries: 0, told: 0, drawing: Promise.resolve() };
  const pictures = openPictureCache(
    {
      draw: async () => {
        state.tries += 1;
        const png = Buffer.from(`picture ${state.tries}`);
        await state.drawing;
        if (state.broken) throw new Error('no canvas');
        return png;
      },
    },
    () => state.at,
    () => {
      state.told += 1;
    },
  );
  const get = async (key: string): Promise<string | number> => {
    const found = await pictures.get(key, async () => aPicture({ count: state.count }));
    return found.outcome === 'drawn' ? found.png.toString() : found.waitSeconds;
  };
  return { state, get, finish: () => pictures.finish() };
}

test('a picture is looked after once a minute and drawn only if it changed; meanwhile the old one is shown', async () => {
  const { state, get, finish } = aCache();
  expect(await Promise.all([get('a'), get('a')])).toEqual(['picture 1', 'picture 1']);
  state.at += 60;
  expect(await get('a')).toBe('picture 1');
  await finish();
  state.count = '2';
  state.at += 59;
  expect(await get('a')).toBe('picture 1');
  await finish();
  expect(state.tries).toBe(1);

  let letDraw = (): void => undefined;
  state.drawing = new Promise((resolve) => (letDraw = resolve));
  state.at += 1;
  // However long it is drawn, nobody waits, and it is drawn once.
  for (let minute = 0; minute < 5; minute++) {
    expect(await get('a')).toBe('picture 1');
    state.at += 60;
  }
  expect(state.tries).toBe(2);
  letDraw();
  await finish();
  expect(await get('a')).toBe('picture 2');
});

test('while drawing fails, the old picture is shown; where there is none, it is tried again soon, then more and more rarely, and told when', async () => {
  const { state, get, finish } = aCache();
  await get('a');
  state.broken = true;
  state.count = '2';
  state.at += 60;
  expect([await get('a'), await get('a')]).toEqual(['picture 1', 'picture 1']);
  await finish();
  for (const wait of [5, 10, 20, 40, 60, 60]) {
    expect(await get('b')).toBe(wait);
    state.at += wait - 1;
    expect(await get('b')).toBe(1);
    state.at += 1;
  }
  expect([state.tries, state.told]).toEqual([8, 7]);
  state.broken = false;
  expect(await get('b')).toBe('picture 9');
  expect(await get('a')).toBe('picture 1');
  await finish();
  expect(await get('a')).toBe('picture 10');
  state.broken = true;
  state.count = '3';
  state.at += 60;
  await get('b');
  await finish();
  state.broken = false;
  state.at += 5;
  await get('b');
  await finish();
  expect(await get('b')).toBe('picture 12');
});

test('however many pictures there are, each is drawn once', async () => {
  const { state, get } = aCache();
  const keys = Array.from({ length: 500 }, (_, at) => `campaign${at} en`);
  for (let time = 0; time < 2; time++) await Promise.all(keys.map(get));
  expect(state.tries).toBe(500);
});
