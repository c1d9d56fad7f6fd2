import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { readAddress } from '../../src/forms/address.ts';
import { readCode } from '../../src/forms/code.ts';
import { readLetter } from '../../src/forms/letter.ts';
import { readSignature } from '../../src/forms/signature.ts';
import { openTransport, type Transport } from '../../src/mail/transport.ts';
import { strings } from '../../src/strings/strings.ts';
import { aMailProvider } from '../support/a-mail-provider.ts';
import { importedPerson } from '../support/a-popolo.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

const text = strings('en');

/** What nodemailer has taken for an address or would take for two, and what a mail server might. */
const hostile = [
  { address: 'a@a.example, b@b.example' },
  { name: 'x', address: 'a@a.example' },
  ['a@a.example', 'b@b.example'],
  'a@a.example, b@b.example',
  'a@a.example; b@b.example',
  'a@a.example b@b.example',
  'group: a@a.example, b@b.example;',
  'A <a@a.example>',
  '"a@a.example" <b@b.example>',
  '"a b"@a.example',
  '"a@evil.example>"@a.example',
  'a@a.example\r\nBcc: b@b.example',
  'a\r\n@a.example',
  'a@\r\na.example',
  'a@a.example\nRCPT TO:<b@b.example>',
  'a@a.example\u0000.b.example',
  'a(b@b.example)@a.example',
  '@relay.example:a@a.example',
  'a\t@a.example',
  'a@b@c.example',
];

describe('What nodemailer would make several recipients or a foreign domain of is refused before it is asked', () => {
  test.each(hostile.map((email): [string, unknown] => [JSON.stringify(email), email]))('%s', (_, email) => {
    const fields = { ...aSignature(), email };
    const reads = [readSignature(fields, text), readAddress(fields, text), readCode({ email, code: '123456' }, text)];
    if (typeof email === 'string') {
      const sent = new URLSearchParams(aLetter('1', { email }));
      reads.push(readLetter(sent, text, 10));
      expect(() => readConfig({ MAIL_FROM: email })).toThrow(/^MAIL_FROM must be an e-mail address/);
      expect(importedPerson({ email }).ada?.email ?? '').not.toContain(email);
    }
    for (const read of reads) {
      expect(read.outcome).toBe('faulty');
      expect(read.outcome === 'faulty' && read.errors.map(({ field }) => field)).toEqual(['email']);
    }
  });

  test('an international domain is taken, as punycode', () => {
    const read = readSignature(aSignature({ email: 'ada@bücher.example' }), text);
    expect(read).toMatchObject({ outcome: 'read', value: { email: 'ada@xn--bcher-kva.example' } });
  });
});

describe('disableFileAccess and disableUrlAccess: no mail takes a file or an address along', () => {
  let folder: string;
  let provider: Awaited<ReturnType<typeof aMailProvider>>;
  const asked: string[] = [];
  const site = createServer((request, answer) => {
    asked.push(request.url ?? '');
    answer.end('secret');
  });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campaign-kit-nodemailer-'));
    await writeFile(join(folder, 'secret'), 'secret');
    provider = await aMailProvider();
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    site.close();
    await provider.stop();
    await rm(folder, { recursive: true });
  });
  const transports: [string, () => Transport][] = [
    ['SMTP', () => openTransport({ smtpUrl: provider.url, mailboxDir: folder, dkim: undefined })],
    ['files', () => openTransport({ smtpUrl: undefined, mailboxDir: join(folder, 'mailbox'), dkim: undefined })],
  ];
  const from = 'us@example.org';
  const mail = { from, to: 'ada@example.org', envelope: { from, to: 'ada@example.org' }, subject: 'x', text: 'x' };

  test.each(transports)('by %s', async (_, open) => {
    const transport = open();
    const file = { path: join(folder, 'secret') };
    const url = { href: `http://127.0.0.1:${(site.address() as AddressInfo).port}/secret` };
    for (const source of [file, url])
      for (const taking of [{ text: source }, { html: source }, { raw: source }, { attachments: [source] }])
        await expect(
          transport.send({ ...mail, ...taking, disableFileAccess: false, disableUrlAccess: false }, '00000001-letter'),
          `${Object.keys(taking)[0]} from ${Object.keys(source)[0]}`,
        ).rejects.toThrow(/access/i);
    expect(asked).toEqual([]);
    expect(provider.got).toEqual([]);
    expect(await readdir(join(folder, 'mailbox')).catch(() => [])).toEqual([]);
    await transport.send(mail, '00000001-letter');
    transport.close();
    expect(await readdir(join(folder, 'mailbox')).catch(() => provider.got)).toHaveLength(1);
    provider.got.length = 0;
  });
});
