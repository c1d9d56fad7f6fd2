import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backoffSeconds } from '../../src/mail/backoff.ts';
import { headerText } from '../../src/mail/header-text.ts';
import { readSmtpFailure } from '../../src/mail/smtp-failure.ts';
import { openTemplates } from '../../src/mail/templates.ts';
import { mailHtmlFolder, templatesFolder } from '../../src/places.ts';

const shared = {
  title: 'Ours & <Yours>',
  campaign_url: 'http://localhost/x',
  publisher: 'Example Publisher',
  contact: 'hello@example.org',
};
const check = {
  ...shared,
  link: 'http://localhost/confirm/abc',
  code: '012345',
  code_url: 'http://localhost/x/check-your-mail',
  data_url: 'http://localhost/me/abc',
  days: 7,
};
const yourData = { ...shared, data_url: 'http://localhost/me/abc', days: 7 };
const letter = { name: 'Wanda Example', subject: 'About scores', body: 'Dear all,\n{{ not_ours }} <b>' };
/** What compose.ts hands to each template. */
const fields = {
  'confirm-signature': check,
  'verify-letter': check,
  'already-signed': { ...yourData, invalidated: false },
  'your-data': yourData,
  letter: {
    ...shared,
    ...letter,
    email: 'wanda@example.org',
    place: 'EX1, United Kingdom',
    why_url: 'http://localhost/why/abc',
  },
  'did-they-answer': {
    ...yourData,
    name: 'Wanda Example',
    subject: 'About scores',
    answers: ['Ada Example', 'Sam <Sample>'].map((representative) => ({
      representative,
      yes_url: 'http://localhost/answered/abc/yes',
      no_url: 'http://localhost/answered/abc/no',
    })),
  },
  'letter-returned': {
    ...yourData,
    ...letter,
    representative: 'Ada Example',
    contact_form: 'https://parliament.example/ada',
    phone: '+44 20 0000 0000',
    address: '1 Example Street',
  },
  'letter-copy': {
    ...shared,
    data_url: 'http://localhost/me/abc',
    send_url: 'http://localhost/me/abc/send',
    yours: 1,
    ...letter,
    addressee: 'Ada Example',
    representatives: ['Ada Example', 'Sam Sample'],
    before: ['Nova Example'],
  },
};

const kinds = readdirSync(templatesFolder);
const fill = openTemplates(templatesFolder, mailHtmlFolder);

test('every message has its template, and every template its message', () => {
  expect(kinds.toSorted()).toEqual(Object.keys(fields).toSorted());
});

test.each(Object.entries(fields))('the mail “%s” uses every field it is given and no other', (kind, given) => {
  const filled = fill(kind as keyof typeof fields, 'en', given);
  expect(filled.subject).not.toBe('');
  const sources = readdirSync(join(templatesFolder, kind)).map((file) =>
    readFileSync(join(templatesFolder, kind, file), 'utf8'),
  );
  for (const field of Object.keys(given)) {
    expect(sources.join('\n'), `${field} is unused`).toMatch(new RegExp(`\\b${field}\\b`));
    const { [field]: _, ...rest } = given as Record<string, unknown>;
    expect(() => fill(kind as keyof typeof fields, 'en', rest), `${field} missing goes unnoticed`).toThrow();
  }
});

test('HTML parts escape what they are given, text parts keep it, and what people typed is no template', () => {
  expect(fill('confirm-signature', 'en', check).html).toContain('Ours &amp; &lt;Yours&gt;');
  expect(fill('letter', 'en', fields.letter).text).toContain('{{ not_ours }} <b>');
});

test('a writer whose letter came back is told the other ways that are known, and no others', () => {
  const told = (ways: object) => fill('letter-returned', 'en', { ...fields['letter-returned'], ...ways });
  const all = told({});
  const phone = told({ contact_form: '', address: '' });
  const none = told({ contact_form: '', phone: '', address: '' });
  for (const part of ['text', 'html'] as const) {
    expect(all[part]).toMatch(/contact form.*by phone.*by post/s);
    expect(phone[part]).toContain('by phone: +44 20 0000 0000');
    expect(phone[part]).not.toMatch(/contact form|by post/);
    expect(none[part]).toContain('We know no other way');
    expect(none[part]).not.toContain('another way:');
    expect(none[part]).toContain('Dear all,');
  }
});

test.each([
  ['line ends and controls', 'Ada\r\nBcc: x@example.org\u0000\u2028Example', 'Ada Bcc: x@example.org Example'],
  ['marks that turn text around', 'Ada \u202Eelpmaxe\u2066\u200F', 'Ada elpmaxe'],
  ['an encoded word', '=?utf-8?q?Prime_Minister?=', '= ?utf-8?q?Prime_Minister?='],
  ['half a character', 'Ada \uD83D', 'Ada \uFFFD'],
  ['a family and a joiner', 'می‌خواهم 👩‍👧', 'می‌خواهم 👩‍👧'],
])('a header keeps what people read and drops %s', (_, typed, shown) => {
  expect(headerText(typed)).toBe(shown);
});

test.each([
  ['550 5.1.1 <ada@example.org> unknown', 'RCPT TO', 550, true],
  ['550-5.1.10 not found', 'RCPT TO', 550, true],
  ['550 5.7.1 blocked by a list', 'RCPT TO', 550, false],
  ['552 5.2.2 over quota', 'RCPT TO', 552, false],
  ['550 unknown', 'RCPT TO', 550, false],
  ['451 4.7.1 greylisted', 'RCPT TO', 451, false],
  ['554 5.6.0 refused', 'DATA', 554, false],
])('%s at %s: is it the address?', (response, command, responseCode, refused) => {
  expect(readSmtpFailure({ code: 'EENVELOPE', command, responseCode, response }).addressRefused).toBe(refused);
});

test.each([
  ['a mailbox that does not exist', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, true],
  ['contents refused', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, true],
  ['greylisting', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, false],
  ['a server shutting down', { code: 'EPROTOCOL', command: 'CONN', responseCode: 421 }, false],
  ['our own sender refused', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530 }, false],
  ['our own sign-in refused', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false],
  ['no server at all', { code: 'ESOCKET', command: 'CONN' }, false],
])('%s: is it final?', (_, error, permanent) => {
  expect(readSmtpFailure(error).permanent).toBe(permanent);
});

test('a server that quotes an address in its answer does not get it into our log', () => {
  const error = Object.assign(new Error('550 sam@example.org unknown'), {
    code: 'EENVELOPE',
    command: 'RCPT TO',
    responseCode: 550,
  });
  expect(readSmtpFailure(error).reason).toBe('EENVELOPE at RCPT 550');
});

test('tries again after 2, 4, 8 … seconds, at most hourly, a quarter more or less', () => {
  expect([0, 1, 2, 3, 20].map((attempt) => backoffSeconds(attempt, () => 0.5))).toEqual([2, 4, 8, 16, 3600]);
  expect([backoffSeconds(3, () => 0), backoffSeconds(3, () => 0.999)]).toEqual([12, 20]);
});
