import { describe, expect, test } from 'vitest';
import { areasAround, coversCountry } from '../../src/domain/area.ts';
import { beginningsOf, normalisePostcode } from '../../src/domain/postcode.ts';

test.each([
  ['k1a 0b1', 'CA', 'K1A0B1'],
  ['12345-6789', 'US', '123456789'],
  [' 10115 ', 'DE', '10115'],
  ['１００－０００１', 'JP', '1000001'],
  ['D02.X285', 'IE', 'D02X285'],
  ['sw1a1aa', 'GB', 'SW1A1AA'],
  ['n1 1aa', 'GB', 'N1__1AA'],
  ['N11AA', 'GB', 'N1__1AA'],
  ['N11 1AA', 'GB', 'N11_1AA'],
  ['N1 1', 'GB', 'N1__1'],
  ['N11', 'GB', 'N11_'],
  ['AB101', 'GB', 'AB101'],
  ['AB10 1', 'GB', 'AB101'],
  ['JE2 3AB', 'JE', 'JE2_3AB'],
  ['GIR 0AA', 'GB', 'GIR_0AA'],
  ['nonsense', 'GB', 'NONSENSE'],
  ['', 'GB', ''],
])('the postcode “%s” of %s is looked up as %s', (typed, country, code) => {
  expect(normalisePostcode(typed, country)).toBe(code);
});

test('a postcode begins with its district and sector, and not with its neighbour’s', () => {
  const beginnings = beginningsOf(normalisePostcode('N1 1AA', 'GB'));
  expect(beginnings.slice(0, 3)).toEqual(['N1__1AA', 'N1__1A', 'N1__1']);
  expect(beginnings).toContain(normalisePostcode('N1', 'GB'));
  expect(beginnings).not.toContain(normalisePostcode('N11', 'GB'));
  expect(beginningsOf(normalisePostcode('N11 1AA', 'GB'))).not.toContain(normalisePostcode('N1 1', 'GB'));
});

test('beginnings go from the whole code down to two characters', () => {
  expect(beginningsOf('10115')).toEqual(['10115', '1011', '101', '10']);
  expect(beginningsOf('1')).toEqual([]);
  expect(beginningsOf('')).toEqual([]);
});

describe('An area', () => {
  test('of Open Civic Data lies in its state, and that in the country', () => {
    expect(areasAround('ocd-division/country:us/state:al/cd:3')).toEqual([
      'ocd-division/country:us/state:al/cd:3',
      'ocd-division/country:us/state:al',
      'ocd-division/country:us',
    ]);
  });

  test('with any other id lies in none that we know', () => {
    expect(areasAround('gss/S14000061')).toEqual(['gss/S14000061']);
  });

  test.each([
    ['', true],
    ['iso/FI', true],
    ['fi', true],
    ['ocd-division/country:fi', true],
    ['ocd-division/country:fi/province:x', false],
    ['helsinki', false],
    ['wifi', false],
  ])('“%s” is or is not the whole of Finland', (areaId, whole) => {
    expect(coversCountry(areaId, 'FI')).toBe(whole);
  });
});
