import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEpochKey, wrapEpochKey } from '../../src/vault/epoch-key.ts';
import { newFirstIdentity, readIdentityFile, writeKeyFile } from '../../src/vault/identity-file.ts';
import {
  IdentityUnreadable,
  identityText,
  isProtected,
  isRecipient,
  newIdentity,
  protectedIdentity,
  readIdentities,
  type Identity,
} from '../../src/vault/identity.ts';
import { unwrapEpochKey } from '../../src/vault/open-epoch-key.ts';

let folder: string;
let ada: Identity;
let ben: Identity;
let eve: Identity;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-identity-'));
  [ada, ben, eve] = await Promise.all([newIdentity(), newIdentity(), newIdentity()]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As age-keygen 1.1.1 wrote it, for nobody. */
const keygen = {
  recipient: 'age1drm7qd2rn6ese945ww3m5f5m5vykt5vl346qy6cxj85qcfng7vvq7adhnc',
  secret: 'AGE-SECRET-KEY-1QRK9SJYYA4AXW3TSKKUJ2QJHNDJYQ3RGML3Y9J8V25VVVXGFER3SPSK593',
};
const keygenFile = `# created: 2026-11-24T22:36:16Z\n# public key: ${keygen.recipient}\n${keygen.secret}\n`;

const neverAsked = (): Promise<string> => Promise.reject(new Error('asked for a passphrase'));
const read = (text: string | Buffer, passphrase = neverAsked) => readIdentities(Buffer.from(text), passphrase);

describe('An organizer’s identity', () => {
  test('is read as age-keygen wrote it, however its lines end', async () => {
    for (const text of [keygenFile, keygenFile.replaceAll('\n', '\r\n'), `\uFEFF${keygenFile}`, `\n  ${keygen.secret}`])
      expect(await read(text)).toEqual([keygen]);
    expect(await read(`${keygen.secret}\n\n# and Ada’s\n${ada.secret}\n`)).toEqual([keygen, ada]);
  });

  test('is read as we wrote it, from a file that its owner alone reads and that is never written over', async () => {
    const file = join(folder, 'first.key');
    const first = await newFirstIdentity(file, '2026-11-23T12:00:00Z');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await readIdentityFile(file)).toEqual([first]);
    expect(() => writeKeyFile(file, 'another')).toThrow(/EEXIST/);
    await expect(newFirstIdentity(file, '2026-11-23T12:00:00Z')).rejects.toThrow(/EEXIST/);
    expect(await readIdentityFile(file)).toEqual([first]);
  });

  // Each try costs over a second on purpose.
  test('with a passphrase opens by it, and refuses another in one readable sentence', { timeout: 60_000 }, async () => {
    const text = await protectedIdentity(identityText(ada, '2026-11-23'), 'four or five random words');
    expect(text).not.toContain(ada.secret);
    expect(text).not.toContain(ada.recipient);
    expect(isProtected(Buffer.from(text))).toBe(true);
    expect(isProtected(Buffer.from(keygenFile))).toBe(false);
    expect(await read(text, () => Promise.resolve('four or five random words'))).toEqual([ada]);

    const file = join(folder, 'protected.key');
    writeFileSync(file, text);
    const wrong = readIdentityFile(file, () => Promise.resolve('four or five random word'));
    await expect(wrong).rejects.toThrow(IdentityUnreadable);
    await expect(wrong).rejects.toThrow(`${file}: The passphrase does not open the identity: try again.`);
    await expect(readIdentityFile(file)).rejects.toThrow(`${file}: it has a passphrase`);
  });

  test.each([
    ['empty', '', /holds no identity/],
    ['all comments', '# created: long ago\n', /holds no identity/],
    ['a letter', 'Dear Ada,\nthe key is in the drawer.\n', /not an identity/],
    ['a public key', keygen.recipient, /not an identity/],
    ['cut off', keygen.secret.slice(0, -1), /mistake in the secret key/],
    ['mistyped', keygen.secret.replace('QRK9', 'QRK8'), /mistake in the secret key/],
    ['one good line and one bad', `${keygen.secret}\nAGE-SECRET-KEY-1`, /mistake in the secret key/],
    ['random bytes', Buffer.from(Array.from({ length: 100 }, (_, at) => (at * 151) & 255)), /not an identity/],
  ])('that is %s is refused in one line that names the file and shows none of it', async (name, contents, why) => {
    const file = join(folder, name);
    writeFileSync(file, contents);
    const fault: unknown = await readIdentityFile(file).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(IdentityUnreadable);
    const { message } = fault as Error;
    expect(message).toMatch(why);
    expect(message).toContain(`${file}: `);
    expect(message).not.toMatch(/\n|AGE-SECRET-KEY-1\w/);
  });

  test('that is not there is named with what the system says', async () => {
    const file = join(folder, 'nowhere.key');
    await expect(readIdentityFile(file)).rejects.toThrow(`${file} cannot be read (ENOENT): is the path right?`);
  });
});

