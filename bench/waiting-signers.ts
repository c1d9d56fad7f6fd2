import { signPetition } from '../src/campaign/sign-petition.ts';
import { readConfig } from '../src/config.ts';
import { openContext } from '../src/open-context.ts';
import type { SendMailOptions } from 'nodemailer';
import { compose } from '../src/mail/compose.ts';
import { openTemplates } from '../src/mail/templates.ts';
import { mailHtmlFolder, templatesFolder } from '../src/places.ts';
import { openMessages } from '../src/mail/open-message.ts';
import { claimMessages } from '../src/store/claims.ts';

/** Signs so many people while no server runs, so that their confirmation mails wait in the outbox. @returns their addresses */
export async function waitingSigners(environment: Record<string, string>, count: number): Promise<string[]> {
  const run = performance.now().toFixed(0);
  const addresses = Array.from({ length: count }, (_, at) => `waiting-${run}-${at}@example.org`);
  await withContext(environment, async (context, campaign) => {
    for (let at = 0; at < count; at += 500)
      await Promise.all(
        addresses.slice(at, at + 500).map((email) =>
          signPetition(context, campaign, 'en', {
            name: 'Bench Example',
            email,
            country: 'DE',
            postcode: '10115',
            comment:
              'A comment as long as the usual one: about a hundred characters, which say why somebody signs this.',
            public: false,
            updates: false,
            source: '',
          }),
        ),
      );
  });
  return addresses;
}

/** SQLite takes 32,766 values in a statement, and a folder that is kept has the mails of earlier times. */
const atOnce = 10_000;

/** The tokens of confirmation mails that wait, which wait for an hour then. */
export async function waitingTokens(environment: Record<string, string>): Promise<string[]> {
  const tokens: string[] = [];
  await withContext(environment, async ({ store, vault, now }) => {
    const open = openMessages(store, vault);
    const claim = () => store.write((writing) => claimMessages(writing, 'bench', now(), 3600, atOnce));
    for (let messages = await claim(); messages.length > 0; messages = await claim())
      for (const message of messages) {
        const { data } = await open('social-credit', message);
        if ('token' in data) tokens.push(data.token);
      }
  });
  return tokens;
}

/** One confirmation mail as the server would hand it to nodemailer, which then counts as claimed. */
export async function aComposedMail(environment: Record<string, string>): Promise<SendMailOptions> {
  let mail: SendMailOptions = {};
  const config = readConfig(environment);
  await withContext(environment, async (context, { settings }) => {
    const { store, vault, now } = context;
    const open = openMessages(store, vault);
    const [message] = await store.write((writing) => claimMessages(writing, 'bench', now(), 3600, 1));
    if (message === undefined) throw new Error('no mail waits');
    const composer = {
      store,
      vault,
      now,
      open,
      fill: openTemplates(templatesFolder, mailHtmlFolder),
      settingsOf: () => settings,
      siteUrl: config.siteUrl,
      mailFrom: config.mailFrom,
      sending: { real: true },
    };
    mail = await compose(composer, settings, await open(settings.slug, message));
  });
  return mail;
}

type Context = Awaited<ReturnType<typeof openContext>>;

async function withContext(
  environment: Record<string, string>,
  act: (context: Context, campaign: NonNullable<ReturnType<Context['campaigns']['get']>>) => Promise<void>,
): Promise<void> {
  const context = await openContext(readConfig(environment), () => Math.floor(Date.now() / 1000));
  try {
    const campaign = context.campaigns.get('social-credit');
    if (campaign === undefined) throw new Error('the first campaign is gone');
    await act(context, campaign);
  } finally {
    await context.close();
  }
}
