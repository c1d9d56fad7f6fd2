import { expect, test } from 'vitest';
import { isolated } from '../../src/strings/isolated.ts';
import { why } from '../../src/strings/ar/after.ts';
import { progress } from '../../src/strings/ar/pages.ts';

const shown = (text: string): string => text.replaceAll('\u2068', '[').replaceAll('\u2069', ']');

test('a Latin name in an Arabic sentence runs its own way and turns nothing around it', () => {
  expect(shown(isolated`هل وصل ردّ من ${'Ada Example'}؟`)).toBe('هل وصل ردّ من [Ada Example]؟');
  expect(shown(isolated`${'Ada'} (${12})`)).toBe('[Ada] ([12])');
});

test.each([
  [1, 'شخص واحد'],
  [2, 'شخصان'],
  [5, '5 أشخاص'],
  [11, '11 شخصًا'],
  [100, '100 شخص'],
])('an office that %i people wrote to reads so in Arabic', (count, people) => {
  expect(why.count(count, String(count))).toContain(`كتب إليكم ${people} `);
});

test('beside the count stands its noun in the form that Arabic wants for it', () => {
  expect([0, 1, 2, 3, 11, 100].map(progress.signed)).toEqual([
    'توقيع',
    'توقيع',
    'توقيعان',
    'تواقيع',
    'توقيعًا',
    'توقيع',
  ]);
});