test('a secret key is read as somebody types it from a recovery sheet: on two lines, in small letters', async () => {
  const typed = `# typed by hand\n${ada.secret.slice(0, 40).toLowerCase()}\n  ${ada.secret.slice(40)}\n`;
  expect(await readIdentities(Buffer.from(typed), () => Promise.reject(new Error('no passphrase')))).toEqual([ada]);
});

describe('A public key', () => {
  test('of ours or of age-keygen’s is taken', async () => {
    for (const recipient of [keygen.recipient, ada.recipient]) expect(await isRecipient(recipient)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['its beginning', 'age1'],
    ['a secret key', keygen.secret],
    ['one in capitals', keygen.recipient.toUpperCase()],
    ['one cut off', keygen.recipient.slice(0, -1)],
    ['one with a letter more', `${keygen.recipient}c`],
    ['one with a space', ` ${keygen.recipient}`],
    ['one with a line more', `${keygen.recipient}\n`],
    ['one that was mistyped', keygen.recipient.replace('drm7', 'drm8')],
    ['that of the point zero, to which nothing can be sealed', `age1${'q'.repeat(52)}5cu47z`],
  ])('is not what looks like one: %s', async (_, text) => {
    expect(await isRecipient(text)).toBe(false);
  });
});

test('an epoch’s key opens for Ada and for Ben, and for nobody else', async () => {
  const key = new Uint8Array(newEpochKey());
  const wrapped = await wrapEpochKey(key, [ada.recipient, ben.recipient]);
  expect(wrapped.includes(Buffer.from(key))).toBe(false);
  expect(await unwrapEpochKey(wrapped, [ada.secret])).toEqual(key);
  expect(await unwrapEpochKey(wrapped, [ben.secret])).toEqual(key);
  expect(await unwrapEpochKey(wrapped, [eve.secret, ben.secret])).toEqual(key);
  expect(await unwrapEpochKey(wrapped, [eve.secret, keygen.secret])).toBeUndefined();
  expect(await unwrapEpochKey(wrapped, [])).toBeUndefined();
});

test('an epoch’s key that was changed, cut off or replaced by something shorter opens for nobody', async () => {
  const wrapped = await wrapEpochKey(newEpochKey(), [ada.recipient]);
  const changed = Buffer.from(wrapped);
  changed[changed.length - 1] = changed.at(-1)! ^ 1;
  const short = await wrapEpochKey(Buffer.from('short'), [ada.recipient]);
  for (const broken of [changed, wrapped.subarray(0, -1), Buffer.of(), short])
    expect(await unwrapEpochKey(broken, [ada.secret])).toBeUndefined();
});

describe('The public age command', () => {
  const command = 'age';
  const withoutAge = spawnSync(command, ['--version']).status !== 0;
  const age = (input: Buffer, ...args: string[]): Buffer => execFileSync(command, args, { input, stdio: 'pipe' });

  test.skipIf(withoutAge)('opens an epoch’s key with the file of an identity (where age is installed)', async () => {
    const file = join(folder, 'for-age.key');
    writeKeyFile(file, identityText(ben, '2026-11-23T12:00:00Z'));
    const key = newEpochKey();
    const wrapped = await wrapEpochKey(key, [ada.recipient, ben.recipient]);
    expect(age(wrapped, '--decrypt', '--identity', file)).toEqual(key);

    const evesFile = join(folder, 'eve.key');
    writeKeyFile(evesFile, identityText(eve, '2026-11-23T12:00:00Z'));
    expect(() => age(wrapped, '--decrypt', '--identity', evesFile)).toThrow(/no identity matched/);
  });

  test.skipIf(withoutAge)('seals what our identities open (where age is installed)', async () => {
    const key = newEpochKey();
    const opened = await unwrapEpochKey(age(key, '--recipient', ada.recipient), [ada.secret]);
    expect(opened).toEqual(new Uint8Array(key));
  });
});
