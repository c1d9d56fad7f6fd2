import { expect, test } from 'vitest';
import { clientAddress, isLocal } from '../../src/http/client-address.ts';
import type { Request } from '../../src/http/site.ts';

/** A request as it arrives from another machine, which no test has at hand. */
const from = (remoteAddress: string | undefined, sent: Record<string, string> = {}): Request => {
  const headers = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    req: { header: (name: string) => headers[name.toLowerCase()] },
    env: { incoming: { socket: { remoteAddress }, headers } },
  } as unknown as Request;
};

const proxies = ['10.0.0.0/8', '2001:db8:ffff::/48'];
const forwarded = (list: string) => ({ 'X-Forwarded-For': list });

test.each([
  ['nobody in front', '192.0.2.7', {}, '192.0.2.7'],
  ['who makes up an address', '192.0.2.7', forwarded('203.0.113.5'), '192.0.2.7'],
  ['a proxy of ours', '10.0.0.1', forwarded('192.0.2.7'), '192.0.2.7'],
  ['who makes one up behind a proxy of ours', '10.0.0.1', forwarded('203.0.113.5, 192.0.2.7'), '192.0.2.7'],
  ['two proxies of ours', '10.0.0.1', forwarded('203.0.113.5, 192.0.2.7, 10.9.9.9'), '192.0.2.7'],
  ['a proxy of ours in IPv6’s clothes', '::ffff:10.0.0.1', forwarded('::ffff:192.0.2.7'), '192.0.2.7'],
  ['a proxy of ours in IPv6', '2001:db8:ffff::1', forwarded('2001:db8::7'), '2001:db8::7'],
  ['a proxy that nobody trusts', '172.16.0.1', forwarded('192.0.2.7'), '172.16.0.1'],
  ['a proxy of ours that asks itself', '10.0.0.1', {}, '10.0.0.1'],
  ['rubbish at the right', '10.0.0.1', forwarded('192.0.2.7, unknown'), 'unknown'],
  ['nothing between commas', '10.0.0.1', forwarded(' , 192.0.2.7 , '), '192.0.2.7'],
  ['another header', '10.0.0.1', { 'X-Real-IP': '192.0.2.7', Forwarded: 'for=192.0.2.7' }, '10.0.0.1'],
])('X-Forwarded-For is read from the right, past proxies of ours only: %s', (_, peer, headers, address) => {
  expect(clientAddress(from(peer, headers), proxies)).toBe(address);
});

test.each([
  ['a program here', '127.0.0.1', { Host: '127.0.0.1:4321' }, true],
  ['a program here, by name', '::1', { Host: 'LocalHost' }, true],
  ['a program here, in IPv6’s clothes', '::ffff:127.0.0.1', { Host: '[::1]:4321' }, true],
  ['somebody elsewhere', '192.0.2.7', { Host: 'localhost' }, false],
  ['a proxy here that passes Host on', '127.0.0.1', { Host: 'campaign.example' }, false],
  ['no Host at all', '127.0.0.1', {}, false],
  ['a proxy of ours here, for somebody', '127.0.0.1', { Host: 'localhost', ...forwarded('192.0.2.7') }, false],
  [
    'a proxy of ours here, for a program here',
    '127.0.0.1',
    { Host: 'campaign.example', ...forwarded('127.0.0.1') },
    true,
  ],
  ['somebody behind it who says to be here', '127.0.0.1', forwarded('127.0.0.1, 192.0.2.7'), false],
  ['nobody knows whom', undefined, { Host: 'localhost' }, false],
])('whether somebody asks from this machine: %s', (_, peer, headers, local) => {
  expect(isLocal(from(peer, headers), ['127.0.0.0/8'])).toBe(local);
});

test.each([
  ['Via', '1.1 proxy'],
  ['Forwarded', 'for=127.0.0.1'],
  ['X-Forwarded-For', '127.0.0.1'],
  ['X-Forwarded-Proto', 'https'],
  ['X-Forwarded-Host', 'localhost'],
  ['X-Real-IP', '127.0.0.1'],
  ['X-Client-IP', '127.0.0.1'],
  ['True-Client-IP', '127.0.0.1'],
  ['CF-Connecting-IP', '127.0.0.1'],
])('who sends %s, as proxies do, is not taken for this machine unless a trusted one says so', (name, value) => {
  expect(isLocal(from('127.0.0.1', { Host: 'localhost', [name]: value }), [])).toBe(false);
});
