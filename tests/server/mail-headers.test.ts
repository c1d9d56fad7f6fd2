import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { writeLetter } from '../../src/campaign/write-letter.ts';
import { confirm } from '../../src/campaign/confirm.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { openTransport } from '../../src/mail/transport.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, deliver } from '../support/a-delivery.ts';
import { aMailProvider, type Got } from '../support/a-mail-provider.ts';
import { aPopolo, imported } from '../support/a-popolo.ts';
import { linkIn } from '../support/a-server.ts';
import { aLetter, typed } from '../support/a-signature.ts';
import { verifyDkim } from '../support/verify-dkim.ts';

let context: TestContext;
let provider: Awaited<ReturnType<typeof aMailProvider>>;
let config: Config;
beforeEach(async () => {
  context = await aContext();
  provider = await aMailProvider();
  config = readConfig({
    SMTP_URL: provider.url,
    MAIL_FROM: 'campaigns@bücher.example',
    DATA_DIR: context.config.dataDir,
  });
  await aDirectory(context);
});
afterEach(async () => {
  await provider.stop();
  await context.remove();
});

const domain = 'xn--bcher-kva.example';
const ourAddress = new RegExp(`^[a-z2-7]{26}@${domain}$`);
const ada = 'ada.example@example.org';

/** A letter to Ada as it came over the wire. The form would not let every name through; an import or an old row might. */
async function theLetter(changes: { name?: string; subject?: string; email?: string } = {}): Promise<Got> {
  const { name = '', subject = '', body = '' } = { ...aLetter(''), ...changes };
  const { id } = await context.store.read
    .selectFrom('representatives')
    .select('id')
    .where('email', '=', ada)
    .executeTakeFirstOrThrow();
  const email = changes.email ?? 'wanda@example.org';
  const input = { name, email, country: 'GB', postcode: '', subject, body, representatives: [id] };
  expect(await writeLetter(context, context.socialCredit, 'en', { real: false }, input)).toBe('written');
  await deliver(context, { config });
  const [verify] = provider.to(email);
  await confirm(context, linkIn({ text: verify?.mail.text ?? '' }).slice('/confirm/'.length));
  await deliver(context, { config });
  return provider.to(ada)[0]!;
}

const headOf = ({ raw }: Got): string => raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? '';
const namesIn = (got: Got): string[] => got.mail.headers.map(({ key }) => key);

