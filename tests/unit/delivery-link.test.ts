import { randomBytes } from 'node:crypto';
import { assert, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { blockKinds } from '../../src/vault/block.ts';
import { openVault } from '../../src/vault/vault.ts';

const vault = openVault(randomBytes(32));

test('a link about a delivery leads to it, is always the same, and is nothing but URL-safe characters', () => {
  assert(
    property(nat(), (id) => {
      const token = vault.deliveryToken('answer', id);
      expect(token).toMatch(/^[\w-]{40}$/);
      expect(vault.deliveryToken('answer', id)).toBe(token);
      expect(vault.readDeliveryToken('answer', token)).toBe(id);
    }),
  );
});

test('who got a letter cannot say for its writer that they answered, nor the other way round', () => {
  expect(vault.readDeliveryToken('answer', vault.deliveryToken('recipient', 7))).toBeUndefined();
  expect(vault.readDeliveryToken('recipient', vault.deliveryToken('answer', 7))).toBeUndefined();
  expect(vault.readToken(vault.deliveryToken('answer', 7))).toBeUndefined();
});

test('with any one character changed, or of another server, a link leads nowhere', () => {
  const token = vault.deliveryToken('answer', 7);
  for (const [at, character] of token.split('').entries())
    for (const other of ['A', 'B', '_', '-'].filter((letter) => letter !== character))
      expect(vault.readDeliveryToken('answer', token.slice(0, at) + other + token.slice(at + 1))).toBeUndefined();
  for (const wrong of ['', token.slice(1), `${token}A`, ` ${token}`, 'x'.repeat(40)])
    expect(vault.readDeliveryToken('answer', wrong)).toBeUndefined();
  expect(openVault(randomBytes(32)).readDeliveryToken('answer', token)).toBeUndefined();
});

test('what stands in mails that people keep is never renumbered', () => {
  expect(blockKinds).toMatchObject({ signature: 1, letter: 3, delivery: 4, me: 6, answer: 7, recipient: 8 });
});
