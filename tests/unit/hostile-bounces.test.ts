import { randomBytes } from 'node:crypto';
import { array, assert, asyncProperty, constantFrom, nat, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { largestBounce } from '../../src/cli/take-bounce.ts';
import { readBounce } from '../../src/mail/read-bounce.ts';
import { openVault } from '../../src/vault/vault.ts';
import { aGmailBounce, anEximBounce, anExchangeBounce, aPostfixBounce, aQmailBounce } from '../support/a-bounce.ts';
import { cpuSeconds } from '../support/cpu-seconds.ts';
import { fuzzRuns, hostileText } from '../support/hostile-text.ts';

const vault = openVault(randomBytes(32));
const to = `${vault.returnToken('delivery', 17)}@campaigns.example`;
const read = (mail: string) => readBounce(vault, Buffer.from(mail.slice(0, largestBounce)));

const head = `Return-Path: <>\nTo: ${to}\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n`;
const multipart = `${head}Content-Type: multipart/mixed; boundary="b"\n\n`;
const report = (status: string): string =>
  `${head}Content-Type: multipart/report; boundary="b"\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n${status}\n--b--\n`;
/** As much of it as a mail may have, or as many lines. */
const full = (text: string, most = 19_000): string =>
  text
    .repeat(Math.floor((largestBounce - 2000) / text.length))
    .split(/(?<=\n)/, most)
    .join('');
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`).join('');

test.each([
  ['is nothing but line ends', '\n'.repeat(largestBounce)],
  ['is 200 deep in itself', head + nested(200) + full('x\n', 10_000)],
  ['is 5,000 deep in itself', head + nested(5000)],
  ['returns a mail that returns a mail that …', head + full('Content-Type: message/rfc822\n\n')],
  ['has thousands of empty parts', multipart + full('--b\n\n')],
  ['has thousands of attachments', multipart + full('--b\nContent-Type: message/rfc822\n\nTo: x\n')],
  ['has thousands of headers', `${head}${full('To: a@example.org\n')}\n`],
  ['has a header of a megabyte', `${head}X-Original-To: ${full('a2345672345672345672345672@x ')}\n\n`],
  ['has a header folded without end', `${head}X: a\n${full(' a\n')}\n`],
  ['has addresses in brackets in brackets', `Return-Path: <>\nTo: ${full('(')}${to}\n\n`],
  ['has groups of addresses', `Return-Path: <>\nTo: ${full(':')}${to}\n\n`],
  ['has encoded words without end', `${head}From: ${full('=?utf-8?q?a?= ')}\n\n`],
  ['has parameters without end', `${head}Content-Type: multipart/report; ${full('a*0*=b%20; ')}\n\n`],
  ['reports fields of spaces', report(`a:${' '.repeat(990)}x\ry\n`.repeat(20))],
  ['reports addresses of @', report(full(`Action: failed\nFinal-Recipient: rfc822;${'@'.repeat(1900)} \n\n`))],
  ['reports of nobody, again and again', report(full('Action: failed\n\n'))],
  ['reports a line folded without end', report(`a: b\n${full(' \n')}`)],
])('a mail that came back and %s is read in seconds, whatever is made of it', async (_, mail) => {
  expect(await cpuSeconds(() => read(mail))).toBeLessThan(4);
});

const bounces = [aPostfixBounce, anEximBounce, anExchangeBounce, aGmailBounce, aQmailBounce].map((bounce) =>
  bounce({ to }),
);

test('whatever somebody makes of a mail that came back, it is about that mail or about none, and breaks nothing', async () => {
  const change = tuple(nat(), nat(120), hostileText);
  await assert(
    asyncProperty(constantFrom(...bounces), array(change, { minLength: 1, maxLength: 6 }), async (mail, changes) => {
      let changed = mail;
      for (const [at, cut, text] of changes) {
        const place = at % changed.length;
        changed = changed.slice(0, place) + text + changed.slice(place + cut);
      }
      const bounce = await read(changed);
      expect([undefined, 17]).toContain(bounce?.about.id);
      for (const { kind, status } of bounce?.recipients ?? []) {
        expect(['hard', 'soft', 'under-way']).toContain(kind);
        expect(status).toMatch(/^(?:[245]\.\d{1,3}\.\d{1,3})?$/);
      }
    }),
    { numRuns: fuzzRuns(300) },
  );
});
