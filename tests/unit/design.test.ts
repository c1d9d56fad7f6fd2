import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const tokens = read('src/styles/tokens.css');
const [day = '', night = ''] = tokens.split('@media (prefers-color-scheme: dark)');
const valueOf = (scheme: string, name: string): string =>
  new RegExp(`--${name}: (#[0-9a-f]+);`).exec(scheme)?.[1] ?? '';

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const digits = colour.slice(1).match(colour.length === 4 ? /./g : /../g)!;
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const share = Number.parseInt(pair.padStart(2, pair), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test.each(['ink', 'muted', 'link', 'error'])(
  'whoever reads %s on any ground has 4.5 to 1, by day and by night',
  (name) => {
    for (const scheme of [day, night])
      for (const ground of ['paper', 'surface', 'tint'])
        expect(contrast(valueOf(scheme, name), valueOf(scheme, ground))).toBeGreaterThanOrEqual(4.5);
  },
);

test('whoever looks for the button, a field’s frame or the focus finds it', () => {
  for (const scheme of [day, night]) {
    expect(contrast(valueOf(scheme, 'on-action') || '#fff', valueOf(scheme, 'action'))).toBeGreaterThanOrEqual(4.5);
    for (const name of ['field-line', 'focus', 'action'])
      expect(contrast(valueOf(scheme, name), valueOf(scheme, 'surface'))).toBeGreaterThanOrEqual(3);
  }
});

test('docs/design.md names colours that there are', () => {
  const named = read('docs/design.md').match(/#[0-9a-f]{3,6}\b/g) ?? [];
  expect(named.length).toBeGreaterThan(10);
  for (const colour of named) expect(tokens).toContain(colour);
});
