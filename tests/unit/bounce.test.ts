import { randomBytes } from 'node:crypto';
import { assert, constantFrom, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { bounceKindOf } from '../../src/domain/bounce.ts';
import { readBounce } from '../../src/mail/read-bounce.ts';
import { openVault } from '../../src/vault/vault.ts';
import {
  aGmailBounce,
  aHolidayNotice,
  anAnswer,
  anEximBounce,
  anExchangeBounce,
  aPostfixBounce,
  aQmailBounce,
} from '../support/a-bounce.ts';

const vault = openVault(randomBytes(32));
const to = `${vault.returnToken('delivery', 17)}@campaigns.example`;
const about = { kind: 'delivery', id: 17 };
const read = (mail: string) => readBounce(vault, Buffer.from(mail));
const ada = 'ada.example@example.org';

test('a return address leads back to its mail in any case, and nobody makes one up', () => {
  assert(
    property(constantFrom('delivery' as const, 'message' as const), nat(), (kind, id) => {
      const token = vault.returnToken(kind, id);
      expect(token).toMatch(/^[a-z2-7]{26}$/);
      expect(vault.readReturnToken(token)).toEqual({ kind, id });
      expect(vault.readReturnToken(token.toUpperCase())).toEqual({ kind, id });
      expect(token).not.toBe(vault.mailToken(kind, id));
      expect(vault.readReturnToken(vault.mailToken(kind, id))).toBeUndefined();
    }),
  );
  for (const token of [
    '',
    'a'.repeat(26),
    'b'.repeat(27),
    '1'.repeat(26),
    openVault(randomBytes(32)).returnToken('delivery', 17),
  ])
    expect(vault.readReturnToken(token)).toBeUndefined();
});

test.each([
  ['Postfix', aPostfixBounce({ to }), '5.1.1'],
  ['Exim', anEximBounce({ to }), '5.1.1'],
  ['Exchange', anExchangeBounce({ to }), '5.1.10'],
  ['Gmail', aGmailBounce({ to }), '5.1.1'],
])('%s says that Ada has no such mailbox, with any line ends', async (_, mail, status) => {
  const expected = {
    about,
    recipients: [{ kind: 'hard', status, addresses: expect.arrayContaining([ada]) as string[] }],
  };
  expect(await read(mail)).toEqual(expected);
  expect(await read(mail.replaceAll('\n', '\r\n'))).toEqual(expected);
  expect(await read(mail.replaceAll(to, to.toUpperCase()))).toMatchObject({ about });
});

test.each([
  ['failed', '5.1.1', 'hard'],
  ['failed', '5.2.1', 'hard'],
  ['failed', '5.4.1', 'hard'],
  ['failed', '5.0.0', 'hard'],
  ['failed', '5.2.2', 'soft'],
  ['failed', '5.7.1', 'soft'],
  ['failed', '5.7.26', 'soft'],
  ['failed', '5.3.4', 'soft'],
  ['failed', '5.6.0', 'soft'],
  ['failed', '5.1.8', 'soft'],
  ['failed', '4.4.1', 'soft'],
  ['failed', '', 'soft'],
  ['delayed', '4.4.1', 'under-way'],
  ['delivered', '2.0.0', 'under-way'],
  ['relayed', '5.1.1', 'under-way'],
  ['expanded', '2.0.0', 'under-way'],
])('%s with %j is %s', (action, status, kind) => {
  expect(bounceKindOf(action, status)).toBe(kind);
});

test('what Exim reports as 5.0.0 is what the other server answered, as far as that said anything', async () => {
  const kindOf = async (diagnostic: string) => (await read(anEximBounce({ to, diagnostic })))?.recipients[0];
  expect(await kindOf('smtp; 550-5.7.1 blocked')).toMatchObject({ kind: 'soft', status: '5.7.1' });
  expect(await kindOf('smtp; 552 5.2.2 Mailbox full')).toMatchObject({ kind: 'soft', status: '5.2.2' });
  expect(await kindOf('smtp; 550 no such user')).toMatchObject({ kind: 'hard', status: '5.0.0' });
});

test('a server that is still trying has lost nothing', async () => {
  const late = aPostfixBounce({ to, action: 'delayed', status: '4.4.1' });
  expect(await read(late)).toMatchObject({ about, recipients: [{ kind: 'under-way' }] });
});

test('each recipient of a list behind the address is told apart', async () => {
  const second = `Final-Recipient: rfc822; staff+2Bnorth@example.org\nAction: delivered\nStatus: 2.0.0\n`;
  const mail = aPostfixBounce({ to }).replace(
    '\n--4Xyz.1700000000/mx.example.net\nContent-Description: Undel',
    `\n${second}$&`,
  );
  const bounce = await read(mail);
  expect(bounce?.recipients).toHaveLength(2);
  expect(bounce?.recipients[1]).toEqual({
    kind: 'under-way',
    status: '2.0.0',
    addresses: ['staff+2Bnorth@example.org', 'staff+north@example.org'],
  });
});

test('a server that reports in its own words, and a holiday notice, are ours and prove nothing', async () => {
  for (const mail of [aQmailBounce({ to }), aHolidayNotice({ to })])
    expect(await read(mail)).toEqual({ about, recipients: [] });
});

test('the return address is found where only our own server, or the returned mail, still names it', async () => {
  const elsewhere = (mail: string) => mail.replace(`To: ${to}\nAuto`, 'To: somebody@srs.example\nAuto');
  const noted = elsewhere(aPostfixBounce({ to }));
  expect(noted).toContain('To: somebody@srs.example');
  expect(await read(noted)).toMatchObject({ about });
  expect(await read(noted.replace(/^X-Original-To:.*\n/m, ''))).toMatchObject({ about });
});

test('what a person wrote, what somebody forwards and what came to no return address is no bounce', async () => {
  const stranger = `${openVault(randomBytes(32)).returnToken('delivery', 17)}@campaigns.example`;
  const shown = `${vault.mailToken('delivery', 17)}@campaigns.example`;
  const report = aPostfixBounce({ to });
  const forwarded = `From: Ada Example <${ada}>\nTo: ${to}\nSubject: Fwd\nMIME-Version: 1.0\n${report.slice(report.indexOf('Content-Type:')).replace('multipart/report; report-type=delivery-status', 'multipart/mixed')}`;
  const mails = [
    anAnswer({ to }),
    forwarded,
    aPostfixBounce({ to: stranger }),
    aPostfixBounce({ to: shown }),
    '',
    'nonsense',
  ];
  for (const mail of mails) expect(await read(mail)).toBeUndefined();
});

test('a mail made to keep us busy is read in a moment', async () => {
  const long = 'x@'.repeat(200_000);
  const started = performance.now();
  for (const recipient of [long, `a@b${' '.repeat(400_000)}c`])
    await read(aPostfixBounce({ to, recipient, diagnostic: long }));
  expect(performance.now() - started).toBeLessThan(2000);
});
