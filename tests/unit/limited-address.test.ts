import { expect, test } from 'vitest';
import { clientAddress, isUnnamedProxy, limitedAddress } from '../../src/http/client-address.ts';
import type { Request } from '../../src/http/site.ts';

/** A request as it comes over a connection. */
const from = (peer: string, forwarded?: string): Request =>
  ({
    req: { header: (name: string) => (name === 'X-Forwarded-For' ? forwarded : undefined) },
    env: { incoming: { socket: { remoteAddress: peer } } },
  }) as unknown as Request;

const named = ['127.0.0.1', '10.0.0.0/8', '203.0.113.0/24'];

test.each([
  ['somebody on the internet', '198.51.100.7', undefined, '198.51.100.7'],
  ['somebody who makes up whom they ask for', '198.51.100.7', '192.0.2.1', '198.51.100.7'],
  ['a visitor of a named proxy', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['a visitor who makes up others before it', '127.0.0.1', '192.0.2.1, 198.51.100.7', '198.51.100.7'],
  ['a visitor of a CDN before a proxy, both named', '::ffff:127.0.0.1', '198.51.100.7, 203.0.113.9', '198.51.100.7'],
  ['a visitor of a proxy that adds the port', '127.0.0.1', '198.51.100.7:40312', '198.51.100.7'],
  ['a visitor by IPv6', '127.0.0.1', '2001:db8::7', '2001:db8::7'],
  ['an office whose proxy tells private addresses', '127.0.0.1', '192.168.1.20', '192.168.1.20'],
])('%s is limited by their own address', (_who, peer, forwarded, address) => {
  expect(limitedAddress(from(peer, forwarded), named)).toBe(address);
  expect(clientAddress(from(peer, forwarded), named)).toBe(address);
});

test.each([
  ['this machine', '127.0.0.1', undefined, []],
  ['this machine by IPv6', '::1', undefined, []],
  ['a proxy here that nobody has named', '127.0.0.1', '198.51.100.7', []],
  ['a proxy in a container that nobody has named', '::ffff:172.17.0.1', '198.51.100.7', []],
  ['a proxy by a link-local address', 'fe80::1%eth0', '198.51.100.7', []],
  ['a proxy in a shared network', '100.64.3.2', undefined, []],
  ['a named proxy that does not say whom it asks for', '203.0.113.9', undefined, named],
  ['a named proxy’s own look whether we live', '127.0.0.1', '127.0.0.1', named],
])('%s is not limited', (_who, peer, forwarded, proxies) => {
  expect(limitedAddress(from(peer, forwarded), proxies)).toBeUndefined();
});

test('a proxy is told of that is near, says whom it asks for, and is not named; nobody else is', () => {
  expect(isUnnamedProxy(from('127.0.0.1', '198.51.100.7'), [])).toBe(true);
  expect(isUnnamedProxy(from('172.17.0.1', '198.51.100.7'), [])).toBe(true);
  expect(isUnnamedProxy(from('172.17.0.1', '198.51.100.7'), ['172.17.0.0/16'])).toBe(false);
  expect(isUnnamedProxy(from('127.0.0.1'), [])).toBe(false);
  expect(isUnnamedProxy(from('198.51.100.7', '192.0.2.1'), [])).toBe(false);
});
