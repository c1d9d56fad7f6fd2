import { readConfig } from '../config.ts';
import { parseEmailAddress } from '../domain/email-address.ts';
import { fillLetter } from '../mail/letter-mail.ts';
import { openTemplates } from '../mail/templates.ts';
import { openTransport } from '../mail/transport.ts';
import { campaignsFolder, mailHtmlFolder, templatesFolder } from '../places.ts';
import { argumentIn } from '../settings/campaign.ts';
import { readCampaigns } from '../settings/read-campaigns.ts';
import { CommandError, now, parseCommand } from './command.ts';

/**
 * `letters test <slug> --to ADDRESS`: one letter as a representative would get it, marked [TEST], to the organizer and nobody
 * else. Nothing is stored.
 */
export async function testLetterCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { to: { type: 'string' }, locale: { type: 'string' } },
  });
  const [slug] = positionals;
  const to = parseEmailAddress(values.to ?? '');
  if (slug === undefined || positionals.length > 1 || to === undefined)
    throw new CommandError(
      'Say which campaign, and your own address: npx campaign letters test <slug> --to ADDRESS',
      2,
    );
  const settings = readCampaigns(campaignsFolder).find((campaign) => campaign.slug === slug);
  if (settings === undefined) throw new CommandError(`There is no folder of a campaign “${slug}”.`);
  const locale = values.locale ?? settings.defaultLocale;
  const { letter } = argumentIn(settings, locale);
  if (letter === undefined) throw new CommandError(`${slug} has no letter to start with in its ${locale}.mdx.`);

  const config = readConfig();
  const fill = openTemplates(templatesFolder, mailHtmlFolder);
  const name = 'Test Writer';
  const parts = {
    settings,
    locale,
    siteUrl: config.siteUrl,
    representative: 'Test Representative',
    why: 'made-when-it-is-sent',
    name,
    email: to,
    postcode: 'EX1 1AA',
    country: 'GB',
  };
  const mail = fillLetter(fill, { ...parts, subject: letter.subject, body: letter.body });
  const transport = openTransport(config);
  const from = { name, address: config.mailFrom };
  const letterMail = { ...mail, from, to, replyTo: { name, address: to }, subject: `[TEST] ${mail.subject}` };
  try {
    await transport.send(letterMail, `${now()}-test-letter`);
  } catch (error) {
    throw new CommandError(`The mail server did not take it: ${error instanceof Error ? error.message : 'unknown'}`);
  } finally {
    transport.close();
  }
  const where = config.smtpUrl === undefined ? `It lies in ${config.mailboxDir}.` : 'The mail server has taken it.';
  process.stdout.write(`One letter, marked [TEST], to ${to}. ${where}\n`);
  return 0;
}
