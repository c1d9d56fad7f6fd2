import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirm, confirmByCode } from '../../src/campaign/confirm.ts';
import type { Context } from '../../src/campaign/context.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { insertSignatures } from '../../src/store/signatures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { deliver, mailbox } from '../support/a-delivery.ts';
import { signaturesOf } from '../support/many-signatures.ts';
import { codeIn, linkIn } from '../support/a-server.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
let unlucky: Context;
beforeEach(async () => {
  context = await aContext();
  // Every secret and every code are the same: what chance would do once in a lifetime, or a broken source of it always.
  const secret = context.vault.newSecret();
  unlucky = { ...context, vault: { ...context.vault, newSecret: () => secret } };
});
afterEach(() => context.remove());

const emails = Array.from({ length: 50 }, (_, at) => `crowd${at}@example.org`);
const signAll = () =>
  Promise.all(emails.map((email) => signPetition(unlucky, context.socialCredit, 'en', typed({ email, name: email }))));
const mailTo = async (email: string) => (await mailbox(context)).find(({ to }) => to === email)!;
const confirmedOnes = async () => (await signaturesOf(context)).filter(({ state }) => state === 'confirmed').length;

test('confirmation codes that collide under load confirm each their own: a code is useless without its address', async () => {
  expect(new Set(await signAll())).toEqual(new Set(['signed']));
  await deliver(context);
  const code = codeIn(await mailTo(emails[0]!));
  expect(codeIn(await mailTo(emails[1]!))).toBe(code);
  const { socialCredit } = context;
  expect(await confirmByCode(context, socialCredit, 'nobody@example.org', code)).toBe('wrong');
  expect(await confirmedOnes()).toBe(0);
  for (const [at, email] of emails.entries()) {
    expect(await confirmByCode(context, socialCredit, email, code)).toMatchObject({ about: 'signature' });
    expect(await confirmedOnes()).toBe(at + 1);
  }
});

test('tokens never collide, not even where their secrets do: each link leads to its own signature', async () => {
  await signAll();
  await deliver(context);
  const links = await Promise.all(emails.map(async (email) => linkIn(await mailTo(email))));
  expect(new Set(links).size).toBe(emails.length);
  for (const [at, link] of links.entries()) {
    const found = await confirm(context, link.slice('/confirm/'.length));
    expect(found.outcome).toBe('confirmed');
    expect(await confirmedOnes()).toBe(at + 1);
  }
});

test('the table itself holds one row of an address in a campaign, and one of a number', async () => {
  await signPetition(context, context.socialCredit, 'en', typed());
  const [row] = await signaturesOf(context);
  const again = (changes: object) =>
    context.store.write(async (writing) => insertSignatures(writing, [{ ...row!, ...changes }]));
  await expect(again({ id: row!.id + 1 })).rejects.toThrow(/unique/i);
  await expect(again({ address_index: Buffer.alloc(16, 7) })).rejects.toThrow(/unique/i);
  expect(await signaturesOf(context)).toHaveLength(1);
  await again({ id: row!.id + 1, address_index: Buffer.alloc(16, 7) });
  expect(await signaturesOf(context)).toHaveLength(2);
});
