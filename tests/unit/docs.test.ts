import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { projectRoot } from '../../src/places.ts';

/** What newcomers, operators and contributors read. Decisions are of their day, but their links are not. */
const living = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...globSync('docs/*.md', { cwd: projectRoot }),
];
const files = [...living, ...globSync('docs/decisions/*.md', { cwd: projectRoot })];
const textOf = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
/** What a command writes, and git leaves out. */
const madeLater = textOf('.gitignore')
  .split('\n')
  .map((line) => line.replace(/^\//, ''));
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, match]) => match!);

test.each(files)('%s links only to files that are there', (file) => {
  const links = found(textOf(file), /\]\(([^)#]+)/g).filter((link) => !link.startsWith('http'));
  expect(links.filter((link) => !existsSync(join(projectRoot, dirname(file), link)))).toEqual([]);
});

test.each(living)('%s names only files and commands that are there', (file) => {
  const text = textOf(file);
  const paths = found(text, /`((?:src|tests|docs|bench|scripts|templates)\/[\w./-]+)`/g);
  expect(paths.filter((path) => !madeLater.includes(path) && !existsSync(join(projectRoot, path)))).toEqual([]);
  const called = found(text, /npx campaign (\w+)/g);
  expect(called.filter((name) => !(name in commands))).toEqual([]);
});

test('the search does find paths and commands', () => {
  expect(found(textOf('docs/privacy.md'), /`(tests\/[\w./-]+)`/g).length).toBeGreaterThan(4);
  expect(found(textOf('README.md'), /npx campaign (\w+)/g)).toContain('export');
});
