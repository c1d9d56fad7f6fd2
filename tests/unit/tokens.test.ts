import { createHash, randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { drawBytes } from '../../src/vault/draw-bytes.ts';
import { openVault } from '../../src/vault/vault.ts';

const vault = openVault(randomBytes(32));

test('a token is 64 URL-safe characters: where the row is, enciphered, and 32 bytes that only the mail has', () => {
  const secret = vault.newSecret();
  const token = vault.token('signature', 7, secret);
  expect(token).toMatch(/^[\w-]{64}$/);
  expect(secret.bytes).toHaveLength(32);
  expect(Buffer.from(token, 'base64url').subarray(16)).toEqual(secret.bytes);
  expect(secret.hash).toEqual(createHash('sha256').update(secret.bytes).digest());
  expect(vault.readToken(token)).toEqual({ kind: 'signature', id: 7, secret: secret.bytes, hash: secret.hash });
});

test('a hundred thousand secrets are a hundred thousand, no two with eight bytes in common, whatever Math.random says', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const parts = new Set<string>();
  for (let one = 0; one < 100_000; one++) {
    const { bytes } = vault.newSecret();
    for (let at = 0; at < 32; at += 8) parts.add(bytes.toString('latin1', at, at + 8));
  }
  expect(parts.size).toBe(400_000);
});

test('bytes that are drawn ahead are handed out once, of whatever length, and change under nobody’s hands', () => {
  const drawn = Array.from({ length: 3000 }, (_, at) => drawBytes(8 + (at % 32)));
  const kept = drawn.map((bytes) => bytes.toString('hex'));
  for (let more = 0; more < 3000; more++) drawBytes(32).fill(0);
  expect(drawn.map((bytes) => bytes.toString('hex'))).toEqual(kept);
  expect(new Set(kept.map((hex) => hex.slice(0, 16))).size).toBe(3000);
});

test('codes are six digits, each as likely as the others', () => {
  const codes = Array.from({ length: 20_000 }, () => vault.newSecret().code);
  expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([]);
  for (let place = 0; place < 6; place++)
    for (let digit = 0; digit < 10; digit++) {
      // 2,000 are expected; 1,730 and 2,270 are six standard deviations (42) away.
      const count = codes.filter((code) => code[place] === String(digit)).length;
      expect(count).toBeGreaterThan(1730);
      expect(count).toBeLessThan(2270);
    }
});

test('rows with the same secret still have links of their own, and with the same code hashes of their own', () => {
  const secret = vault.newSecret();
  const kinds = ['signature', 'resubmission', 'letter', 'me'] as const;
  const tokens = kinds.flatMap((kind) => Array.from({ length: 100 }, (_, id) => vault.token(kind, id + 1, secret)));
  expect(new Set(tokens).size).toBe(400);
  const [ada, sam] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)];
  const hashes = [
    vault.codeHash('signature', 1, ada, '123456'),
    vault.codeHash('signature', 2, ada, '123456'),
    vault.codeHash('signature', 1, sam, '123456'),
    vault.codeHash('letter', 1, ada, '123456'),
    openVault(randomBytes(32)).codeHash('signature', 1, ada, '123456'),
  ];
  expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(hashes.length);
});
