import { giveBack } from '../../src/campaign/give-back.ts';
import { mintLink } from '../../src/campaign/mint-link.ts';
import { postMail } from '../../src/campaign/post-mail.ts';
import type { Log } from '../../src/log.ts';
import { startDelivery, type Delivering } from '../../src/mail/deliver.ts';
import { openTransport, type SmtpWaits } from '../../src/mail/transport.ts';
import type { TestContext } from './a-context.ts';
import { aComposer } from './a-delivery.ts';

/** Puts a mail to each of so many people into the outbox: `<name>0@example.org` and on. */
export async function postMails(context: TestContext, count: number, name = 's'): Promise<void> {
  const { store, vault, keyring, now, socialCredit: campaign } = context;
  const seal = await keyring.mailSeal();
  await store.write(async (writing) => {
    for (let at = 0; at < count; at++) {
      const to = `${name}${at}@example.org`;
      const asked = { campaignId: campaign.id, addressIndex: campaign.indexOf!(to), now: now() };
      const token = await mintLink(writing, vault, { ...asked, alone: false });
      const message = { kind: 'already-signed' as const, data: { token, invalidated: false } };
      await postMail(writing, seal, { campaign, locale: 'en', to, message, ...asked });
    }
  });
}

type DeliveryOptions = NonNullable<Parameters<typeof startDelivery>[5]>;

/** Sends what is due to a mail server, as the server does. @param logged gets every line of the log
 * @param waits how long the mail server may be silent */
export function sendBy(
  context: TestContext,
  smtpUrl: string,
  logged: string[] = [],
  { waits, ...options }: { waits?: SmtpWaits } & DeliveryOptions = {},
): Delivering {
  const config = { ...context.config, smtpUrl };
  const line = (event: string, facts?: object): void => void logged.push(`${event} ${JSON.stringify(facts ?? {})}`);
  const log: Log = { info: line, error: line };
  const transport = openTransport(config, log, waits);
  return startDelivery(aComposer(context, config), transport, context.now, log, () => giveBack(context), options);
}

/** How many mails are in each state. */
export async function mailStates({ store }: TestContext): Promise<Record<string, number>> {
  const rows = await store.read.selectFrom('messages').select('state').execute();
  return Object.fromEntries([...Map.groupBy(rows, ({ state }) => state)].map(([state, some]) => [state, some.length]));
}

/** Waits, at most some ten seconds. */
export async function untilIt(what: () => boolean | Promise<boolean>, seconds = 10): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it did not come to that in ${seconds} seconds`);
}
