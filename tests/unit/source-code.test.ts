import { expect, test } from 'vitest';
import { fieldLimits } from '../../src/domain/limits.ts';
import { mastodonAddress, shareAddresses } from '../../src/domain/share-address.ts';
import { isPlainCode, nextSourceCode, sharePlaces } from '../../src/domain/source-code.ts';
import { readInvalidation } from '../../src/forms/invalidation.ts';
import { readServerName } from '../../src/forms/server-name.ts';
import { strings } from '../../src/strings/strings.ts';

test('a code tells how the campaign came to somebody and through how many hands, not through whose', () => {
  expect(nextSourceCode('', 'whatsapp', true)).toBe('whatsapp.1');
  expect(nextSourceCode('whatsapp.1', 'mail', true)).toBe('mail.2');
  expect(nextSourceCode('newsletter', 'whatsapp', true)).toBe('newsletter.whatsapp.1');
  expect(nextSourceCode('newsletter.whatsapp.1', 'telegram', true)).toBe('newsletter.telegram.2');
});

test('after the third hand all codes are alike', () => {
  expect(nextSourceCode('newsletter.mail.3', 'x', true)).toBe('newsletter.x.3');
});

test('a root of few people is not handed on, nor one that is too long', () => {
  expect(nextSourceCode('for-olga', 'mail', false)).toBe('mail.1');
  expect(nextSourceCode('for-olga.mail.1', 'line', false)).toBe('line.2');
  expect(nextSourceCode('n'.repeat(55), 'mail', true)).toBe('mail.1');
});

test('what only looks like a code of ours is a root', () => {
  for (const root of ['a.b', 'spring.mail', 'mail.9', 'v1.2.3', '.'])
    expect(nextSourceCode(root, 'x', true)).toBe(`${root}.x.1`);
});

test('every code of ours is one that forms take', () => {
  for (const place of sharePlaces) expect(nextSourceCode('n'.repeat(48), place, true)).toMatch(/^[\w.-]{1,60}$/);
});

test('title and address arrive whole at each place, whatever stands in them', () => {
  const shared = { title: 'Räte & “水” für 100 %? #now', url: 'https://campaigns.example/de/water?source=x.1' };
  const addresses = [
    ...Object.values(shareAddresses).map((of) => of(shared)),
    mastodonAddress('social.example', shared),
  ];
  expect(addresses).toHaveLength(7);
  for (const address of addresses) {
    expect(address).toMatch(/^https:\/\/[\w./?=&%~!*'()-]+$/);
    const told = [...new URL(address).searchParams.values()].join('\n');
    expect(told).toContain(shared.url);
    if (!address.includes('facebook')) expect(told).toContain(shared.title);
  }
});

test('a server is known however people write its name, and nothing else is taken for one', () => {
  for (const typed of ['social.example', ' Social.Example ', 'https://social.example/@sam', '@sam@social.example'])
    expect(readServerName(typed)).toBe('social.example');
  expect(readServerName('bücher.example')).toBe('xn--bcher-kva.example');
  for (const typed of [
    '',
    'social',
    '127.0.0.1',
    '[::1]',
    '0x7f.1',
    'social.example:8080',
    'javascript:alert(1)',
    'a b.example',

    `${'a'.repeat(300)}.example`,
  ])
    expect(readServerName(typed)).toBeUndefined();
});

test('whatever code a link may carry, an organizer can take out what came by it', () => {
  const { errors } = strings('en').organize.invalidations;
  const sourceOf = (source: string) => readInvalidation({ source, reason: 'A robot.' }, errors);
  const longest = 'x'.repeat(fieldLimits.source);
  expect([isPlainCode(longest), isPlainCode(`${longest}x`)]).toEqual([true, false]);
  expect(sourceOf(longest)).toMatchObject({ outcome: 'read', value: { conditions: { source: longest } } });
  expect(sourceOf(`${longest}x`)).toMatchObject({ outcome: 'faulty', errors: [{ field: 'source' }] });
});
