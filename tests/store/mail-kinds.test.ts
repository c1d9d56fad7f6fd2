import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { templatesFolder } from '../../src/places.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { everyMail, type SentMail } from '../support/every-mail.ts';

let context: TestContext;
let sent: SentMail[];
beforeAll(async () => {
  context = await aContext();
  sent = await everyMail(context, {
    sam: { name: 'Sam Marked-1', postcode: 'Marked-2', comment: 'Marked-3', source: 'marked-4' },
    letter: { name: 'Sam Marked-1', subject: 'Marked-5', body: 'Marked-6 {{ representative }}' },
  });
});
afterAll(() => context.remove());

const humans = ['letter'];
/** Text in a mail comes from people there, and only after the address was verified. */
const afterVerifying = ['letter', 'letter-copy', 'letter-returned', 'did-they-answer'];
const namesIn = ({ mail }: SentMail): string[] => mail.headers.map(({ key }) => key);

test('there is a mail of every kind', () => {
  expect(new Set(sent.map(({ kind }) => kind))).toEqual(new Set(readdirSync(templatesFolder)));
});

test('Auto-Submitted: auto-generated stands on confirmations and receipts, and not on letters that a human wrote', () => {
  const marked = sent.filter(({ mail }) =>
    mail.headers.some(({ key, value }) => key === 'auto-submitted' && value === 'auto-generated'),
  );
  expect(marked.map(({ kind }) => kind)).toEqual(sent.map(({ kind }) => kind).filter((kind) => !humans.includes(kind)));
  expect(marked.length).toBeGreaterThan(6);
});

test('List-Unsubscribe belongs on updates only, and none of these is one: no mail has a List header, folded or not', () => {
  for (const one of sent) expect(namesIn(one).filter((name) => name.startsWith('list-'))).toEqual([]);
});

test('a confirmation or verification mail carries nothing that the submitter typed, nor does any other before the address is verified', () => {
  const before = sent.filter(({ kind }) => !afterVerifying.includes(kind));
  expect(new Set(before.map(({ kind }) => kind))).toEqual(
    new Set(['confirm-signature', 'already-signed', 'verify-letter', 'your-data']),
  );
  for (const { mail, options } of before) {
    expect(JSON.stringify([options, mail.text, mail.html, mail.headers])).not.toMatch(/marked/i);
    expect(mail.to).toEqual([{ name: '', address: 'sam@example.org' }]);
  }
  // The letter has it: what was looked for can be found.
  const letter = sent.find(({ kind }) => kind === 'letter')!;
  expect(`${letter.mail.subject} ${letter.mail.text}`).toMatch(/Marked-5.*Marked-6.*Marked-1/s);
});

describe('Whatever people typed, it reaches nodemailer', () => {
  test('never as raw, href, path, List-* or a header’s name: only as text, as a name and as a subject', () => {
    const fields = ['messageId', 'date', 'from', 'to', 'replyTo', 'subject', 'text', 'html', 'envelope', 'headers'];
    for (const { options } of sent) {
      expect(Object.keys(options).filter((key) => !fields.includes(key))).toEqual([]);
      expect(Object.keys(options.headers ?? {}).filter((name) => name !== 'Auto-Submitted')).toEqual([]);
      for (const part of [options.subject, options.text, options.html ?? ''])
        expect(part, 'an object could name a file or an address to fetch').toBeTypeOf('string');
      expect(Object.keys(options.envelope ?? {}).toSorted()).toEqual(['from', 'to']);
    }
  });

  test('with one recipient each, in the envelope as in the header', () => {
    for (const { options, mail } of sent) {
      expect(mail.to).toHaveLength(1);
      expect(options.envelope?.to).toBe(mail.to?.[0]?.address);
      expect([mail.cc ?? [], mail.bcc ?? []]).toEqual([[], []]);
    }
  });
});