test('every mail has a sender of its own in its envelope, stands under our name or the writer’s, and is one mail', async () => {
  await signPetition(context, context.socialCredit, 'en', typed());
  const letter = await theLetter();
  const confirmation = provider.to('sam@example.org')[0]!;
  const [verification, copy] = provider.to('wanda@example.org');
  const ours = [confirmation, verification!, copy!];
  for (const got of ours) {
    expect(got.mail.from).toEqual({
      name: context.socialCredit.settings.publisher.name,
      address: `campaigns@${domain}`,
    });
    expect(got.mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  }
  expect(letter.mail.from?.name).toBe('Wanda Example');
  expect(letter.mail.from?.address).toMatch(ourAddress);
  expect(letter.mail.replyTo).toEqual([{ name: 'Wanda Example', address: 'wanda@example.org' }]);
  expect(letter.mail.to).toEqual([{ name: 'Ada Example', address: ada }]);
  expect(namesIn(letter)).not.toContain('auto-submitted');

  const all = [...ours, letter];
  for (const got of all) {
    expect(got.envelopeFrom).toMatch(/^[a-z2-7]{26}@bücher\.example$/);
    expect(got.envelopeTo).toEqual([got.mail.to?.[0]?.address]);
    expect(namesIn(got).filter((name) => name.startsWith('list-'))).toEqual([]);
    for (const once of ['from', 'to', 'subject', 'date', 'message-id'])
      expect(namesIn(got).filter((name) => name === once)).toEqual([once]);
    // Replies quote the head of a mail: whoever gets one must not learn where the mail comes back to.
    expect(got.raw.toString('latin1')).not.toContain(got.envelopeFrom.split('@')[0]);
  }
  expect(new Set(all.map(({ envelopeFrom }) => envelopeFrom)).size).toBe(all.length);
  expect(new Set(all.map(({ mail }) => mail.messageId)).size).toBe(all.length);
  const { kind, id } = context.vault.readReturnToken(letter.envelopeFrom.split('@')[0]!)!;
  const delivery = await context.store.read.selectFrom('deliveries').select('id').executeTakeFirstOrThrow();
  expect({ kind, id }).toEqual({ kind: 'delivery', id: delivery.id });
});

test.each([
  ['quotes, commas and colons', '"Wanda", the Example: <x@y.example>; (c) \\'],
  ['a long name in Czech', 'Žofie Šimčíková-Ångström '.repeat(5).trim().slice(0, 120)],
  ['a long name in Arabic', 'ليلى حسن عبد الرحمن '.repeat(6).trim().slice(0, 119)],
  ['a long name in Chinese', '漢字'.repeat(60)],
  ['families of emoji', '👩‍👩‍👧‍👦'.repeat(10)],
  ['a comma and umlauts', 'Müller, Jörg'],
])('the representative reads %s as they were typed, in lines that every relay lets through', async (_, name) => {
  const letter = await theLetter({ name, subject: `About scores: ${name}` });
  expect(letter.mail.from?.name).toBe(name);
  expect(letter.mail.replyTo?.[0]).toEqual({ name, address: 'wanda@example.org' });
  expect(letter.mail.subject).toBe(`About scores: ${name}`);
  const lines = headOf(letter).split('\r\n');
  // RFC 5322 section 2.1.1 and RFC 2047 section 2.
  expect(lines.filter((line) => line.length > 78 || /[^\t\x20-\x7E]/.test(line))).toEqual([]);
  const words = headOf(letter).match(/=\?[^?]+\?[BQ]\?[^?]*\?=/g) ?? [];
  expect(words.filter((word) => word.length > 75)).toEqual([]);
});

test('a name can neither add a header nor turn or disguise what is read', async () => {
  const name = 'Wanda\r\nBcc: victim@example.org\u202E\u2066 =?utf-8?q?Minister?= \u0000';
  const { directory, representatives } = imported(aPopolo());
  const hostile = representatives.map((row) => ({ ...row, name: `${row.name}\r\nX-Evil: 1 "a, b"\u202E` }));
  await importDirectory(context, directory, hostile);
  const letter = await theLetter({ name, subject: `Scores\r\nX-Evil: 2\u202E =?utf-8?q?x?=` });
  expect(letter.mail.from?.name).toBe('Wanda Bcc: victim@example.org = ?utf-8?q?Minister?=');
  expect(letter.mail.to).toEqual([{ name: 'Ada Example X-Evil: 1 "a, b"', address: ada }]);
  expect(letter.mail.subject).toBe('Scores X-Evil: 2 = ?utf-8?q?x?=');
  expect(namesIn(letter)).not.toContain('bcc');
  expect(namesIn(letter)).not.toContain('x-evil');
  expect(letter.envelopeTo).toEqual([ada]);
});

test('addresses at international domains travel as punycode, in the envelope too', async () => {
  await theLetter({ email: `wanda@post.${domain}` });
  const wire = provider.commands.filter((line) => /^(?:MAIL|RCPT)/i.test(line));
  expect(wire).toHaveLength(6);
  expect(wire.filter((line) => /[^\x20-\x7E]|SMTPUTF8/i.test(line))).toEqual([]);
  expect(wire.filter((line) => line.startsWith('MAIL FROM:') && line.includes(`@${domain}>`))).toHaveLength(3);
  expect(wire.filter((line) => line.startsWith(`RCPT TO:<wanda@post.${domain}>`))).toHaveLength(2);
});

test('a letter with a DKIM key set carries a signature that a stranger verifies, and nobody can change it unseen', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyFile = join(context.config.dataDir, 'dkim.pem');
  await writeFile(keyFile, privateKey.export({ type: 'pkcs1', format: 'pem' }));
  config = { ...config, dkim: { domain, selector: 'campaigns', keyFile } };
  const letter = await theLetter({ name: 'Žofie Šimčíková '.repeat(7).trim(), subject: 'Ein  Brief über Punkte' });

  for (const got of provider.got) {
    const { signed, ...by } = await verifyDkim(got.raw, publicKey);
    expect(by).toEqual({ result: 'pass', domain, selector: 'campaigns' });
    expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']));
  }
  expect((await verifyDkim(letter.raw, publicKey)).signed).toContain('reply-to');
  const changed = (from: RegExp, to: string) => Buffer.from(letter.raw.toString('latin1').replace(from, to), 'latin1');
  // Folding and spaces may change on the way.
  const resultOf = async (raw: Buffer, key = publicKey): Promise<string> => (await verifyDkim(raw, key)).result;
  expect(await resultOf(changed(/^To: /m, 'to:\r\n\t'))).toBe('pass');
  expect(await resultOf(changed(/^Reply-To: .*/m, 'Reply-To: evil@example.org'))).toBe('fail');
  expect(await resultOf(changed(/$/, 'PS: x'))).toBe('neutral');
  expect(await resultOf(letter.raw, generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)).toBe('fail');
});

test('a key that nothing could be signed with stops the start in one sentence', async () => {
  const file = join(context.config.dataDir, 'dkim.pem');
  const open = () => openTransport({ ...config, dkim: { domain, selector: 'x', keyFile: file } });
  expect(open).toThrow(/^DKIM_KEY_FILE cannot be read: .+ \(ENOENT\)\.$/);
  const keys = [
    'nonsense',
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }),
  ];
  for (const key of keys) {
    await writeFile(file, key);
    expect(open).toThrow(/holds no RSA key of at least 1024 bits: make one with openssl genrsa/);
  }
});
