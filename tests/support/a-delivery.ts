import { giveBack } from '../../src/campaign/give-back.ts';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { confirm } from '../../src/campaign/confirm.ts';
import { releaseLetters } from '../../src/campaign/release-letters.ts';
import { writeLetter } from '../../src/campaign/write-letter.ts';
import type { Config } from '../../src/config.ts';
import type { Composer } from '../../src/mail/compose.ts';
import { startDelivery } from '../../src/mail/deliver.ts';
import { openMailbox, type MailboxMail } from '../../src/mail/mailbox.ts';
import { openMessages } from '../../src/mail/open-message.ts';
import { openTemplates } from '../../src/mail/templates.ts';
import { openTransport, type Transport } from '../../src/mail/transport.ts';
import { mailHtmlFolder, templatesFolder } from '../../src/places.ts';
import type { TestContext } from './a-context.ts';
import { aPopolo, imported } from './a-popolo.ts';
import { linkIn } from './a-server.ts';
import { aLetter } from './a-signature.ts';

/** Two made-up representatives to write to. */
export async function aDirectory(context: TestContext): Promise<void> {
  const { directory, representatives } = imported(aPopolo());
  await importDirectory(context, directory, representatives);
}

/** Writes to all representatives. */
export async function write(context: TestContext, email: string): Promise<string> {
  const found = await context.store.read.selectFrom('representatives').select('id').execute();
  const { name = '', subject = '', body = '' } = aLetter('');
  const input = { name, email, country: 'GB', postcode: '', subject, body, representatives: found.map(({ id }) => id) };
  return writeLetter(context, context.socialCredit, 'en', { real: false }, input);
}

/**
 * Sends what is due, as the server does; letters that wait as well, unless `release` says no. What is put off is left for later.
 * @param config where to, if not to the mailbox
 * @param transport how, if not as `config` says
 */
export async function deliver(
  context: TestContext,
  {
    release = true,
    config = context.config,
    transport = openTransport(config),
  }: { release?: boolean; config?: Config; transport?: Transport } = {},
): Promise<void> {
  const { store, now } = context;
  if (release) await releaseLetters(context, { real: false });
  const quiet = { info: () => undefined, error: () => undefined };
  const composer = aComposer(context, config);
  const delivering = startDelivery(composer, transport, now, quiet, () => giveBack(context));
  const toSend = () =>
    store.read
      .selectFrom('messages')
      .select('id')
      .where((row) =>
        row.or([row('state', '=', 'claimed'), row.and([row('state', '=', 'due'), row('due_at', '<=', now())])]),
      )
      .executeTakeFirst();
  while ((await toSend()) !== undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  await delivering.stop();
}

/** What mails are made of. */
export function aComposer({ store, vault, now, socialCredit }: TestContext, config: Config): Composer {
  const open = openMessages(store, vault);
  const fill = openTemplates(templatesFolder, mailHtmlFolder);
  const site = { settingsOf: () => socialCredit.settings, siteUrl: config.siteUrl, mailFrom: config.mailFrom };
  return { store, vault, now, open, fill, ...site, sending: { real: false } };
}

export const mailbox = ({ config }: TestContext): Promise<MailboxMail[]> => openMailbox(config.mailboxDir).list();

/** Presses the button in the newest mail to an address. @returns what came of it */
export async function confirmBy(context: TestContext, email: string): Promise<string> {
  const mail = (await mailbox(context)).find(({ to }) => to === email);
  return (await confirm(context, linkIn(mail!).slice('/confirm/'.length))).outcome;
}
