import { randomBytes } from 'node:crypto';
import { assert, integer, jsonValue, nat, property, record, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf, open, openRecord, seal, SealBroken, sealRecord } from '../../src/vault/seal.ts';

const keyBytes = randomBytes(32);
const key = keyOf(keyBytes);
const place = 'signature social-credit 17';
const bytes = uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const text = string({ unit: 'binary', maxLength: 300 });

describe('What was sealed opens again', () => {
  test('whatever the bytes, the key and the place', () => {
    assert(
      property(bytes, uint8Array({ minLength: 32, maxLength: 32 }), text, (plain, anyKey, anyPlace) => {
        const itsKey = keyOf(Buffer.from(anyKey));
        expect(open(itsKey, anyPlace, seal(itsKey, anyPlace, plain))).toEqual(plain);
      }),
    );
  });

  test('whatever people typed into a record, spaces at the ends included', () => {
    assert(
      property(record({ name: text, comment: text.map((typed) => ` ${typed} \n`), more: jsonValue() }), (typed) => {
        expect(openRecord(key, place, sealRecord(key, place, typed))).toEqual(JSON.parse(JSON.stringify(typed)));
      }),
    );
  });

  test('and shows none of its bytes', () => {
    const sealed = sealRecord(key, place, { name: 'Sam Example', email: 'sam@example.org' });
    for (const part of ['Sam', 'Example', 'name', 'example.org']) expect(sealed.toString('latin1')).not.toContain(part);
  });
});

describe('What was sealed does not open', () => {
  const plain = Buffer.from('Sam Example');

  test('with any of its bits flipped', () => {
    const sealed = seal(key, place, plain);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
      expect(() => open(key, place, changed), `bit ${bit}`).toThrow(SealBroken);
    }
  });

  test('with bytes changed, whatever they are and wherever', () => {
    assert(
      property(bytes, nat(), integer({ min: 1, max: 255 }), (any, at, by) => {
        const changed = seal(key, place, any);
        changed[at % changed.length] = changed[at % changed.length]! ^ by;
        expect(() => open(key, place, changed)).toThrow(SealBroken);
      }),
    );
  });

  test('cut off anywhere, or with something added', () => {
    const sealed = seal(key, place, plain);
    for (let length = 0; length < sealed.length; length++) {
      expect(() => open(key, place, sealed.subarray(0, length)), `${length} bytes`).toThrow(SealBroken);
      expect(() => open(key, place, sealed.subarray(sealed.length - length)), `last ${length}`).toThrow(SealBroken);
    }
    expect(() => open(key, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow(SealBroken);
  });

  test('with another key, even one that differs by a bit', () => {
    const sealed = seal(key, place, plain);
    const nearly = Buffer.from(keyBytes);
    nearly[31] = nearly[31]! ^ 1;
    for (const other of [nearly, randomBytes(32), Buffer.alloc(32)])
      expect(() => open(keyOf(other), place, sealed)).toThrow(SealBroken);
  });

  test.each([
    'signature social-credit 1',
    'signature social-credit 171',
    'signature other 17',
    'own social-credit 17',
    '',
  ])('in another place, as in “%s”', (other) => {
    expect(() => open(key, other, seal(key, place, plain))).toThrow(SealBroken);
    expect(() => openRecord(key, other, sealRecord(key, place, { name: 'Sam' }))).toThrow(SealBroken);
  });

  test('and the fault tells nothing of what was in it', () => {
    const sealed = seal(key, place, plain);
    for (const attempt of [() => open(keyOf(randomBytes(32)), place, sealed), () => open(key, 'elsewhere', sealed)]) {
      expect(attempt).toThrow(SealBroken);
      expect(attempt).toThrow(/^$/);
    }
  });
});

test('the same text sealed twice looks different, in every part but the version', () => {
  const [first, second] = [seal(key, place, Buffer.from('Sam')), seal(key, place, Buffer.from('Sam'))] as const;
  expect(first[0]).toBe(second[0]);
  for (const [from, to] of [
    [1, 13],
    [13, 16],
    [16, 32],
  ] as const)
    expect(first.subarray(from, to)).not.toEqual(second.subarray(from, to));
  expect(new Set(Array.from({ length: 1000 }, () => seal(key, place, Buffer.of()).toString('hex'))).size).toBe(1000);
});

describe('The length of a sealed record', () => {
  const typed = (changes: object) => ({
    name: 'Sam Example',
    email: 'sam@example.org',
    postcode: '',
    comment: '',
    updates: false,
    ...changes,
  });
  const lengthOf = (changes: object): number => sealRecord(key, place, typed(changes)).length;

  test('is the same for Sam, for Li with her short comment, and for Zoë with her long name', () => {
    const sam = lengthOf({});
    expect(lengthOf({ name: 'Li', email: 'li@b.cn', comment: 'For my son.' })).toBe(sam);
    expect(lengthOf({ name: 'Zoë Ångström', postcode: '10115', updates: true })).toBe(sam);
  });

  test('grows by whole blocks of 128 bytes, so that it tells no single character', () => {
    const lengths = Array.from({ length: 400 }, (_, length) => lengthOf({ comment: 'ü'.repeat(length) }));
    const different = [...new Set(lengths)];
    expect(different.length).toBeLessThanOrEqual(8);
    for (const [at, length] of different.entries()) expect(length).toBe(different[0]! + 128 * at);
  });
});
