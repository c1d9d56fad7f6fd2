import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirm } from '../../src/campaign/confirm.ts';
import { nameDomains } from '../../src/campaign/name-domains.ts';
import { retainTags } from '../../src/campaign/retain-tags.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { daySeconds, hourSeconds, toHour } from '../../src/domain/clock.ts';
import { openNetworkTags } from '../../src/http/network-tags.ts';
import { rowsAfter } from '../../src/store/copy.ts';
import { tables } from '../../src/store/tables.ts';
import { confirmedOfHours, disposableForms, receivedByHour, strongTags } from '../../src/store/trends.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { confirmBy, deliver, mailbox } from '../support/a-delivery.ts';
import { linkIn } from '../support/a-server.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
let tag: (address: string) => Buffer | null;
beforeEach(async () => {
  context = await aContext();
  const tags = openNetworkTags(context.now);
  tag = (address) => tags(context.socialCredit.id, address);
});
afterEach(() => context.remove());

const sign = (email: string, address = '203.0.113.77') =>
  signPetition(context, context.socialCredit, 'en', typed({ email }), { network: tag(address), honeypot: false });
const signatures = () => context.store.read.selectFrom('signatures').selectAll().orderBy('id').execute();
const trends = () => context.store.read.selectFrom('signature_trends').selectAll().execute();
const domainTag = (domain: string) => context.socialCredit.domainTagOf!(`name@${domain}`);

test('Sam’s network address stands nowhere in the database, in no spelling, and neither does the domain of his mail', async () => {
  await sign('sam@rare-domain.example', '203.0.113.77');
  await sign('sue@rare-domain.example', '2001:db8:77:1::9');
  const dump: Buffer[] = [];
  for (const table of tables)
    for (const row of await rowsAfter(context.store.read, table, undefined, 1000))
      for (const value of Object.values(row)) dump.push(Buffer.isBuffer(value) ? value : Buffer.from(String(value)));
  const all = Buffer.concat(dump);
  expect(all.includes('social-credit')).toBe(true);
  for (const text of ['203.0.113', '2001:db8:77', '2001:db8', 'rare-domain']) expect(all.includes(text)).toBe(false);
  // The four bytes, and the first six of IPv6.
  for (const hex of ['cb00714d', 'cb0071', '20010db80077']) expect(all.includes(Buffer.from(hex, 'hex'))).toBe(false);
  const [sam, sue] = await signatures();
  expect([sam!.network!.length, sam!.mail_domain!.length]).toEqual([8, 8]);
  expect(sam!.mail_domain).toEqual(sue!.mail_domain);
  expect(sam!.network).not.toEqual(sue!.network);
});

test('tomorrow the same network has another tag, and a provider’s two domains have one', async () => {
  await sign('sam@gmail.com');
  await sign('sue@googlemail.com');
  context.clock.at += daySeconds;
  await sign('sid@disposable.example');
  const [sam, sue, sid] = await signatures();
  expect(sue!.network).toEqual(sam!.network);
  expect(sid!.network).not.toEqual(sam!.network);
  expect(sue!.mail_domain).toEqual(sam!.mail_domain);
  const names = nameDomains(context.socialCredit);
  expect([sam, sid].map((row) => names.get(row!.mail_domain!.toString('hex')))).toEqual([
    'gmail.com',
    'disposable.example',
  ]);
  expect([sam!.disposable, sid!.disposable]).toEqual([0, 1]);
});

test('what many forms of one hour have in common is found, every form counts, and few are not worth telling', async () => {
  for (let at = 0; at < 5; at++) await sign(`sam${at}@example.org`);
  for (let at = 0; at < 3; at++) await sign('again@disposable.example', '198.51.100.1');
  const hour = toHour(context.clock.at);
  const hours = [hour, hour - hourSeconds];
  const found = async (kind: 'network' | 'domain') =>
    (await strongTags(context.store.read, context.socialCredit.id, kind, hours, 20)).map((row) => ({ ...row }));
  expect(await found('network')).toEqual([{ hour, tag: tag('203.0.113.1'), count: 5 }]);
  expect(await found('domain')).toEqual([{ hour, tag: domainTag('example.org'), count: 5 }]);
  // One more than a day allows to one address is stored nowhere, and counts all the same.
  await sign('again@disposable.example', '198.51.100.1');
  await sign('again@disposable.example', '198.51.100.1');
  expect((await found('network')).map(({ count }) => count)).toEqual([5, 5]);
  const { id } = context.socialCredit;
  expect(await disposableForms(context.store.read, id, hour)).toEqual({ all: 10, disposable: 5 });
  expect(await receivedByHour(context.store.read, id, hour)).toEqual([{ hour, count: 6 }]);
});

test('of an hour’s forms it is known how many were confirmed, whenever they were', async () => {
  await sign('sam@example.org');
  await sign('sue@example.org');
  await deliver(context);
  context.clock.at += 3 * hourSeconds;
  expect(await confirmBy(context, 'sam@example.org')).toBe('confirmed');
  const hour = toHour(context.clock.at) - 3 * hourSeconds;
  expect(await confirmedOfHours(context.store.read, context.socialCredit.id, hour)).toEqual(new Map([[hour, 1]]));
});

test('whoever confirms the form that they sent themselves belongs to their own network, not to a stranger’s', async () => {
  await sign('suzie@example.org', '198.51.100.66');
  await sign('suzie@example.org', '203.0.113.5');
  await deliver(context);
  const own = (await mailbox(context))[0]!;
  expect((await confirm(context, linkIn(own).slice('/confirm/'.length))).outcome).toBe('confirmed');
  expect((await signatures())[0]!.network).toEqual(tag('203.0.113.5'));
  const [form] = await context.store.read.selectFrom('resubmissions').select('network').execute();
  expect(form!.network).toBeNull();
});

test('after 14 days all tags are gone, and not an hour before', async () => {
  for (let at = 0; at < 12; at++) await sign(`sam${at}@example.org`, `203.0.${at}.1`);
  const made = toHour(context.clock.at);
  context.clock.at = made + 14 * daySeconds + hourSeconds - 1;
  await retainTags(context);
  expect((await signatures()).every(({ network, mail_domain }) => network !== null && mail_domain !== null)).toBe(true);
  expect(await trends()).toHaveLength(14);
  context.clock.at += 1;
  await sign('new@example.org');
  await retainTags(context);
  const rows = await signatures();
  expect(rows.filter(({ network, mail_domain }) => network !== null || mail_domain !== null)).toHaveLength(1);
  const left = await trends();
  expect(left).toHaveLength(3);
  expect(left.every(({ hour }) => hour === toHour(context.clock.at))).toBe(true);
});
