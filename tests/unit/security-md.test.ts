import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';

/** The sections of OWASP ASVS 5.0.0 that ask for something at level 1 or 2. Of V10 and V17 we have nothing. */
const sections: Record<number, number[]> = {
  1: [1, 2, 3, 4, 5],
  2: [1, 2, 3, 4],
  3: [2, 3, 4, 5, 7],
  4: [1, 2, 3, 4],
  5: [1, 2, 3, 4],
  6: [1, 2, 3, 4, 5, 6, 8],
  7: [1, 2, 3, 4, 5, 6],
  8: [1, 2, 3, 4],
  9: [1, 2],
  10: [],
  11: [1, 2, 3, 4, 5, 6],
  12: [1, 2, 3],
  13: [1, 2, 3, 4],
  14: [1, 2, 3],
  15: [1, 2, 3],
  16: [1, 2, 3, 4, 5],
  17: [],
};

const text = readFileSync(join(projectRoot, 'SECURITY.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => /^\| \**V\d/.test(line))
  .map((line) => {
    const [section = '', shownBy = '', remarks = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { section, shownBy: [...shownBy.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ''), remarks };
  });

test('every section of ASVS 5 that level 2 asks for stands in the table, in its chapter', () => {
  const numbers = rows.map(({ section }) => /^\**V([\d.]+)/.exec(section)?.[1]);
  const asked = Object.entries(sections).flatMap(([chapter, parts]) => [
    chapter,
    ...parts.map((part) => `${chapter}.${part}`),
  ]);
  expect(numbers).toEqual(asked);
});

test('each section names what shows it, or says that there is nothing to show', () => {
  for (const { section, shownBy, remarks } of rows.filter((row) => !row.section.startsWith('**')))
    expect(shownBy.length > 0 || remarks.startsWith('Not here') ? '' : section).toBe('');
});

test('every file that is named is there, and most of them are tests', () => {
  const named = [...text.matchAll(/`((?:tests|docs|src)\/[\w./-]+|\.env\.example)`/g)].map(([, file]) => file ?? '');
  expect(named.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
  expect(rows.flatMap(({ shownBy }) => shownBy).filter((file) => !named.includes(file))).toEqual([]);
  expect(new Set(named.filter((file) => file.startsWith('tests/'))).size).toBeGreaterThan(40);
});
