import { expect, test, vi } from 'vitest';
import { checkSync } from 'recheck';
import { patternsIn } from '../support/patterns-in.ts';

/** How long a regular expression may take is asked of recheck, in its own JavaScript: its other parts need Java or a binary. */
process.env.RECHECK_SYNC_BACKEND = 'pure';

const minute = 60_000;

/** Patterns that take more than linear time on some text, with the reason why that does no harm. */
const excepted: Record<string, string> = {};

/** Patterns that are put together while the program runs: by file, what has it make one of each kind. */
const makers: Record<string, () => Promise<unknown>> = {
  'src/domain/area.ts': async () => (await import('../../src/domain/area.ts')).coversCountry('iso/FI', 'FI'),
  'src/domain/letter-core.ts': () => import('../../src/domain/letter-core.ts'),
  'src/domain/locale.ts': () => import('../../src/domain/locale.ts'),
  'src/domain/source-code.ts': () => import('../../src/domain/source-code.ts'),
  'src/forms/csv.ts': async () => {
    const { readCsv } = await import('../../src/forms/csv.ts');
    for (const delimiter of [',', ';', '\t']) readCsv(`a${delimiter}b\nc`);
  },
  'src/strings/spaced.ts': () => import('../../src/strings/spaced.ts'),
};

const files = patternsIn(['src', 'bin', 'scripts', 'public', 'templates']);

/** Nothing takes long without a repetition that has no end. What recheck cannot find safe is not. */
const isVulnerable = ({ source, flags }: Pick<RegExp, 'source' | 'flags'>): boolean =>
  /[*+]|\{\d+,\}/.test(source) && checkSync(source, flags, { timeout: 30_000 }).status !== 'safe';

test(
  'no pattern of ours can be kept busy by a text that somebody sends, but those with a reason why not',
  { timeout: 3 * minute },
  () => {
    const found = files.flatMap(({ file, literals }) =>
      literals.filter((literal) => isVulnerable(read(literal))).map((literal) => `${file} ${literal}`),
    );
    expect(found.toSorted()).toEqual(Object.keys(excepted).toSorted());
  },
);

/** A literal's two parts; the flag that it is written in does not change what it matches. */
function read(literal: string): { source: string; flags: string } {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

test('nor can one that is put together while the program runs', { timeout: minute }, async () => {
  expect(files.filter(({ made }) => made > 0).map(({ file }) => file)).toEqual(Object.keys(makers));
  const made: RegExp[] = [];
  const before = globalThis.RegExp;
  globalThis.RegExp = class extends before {
    constructor(...args: ConstructorParameters<RegExpConstructor>) {
      super(...args);
      made.push(this);
    }
  } as RegExpConstructor;
  // Another test of this process may have read them already.
  vi.resetModules();
  try {
    for (const make of Object.values(makers)) await make();
  } finally {
    globalThis.RegExp = before;
  }
  expect(made.length).toBeGreaterThanOrEqual(7);
  expect(made.filter(isVulnerable)).toEqual([]);
});

test.each([
  /^(?:a|a)*$/,
  // Each stood in our readers once: a header, a time of day, a report of what came back, an address in it, a file’s beginning.
  /\p{M}|\([^)]*\)|[*:]/gu,
  /[T ]\d{1,2}:\d{2}.*$/,
  /^([\w-]+):\s*(.*?)\s*$/,
  /^[^;]*;\s*<?([^\s<>]+@[^\s<>]+?)>?(?:\s.*)?$/,
  /^\uFEFF?\s*(?:(?:#[^\n]*|---)\s*\n\s*)*(.{0,200})/u,
])('the search does find what takes too long: %s', (pattern) => {
  expect(isVulnerable(pattern)).toBe(true);
});

test('the search does look everywhere', () => {
  const literals = files.flatMap((file) => file.literals);
  expect(literals.length).toBeGreaterThan(200);
  for (const file of ['src/components/LinkedText.astro', 'src/components/TableFrame.astro', 'src/forms/csv.ts'])
    expect(files.find((one) => one.file === file)?.literals).not.toEqual([]);
});
