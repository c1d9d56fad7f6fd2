import { array, assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parseEmailAddress } from '../../src/domain/email-address.ts';
import { readableAddress } from '../../src/http/readable-address.ts';

test.each([
  ['ada@xn--bcher-kva.example', 'ada@bücher.example'],
  ['ada@xn--r8jz45g.xn--zckzah', 'ada@例え.テスト'],
  ['Ada.E+x@example.org', 'Ada.E+x@example.org'],
  ['', ''],
])('%s reads %s', (address, readable) => {
  expect(readableAddress(address)).toBe(readable);
});

test.each(['i@xn--iny-zx5a.example', 'i@xn--ls8h.example', 'i@xn--a.example', 'i@xn--.example'])(
  '%s stays as it is: what it would read is no address, or another one',
  (address) => {
    expect(readableAddress(address)).toBe(address);
  },
);

test('what is read and typed again is the same address, whatever the script', () => {
  const label = array(constantFrom(...'abc1-éüßжяδλאبكक्षทย例え한글ıſ'.split(''), 'xn--'), {
    minLength: 1,
    maxLength: 12,
  });
  const domain = array(label, { minLength: 1, maxLength: 3 }).map((labels) =>
    labels.map((letters) => letters.join('')).join('.'),
  );
  let international = 0;
  const check = (typed: string): void => {
    const address = parseEmailAddress(typed);
    if (address === undefined) return;
    const readable = readableAddress(address);
    if (readable !== address) international += 1;
    expect(parseEmailAddress(readable)).toBe(address);
  };
  assert(
    property(domain, (name) => check(`ada@${name}.example`)),
    { numRuns: 3000 },
  );
  assert(
    property(string({ unit: 'binary' }), (text) => check(`ada@${text}.example`)),
    { numRuns: 1000 },
  );
  expect(international).toBeGreaterThan(100);
});
