import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';

/** What runs in a browser may call our own server; the policy that we send keeps it from any other. */
const inBrowser = /^src\/(?:browser|components|pages|layouts)\//;
const files = globSync('src/**/*.{ts,astro}', { cwd: projectRoot })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !inBrowser.test(file));
const linesOf = (file: string): string[] => readFileSync(join(projectRoot, file), 'utf8').split('\n');

const calling = [
  /\bfetch\(/,
  /\bnew (?:WebSocket|EventSource|XMLHttpRequest)\b/,
  /from '(?:undici|axios|got|ws|node-fetch)'/,
  /from 'node:(?:https|http2|tls|dgram)'/,
  // A server takes calls; these make them.
  /import .*\b(?:request|get|Agent|connect|createConnection|Socket)\b.* from 'node:(?:http|net)'/,
];
const callsOut = (line: string): boolean =>
  calling.some((pattern) => pattern.test(line)) && !line.startsWith('import type') && !line.includes('fetchCallback');

test('the server calls nobody by HTTP, so that no address that somebody hands in is ever fetched', () => {
  expect(files.length).toBeGreaterThan(250);
  const calls = files.flatMap((file) =>
    linesOf(file)
      .filter(callsOut)
      .map((line) => `${file}: ${line.trim()}`),
  );
  // Whoever adds a webhook: resolve its name once, refuse private, link-local and mapped addresses, connect to that very address, follow
  // no redirect, wait five seconds at most, and put nothing about a person in it.
  expect(calls).toEqual([]);
});

test('the search does find calls', () => {
  for (const line of [
    "await fetch('https://x.example')",
    "import { request } from 'node:http';",
    "import tls from 'node:tls';",
  ])
    expect(callsOut(line)).toBe(true);
  expect(linesOf('src/browser/ask-page.ts').some((line) => line.includes('fetch'))).toBe(true);
});
