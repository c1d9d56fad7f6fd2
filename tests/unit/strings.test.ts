import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';
import { en } from '../../src/strings/en.ts';
import { locales, strings } from '../../src/strings/strings.ts';
import { unusedStrings } from '../support/unused-strings.ts';

/** The compiler reads all of src/ for it. */
const patienceMilliseconds = 120_000;

test('no string of the interface is there for nothing', { timeout: patienceMilliseconds }, () => {
  expect(unusedStrings(projectRoot)).toEqual([]);
});

test('a string that nothing uses is found, however the others are used', { timeout: patienceMilliseconds }, () => {
  const project = mkdtempSync(join(tmpdir(), 'campaign-kit-strings-'));
  const files = {
    'strings/en.ts': `export const en = {
      sign: { title: 'a', lost: 'b', of: (name: string) => name, all: ['c'] },
      states: { open: 'd', over: 'e', never: 'f' },
      picked: { openLead: 'g', overLead: 'h', otherLead: 'i' },
      spread: { one: 'j' }, listed: { two: 'k' }, forgotten: { three: 'l' },
    };`,
    'strings/de.ts': `import { en } from './en.ts'; export const de = { ...en, lost: en.sign.lost, three: en.forgotten.three };`,
    'strings/strings.ts': `import { en } from './en.ts'; export const strings = (_: string): typeof en => en;`,
    'http/use.ts': `import { strings } from '../strings/strings.ts';
      export const say = (state: 'open' | 'over'): unknown[] => {
        const { states, ...others } = strings('de');
        return [states[state], { ...strings('de').spread }, Object.values(strings('de').listed), others.sign.of('x')];
      };`,
    'pages/page.astro': `---
import { strings } from '../strings/strings.ts';
const { sign: { title: shown }, picked } = strings('de');
const state = Math.random() > 0.5 ? 'open' : 'over';
---
<!doctype html>
<p class:list={['x']}>{shown} {picked[\`\${state}Lead\` as const]} {strings('de').sign.all.map((one) => <b>{one}</b>)}</p>
<style>p { color: red }</style>
`,
  };
  for (const [name, text] of Object.entries(files)) {
    const file = join(project, 'src', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const found = unusedStrings(project);
  rmSync(project, { recursive: true });
  expect(found).toEqual(['sign.lost', 'states.never', 'picked.otherLead', 'forgotten.three']);
});

/** Of every string and function, by its path. Numbers of answers to a question may differ, their kind may not. */
function kinds(value: unknown, path = ''): string[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([name, inner]) => kinds(inner, path === '' ? name : `${path}.${name}`));
  return [`${path}: ${Array.isArray(value) ? 'list' : typeof value}`];
}

test.each(locales)('%s says what English says, no less and no more', (locale) => {
  expect(kinds(strings(locale)).toSorted()).toEqual(kinds(en).toSorted());
});

test.each(locales)(
  'the privacy page says in %s wherever it matters whether the organizers’ key still lies there',
  (locale) => {
    const { short, sealed, stored, taken } = strings(locale).privacy;
    const differing = <Entry>(entries: (keyHere: boolean) => Entry[]): number[] => {
      const away = entries(false);
      return entries(true).flatMap((entry, at) => (JSON.stringify(entry) === JSON.stringify(away[at]) ? [] : [at]));
    };
    const lengths = (lists: Pick<typeof en.privacy, 'short' | 'stored' | 'taken'>) => [
      lists.short(true).length,
      lists.stored(true).length,
      lists.taken(true).length,
    ];
    expect(lengths(strings(locale).privacy)).toEqual(lengths(en.privacy));
    expect(sealed(true)).not.toBe(sealed(false));
    // Who sees a name; what is typed; a thief of the server, whoever seizes it, a court.
    expect([differing(short), differing(stored), differing(taken)]).toEqual([[0], [0], [2, 3, 4]]);
  },
);
