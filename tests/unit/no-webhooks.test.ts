import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';

/** Where it is said whom we ask: a database, and a mail server or what is known of one. Scripts of pages run in a browser. */
const mayAsk = /^src\/(?:store|mail|browser)\/|^src\/components\/[\w-]+\.ts$/;

/** What of Node's modules only listens, or only looks at an address. */
const harmless = ['BlockList', 'IncomingMessage', 'Server', 'ServerResponse', 'createServer', 'isIP'];

/** What a file could ask another machine with. */
function asks(text: string): string[] {
  const imported = [
    ...text.matchAll(/import ([^;]*?) from '(?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises|undici|ws)'/g),
  ]
    .flatMap(([, names = '']) => names.replace(/^type |[{}]|\btype /g, '').split(','))
    .map((name) => name.trim().split(' as ')[0] ?? '')
    .filter((name) => name !== '' && !harmless.includes(name));
  const called = text.match(/(?<![.\w])(?:fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b)/g) ?? [];
  return [...imported, ...called];
}

test('Webhooks: there are none, so nothing of ours asks an address that somebody gave; whoever adds one reads SECURITY.md first', () => {
  const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|astro)$/.test(name))
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((file) => !mayAsk.test(file));
  const asking = files.flatMap((file) =>
    asks(readFileSync(join(projectRoot, file), 'utf8')).map((what) => `${file}: ${what}`),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(asking).toEqual([]);
});

test.each([
  [`import { request } from 'node:https';`, ['request']],
  [`import { createServer, type Server, get as ask } from 'node:http';`, ['get']],
  [`import net from 'node:net';`, ['net']],
  [`await fetch(url)`, ['fetch(']],
  [`app.fetch(request); prefetch(); new WebSocketServer()`, []],
  [`new WebSocket('wss://x.example')`, ['new WebSocket']],
])('the search does find who asks: %s', (text, found) => {
  expect(asks(text)).toEqual(found);
});
