import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { assert, asyncProperty, nat, oneof, tuple, uint8Array } from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RestoreRefused } from '../../src/campaign/restore.ts';
import { backupLinesIn } from '../../src/cli/backup-file.ts';
import { encryptStream } from '../../src/vault/age-stream.ts';
import {
  identityText,
  IdentityUnreadable,
  newIdentity,
  protectedIdentity,
  readIdentities,
} from '../../src/vault/identity.ts';
import { cpuSeconds } from '../support/cpu-seconds.ts';
import { fuzzRuns, hostileText } from '../support/hostile-text.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const read = (file: Uint8Array): Promise<unknown> => readIdentities(file, () => Promise.resolve('a passphrase'));

test('a file that is no identity is refused in a sentence, whatever it is', async () => {
  const { secret, recipient } = await newIdentity();
  const whole = identityText({ secret, recipient }, '2026-11-23');
  const changed = tuple(nat(whole.length), nat(40), hostileText).map(([at, cut, text]) =>
    bytesOf(whole.slice(0, at) + text + whole.slice(at + cut)),
  );
  await assert(
    asyncProperty(oneof(uint8Array({ maxLength: 500 }), hostileText.map(bytesOf), changed), async (file) => {
      const outcome = await read(file).catch((error: unknown) => error);
      expect(Array.isArray(outcome) || outcome instanceof IdentityUnreadable).toBe(true);
    }),
    { numRuns: fuzzRuns(300) },
  );
});

test.each([
  ['asks for more work than there is', 'age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 62\nAAAA\n--- AAAA\n'],
  ['asks for no work', 'age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 0\nAAAA\n--- AAAA\n'],
  ['has recipients without end', `age-encryption.org/v1\n${'-> X25519 AAAA\nAAAA\n'.repeat(50_000)}`],
  ['is nothing but its first line', 'age-encryption.org/v1\n'],
  ['is armour without anything in it', '-----BEGIN AGE ENCRYPTED FILE-----\n-----END AGE ENCRYPTED FILE-----\n'],
  ['is armour that never ends', `-----BEGIN AGE ENCRYPTED FILE-----\n${'A'.repeat(2_000_000)}`],
])('an identity under a passphrase that %s is refused within seconds', async (_, file) => {
  const seconds = await cpuSeconds(() => expect(read(bytesOf(file))).rejects.toThrow(IdentityUnreadable));
  expect(seconds).toBeLessThan(4);
});

test('one that was changed on its way is refused, and not taken for another', async () => {
  const { secret, recipient } = await newIdentity();
  const file = await protectedIdentity(identityText({ secret, recipient }, '2026-11-23'), 'a passphrase');
  expect(await read(bytesOf(file))).toEqual([{ secret, recipient }]);
  const at = Math.floor(file.length / 2);
  const changed = file.slice(0, at) + (file[at] === 'A' ? 'B' : 'A') + file.slice(at + 1);
  await expect(read(bytesOf(changed))).rejects.toThrow(IdentityUnreadable);
});

/** What is taken for a backup, as whoever knows the organizers' public key can make it. */
async function aBackup(plain: Uint8Array): Promise<{ file: string; secret: string }> {
  const { secret, recipient } = await newIdentity();
  const sealed = await encryptStream(new Blob([plain as Uint8Array<ArrayBuffer>]).stream(), [recipient]);
  const file = join(folder, 'backup.age');
  writeFileSync(file, Buffer.from(await new Response(sealed as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()));
  return { file, secret };
}

const linesOf = async ({ file, secret }: { file: string; secret: string }): Promise<number> => {
  let lines = 0;
  for await (const _ of backupLinesIn(file, [secret])) lines += 1;
  return lines;
};

test('a backup that unpacks to one endless line is refused before it fills the memory', async () => {
  const bomb = gzipSync(Buffer.alloc(60_000_000, 'x'));
  expect(bomb.length).toBeLessThan(100_000);
  await expect(linesOf(await aBackup(bomb))).rejects.toThrow(RestoreRefused);
});

test('a backup that is none is refused, whatever it is', async () => {
  for (const bytes of ['', 'nonsense', 'age-encryption.org/v1\n-> X25519 AAAA\nAAAA\n--- AAAA\n']) {
    const file = join(folder, 'none.age');
    writeFileSync(file, bytes);
    await expect(linesOf({ file, secret: (await newIdentity()).secret })).rejects.toThrow(RestoreRefused);
  }
});
