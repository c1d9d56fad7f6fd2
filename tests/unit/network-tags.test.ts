import { expect, test } from 'vitest';
import { isDisposable } from '../../src/domain/disposable.ts';
import { isNarrow } from '../../src/domain/invalidation.ts';
import { networksOf } from '../../src/domain/network.ts';
import { openNetworkTags } from '../../src/http/network-tags.ts';

test.each([
  ['192.0.2.17', '192.0.2.17/32', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:0DB8:0001:ffff::1', '2001:db8:1:ffff::/64', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['::1', '0:0:0:0::/64', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64', '64:ff9b:0::/48'],
])('%s belongs to the networks %s and %s', (address, line, site) => {
  expect(networksOf(address)).toEqual({ line, site });
});

test.each(['', 'unknown', '1.2.3', '::g', 'example.org', '[::1]', ':::'])(
  '“%s” is no address of any network',
  (text) => {
    expect(networksOf(text)).toBeUndefined();
  },
);

test('two at one office have the same tag today, and nobody else’s network, campaign, server or tomorrow has', () => {
  const clock = { at: Date.parse('2026-11-23T23:59:59Z') / 1000 };
  const tag = openNetworkTags(() => clock.at);
  const elsewhere = openNetworkTags(() => clock.at);
  const sam = tag(1, '192.0.2.1')!;
  expect(tag(1, '192.0.2.254')).toEqual(sam);
  expect(sam).toHaveLength(8);
  for (const other of [tag(1, '192.0.3.1'), tag(2, '192.0.2.1'), elsewhere(1, '192.0.2.1')])
    expect(other).not.toEqual(sam);
  clock.at += 1;
  expect(tag(1, '192.0.2.1')).not.toEqual(sam);
  expect(tag(1, 'no address')).toBeNull();
});

test('a mailbox to throw away is known by its domain, at any of its subdomains, and others are none', () => {
  expect(isDisposable('sam@disposable.example')).toBe(true);
  for (const domain of ['box.mailinator.com', 'a.box.mailinator.com']) expect(isDisposable(`sam@${domain}`)).toBe(true);
  for (const address of ['sam@example.org', 'sam@notmailinator.com', 'sam@com'])
    expect(isDisposable(address)).toBe(false);
});

test('what would empty a petition is not narrow: nothing at all, a state, “signed here”, one end of the time, or usual addresses', () => {
  for (const conditions of [
    {},
    { state: 'pending' },
    { origin: 'site' },
    { state: 'confirmed', origin: 'site' },
    { from: 0 },
    { to: 2_000_000_000, state: 'confirmed' },
    { disposable: false, honeypot: false, origin: 'site' },
  ] as const)
    expect(isNarrow(conditions)).toBe(false);
  for (const conditions of [
    { from: 0, to: 3600 },
    { disposable: true },
    { honeypot: true },
    { origin: 'import' },
    { country: 'DE', state: 'pending' },
  ] as const)
    expect(isNarrow(conditions)).toBe(true);
});
