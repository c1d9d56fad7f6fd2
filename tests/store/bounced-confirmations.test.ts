import { afterEach, beforeEach, expect, test } from 'vitest';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { takeBounce } from '../../src/cli/take-bounce.ts';
import { eventTotals } from '../../src/store/figures.ts';
import { aPostfixBounce } from '../support/a-bounce.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { deliver } from '../support/a-delivery.ts';
import { aMailProvider } from '../support/a-mail-provider.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));
const bounced = async () => (await eventTotals(context.store.read, context.socialCredit.id)).bounced;

/** What a mail server hands back for the mail that asked the newest signer to confirm. */
async function comesBack(action: string): Promise<string> {
  const { id } = await context.store.read
    .selectFrom('messages')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const to = `${context.vault.returnToken('message', id)}@campaigns.example`;
  return (await takeBounce(context, Buffer.from(aPostfixBounce({ to, action })))).came;
}

test('a mail server refuses the address that Sam mistyped: the campaign counts one mail that did not arrive', async () => {
  const provider = await aMailProvider({ refuses: ['smam@example.org'] });
  try {
    await sign('smam@example.org');
    await sign('suzie@example.org');
    await deliver(context, { config: { ...context.config, smtpUrl: provider.url } });
  } finally {
    await provider.stop();
  }
  expect(provider.got).toHaveLength(1);
  expect(await bounced()).toBe(1);
});

test('a mail that was taken and came back later counts once, however often it does', async () => {
  await sign('smam@example.org');
  await deliver(context);
  expect(await comesBack('delayed')).toBe('under-way');
  expect(await bounced()).toBe(0);
  expect(await comesBack('failed')).toBe('hard');
  expect(await comesBack('failed')).toBe('hard');
  expect(await bounced()).toBe(1);
});
