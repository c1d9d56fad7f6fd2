import { afterEach, beforeEach, expect, test } from 'vitest';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import type { AskDomain, DomainAnswer } from '../../src/mail/mail-domains.ts';
import { openTransport } from '../../src/mail/transport.ts';
import { askingFirst } from '../../src/mail/no-mail-there.ts';
import { eventTotals } from '../../src/store/figures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, mailbox, write } from '../support/a-delivery.ts';
import { aPopolo, imported } from '../support/a-popolo.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
let answers: Record<string, DomainAnswer>;
let asked: string[];
beforeEach(async () => {
  context = await aContext();
  answers = {};
  asked = [];
});
afterEach(() => context.remove());

const ask: AskDomain = (domain) => {
  asked.push(domain);
  return Promise.resolve(answers[domain] ?? 'takes');
};
const transport = () => askingFirst(openTransport(context.config), ask);
const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));
const sentTo = async () => (await mailbox(context)).map(({ to }) => to);
const messages = () =>
  context.store.read.selectFrom('messages').select(['kind', 'state', 'failure', 'attempts']).orderBy('id').execute();
const bounced = async () => (await eventTotals(context.store.read, context.socialCredit.id)).bounced;

test('a mail to a domain that says it takes none is given up at once, with a reason, and the others go', async () => {
  answers = { 'takes-none.made-up': 'refuses' };
  await sign('sam@takes-none.made-up');
  await sign('suzie@mail.made-up');
  await deliver(context, { transport: transport() });
  expect(await messages()).toMatchObject([
    { state: 'failed', failure: 'ENULLMX at DNS', attempts: 1 },
    { state: 'sent', failure: null },
  ]);
  expect(await sentTo()).toEqual(['suzie@mail.made-up']);
  expect(await bounced()).toBe(1);
});

test('a mail to a domain that is nowhere is tried for a day, as the name server may be wrong, and then given up', async () => {
  answers = { 'gmial.made-up': 'nowhere' };
  await sign('sam@gmial.made-up');
  await deliver(context, { transport: transport() });
  expect(await messages()).toMatchObject([{ state: 'due', failure: 'ENODOMAIN at DNS' }]);
  const later = 3600 * 1.3;
  for (let passed = later; passed < 86_400; passed += later) {
    context.clock.at += later;
    await deliver(context, { transport: transport() });
    expect(await messages()).toMatchObject([{ state: 'due' }]);
  }
  context.clock.at += later;
  await deliver(context, { transport: transport() });
  expect(await messages()).toMatchObject([{ state: 'failed', failure: 'ENODOMAIN at DNS' }]);
  expect(await bounced()).toBe(1);
});

test('a domain that comes back within the day loses nothing', async () => {
  answers = { 'mail.made-up': 'nowhere' };
  await sign('sam@mail.made-up');
  await deliver(context, { transport: transport() });
  answers = {};
  context.clock.at += 3600;
  await deliver(context, { transport: transport() });
  expect(await sentTo()).toEqual(['sam@mail.made-up']);
});

test('where nobody answers the mail goes', async () => {
  answers = { 'mail.made-up': 'unsaid' };
  await sign('sam@mail.made-up');
  await deliver(context, { transport: transport() });
  expect(await sentTo()).toEqual(['sam@mail.made-up']);
});

test('names kept for examples are asked about nowhere, and international ones by their punycode', async () => {
  for (const domain of ['example.org', 'mail.example.com', 'a.example', 'b.test', 'c.invalid', 'd.localhost'])
    await sign(`sam@${domain}`);
  await sign('sam@bücher.made-up'.replace('bücher', 'xn--bcher-kva'));
  await deliver(context, { transport: transport() });
  expect(asked).toEqual(['xn--bcher-kva.made-up']);
  expect(await sentTo()).toHaveLength(7);
});

test('a letter to an office whose domain takes no mail goes back to its writer, and the address is offered no more', async () => {
  answers = { 'closed-office.made-up': 'refuses' };
  await aDirectory(context);
  const { directory, representatives } = imported(aPopolo());
  const moved = representatives.map((row) => ({
    ...row,
    email: row.email.replace('@example.org', '@closed-office.made-up'),
  }));
  await importDirectory(context, directory, moved);
  expect(await write(context, 'wanda@example.org')).toBe('written');
  await deliver(context, { transport: transport() });
  expect(await confirmBy(context, 'wanda@example.org')).toBe('confirmed');
  await deliver(context, { transport: transport() });
  const deliveries = await context.store.read.selectFrom('deliveries').select('state').execute();
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['failed']));
  expect((await mailbox(context)).map(({ id }) => id)).toContainEqual(expect.stringContaining('letter-returned'));
});
