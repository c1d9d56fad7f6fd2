import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askForAnswers } from '../../src/campaign/ask-for-answers.ts';
import { readConfig } from '../../src/config.ts';
import type { MailboxMail } from '../../src/mail/mailbox.ts';
import { openContext } from '../../src/open-context.ts';
import { aPopoloOfWays } from './a-popolo.ts';
import { linkIn, type TestServer } from './a-server.ts';
import { aLetter, aSignature } from './a-signature.ts';
import { runCommand } from './run-command.ts';

/** A page as a browser asks for it; with `fields` it answers a form. */
export interface AskedPage {
  path: string;
  status: number;
  fields?: [string, string][];
}

/** Somebody who signs and writes in a language, and where that leads. */
interface Reader {
  /** What stands in front of the paths of the site's pages, and the campaign's path. */
  at: string;
  campaign: string;
  email: string;
  /** Of somebody who confirms nothing. */
  pending: string;
  letter: [string, string][];
}

/**
 * Every page that supporters, activists and readers of letters get, and every form of theirs that comes back with mistakes, by language.
 * Somebody signs and writes in each; the server's clock moves on by two weeks.
 */
export async function everyPage(server: TestServer, locales: readonly string[]): Promise<Map<string, AskedPage[]>> {
  await importDirectory(server);
  const readers = await Promise.all(locales.map((locale) => aReader(server, locale)));
  const all = readers.map(({ email }) => email);
  for (const { campaign, letter } of readers) await server.post(`${campaign}/letter`, letter);
  const verify = await mailsOf(server, all, ['verify-letter']);
  for (const email of all) await server.post(linkIn(verify(email, 'verify-letter')), {});
  const toAda = await server.mailsTo('ada.example@example.org', all.length);
  await letAnswersBeAskedFor(server);
  for (const reader of readers) await sign(server, reader);
  const first = await mailsOf(server, all, ['confirm-signature']);
  for (const email of all) await server.post(linkIn(first(email, 'confirm-signature')), {});
  const others = readers.map(({ pending }) => pending);
  const mails = await mailsOf(server, all, ['confirm-signature', 'verify-letter', 'your-data', 'did-they-answer']);
  const unconfirmed = await mailsOf(server, others, ['confirm-signature', 'verify-letter']);

  const pages = new Map<string, AskedPage[]>();
  for (const [at, reader] of readers.entries()) {
    const { email, pending } = reader;
    const confirm = ['confirm-signature', 'verify-letter'].flatMap((kind) => [
      mails(email, kind),
      unconfirmed(pending, kind),
    ]);
    const received = toAda.find(({ replyTo }) => replyTo.includes(email));
    const sendPath = `${linkIn(mails(email, 'verify-letter')).replace('/confirm/', '/me/')}/send`;
    const sendPage = await (await server.get(sendPath)).text();
    pages.set(
      locales[at]!,
      pagesOf(reader, {
        confirm: confirm.map(linkIn),
        mail: mails(email, 'confirm-signature').id,
        data: found(mails(email, 'your-data').text, /\/me\/[\w-]+/),
        answer: found(mails(email, 'did-they-answer').text, /\/answered\/[\w-]+\/yes/),
        why: found(received?.text ?? '', /\/why\/[\w-]+/),
        send: sendPath,
        print: found(sendPage, /[\w/-]+\/print/),
      }),
    );
  }
  return pages;
}

/** Representatives that are reached in every way, and postcodes to find them by. */
async function importDirectory(server: TestServer): Promise<void> {
  const directory = join(server.dataDir, 'house.json');
  const postcodes = join(server.dataDir, 'postcodes.csv');
  await writeFile(directory, JSON.stringify(aPopoloOfWays()));
  await writeFile(postcodes, 'postcode,area_id\nEX9,north\n');
  for (const args of [
    ['recipients', 'import', directory, '--force'],
    ['lookup', 'import', postcodes, '--country', 'GB'],
  ]) {
    const { code, stderr } = await runCommand(server, ...args);
    if (code !== 0) throw new Error(stderr);
  }
}

async function aReader(server: TestServer, locale: string): Promise<Reader> {
  const at = locale === 'en' ? '' : `/${locale}`;
  const campaign = `${at}/social-credit`;
  const email = `reader@${locale.toLowerCase()}.example`;
  const list = await (await server.get(`${campaign}/letter?country=GB&area=north`)).text();
  const ids = [...list.matchAll(/name="representative" value="(\d+)"/g)].map(([, id = '']) => id);
  const { representative: _, ...typed } = aLetter('', { email });
  const letter = [...Object.entries(typed), ...ids.map((id): [string, string] => ['representative', id])];
  return { at, campaign, email, pending: email.replace('reader', 'unconfirmed'), letter };
}

async function sign(server: TestServer, { campaign, email, pending, letter }: Reader): Promise<void> {
  for (const address of [email, pending])
    await server.post(`${campaign}/sign`, aSignature({ email: address, public: 'yes', comment: 'Because.' }));
  const unconfirmed = letter.map(([name, value]): [string, string] => [name, name === 'email' ? pending : value]);
  await server.post(`${campaign}/letter`, unconfirmed);
  await server.post('/me', { email });
}

async function letAnswersBeAskedFor(server: TestServer): Promise<void> {
  const fortnight = 15 * 86_400;
  const config = readConfig({ DATA_DIR: server.dataDir, ...server.env });
  const later = await openContext(config, () => Math.floor(Date.now() / 1000) + fortnight);
  await askForAnswers(later, later.campaigns.get('social-credit')!);
  await later.close();
  server.wait(fortnight);
}

/** Paths that only somebody's mails tell. */
type Told = Record<'mail' | 'data' | 'answer' | 'why' | 'send' | 'print', string> & { confirm: string[] };

function pagesOf({ at, campaign, letter }: Reader, told: Told): AskedPage[] {
  const { confirm, mail, data, answer, why, send, print } = told;
  const ofSite = ['privacy', 'accessibility', 'me', 'me/mailed', 'me/erased', 'mailbox'].map((end) => `${at}/${end}`);
  const ofCampaign = [
    '',
    '/figures',
    '/share',
    '/share/mastodon',
    '/poster',
    '/check-your-mail',
    '/signed',
    '/letter-sent',
    '/letter',
  ];
  const places = ['GB', 'GB&search=nobody', 'AQ'].map((place) => `${campaign}/letter?country=${place}`);
  const frame = `/embed${campaign}`;
  const ofPerson = [...confirm, data, send, print, answer, why, `${at}/mailbox/${mail}`];
  const shown = [at || '/', frame, ...ofSite, ...ofCampaign.map((end) => campaign + end), ...places, ...ofPerson];

  const answered = (path: string, fields: Record<string, string> | [string, string][], status = 422): AskedPage => ({
    path,
    fields: Array.isArray(fields) ? fields : Object.entries(fields),
    status,
  });
  const where = { country: 'GB', where: 'country=GB' };
  return [
    ...shown.map((path) => ({ path, status: 200 })),
    { path: `${at}/no-such-page`, status: 404 },
    answered(`${campaign}/letter`, [...letter, ['preview', '1']], 200),
    answered(answer, {}, 200),
    answered(why, {}, 200),
    answered(`${campaign}/sign`, { email: 'x', comment: '\u0007' }),
    answered(`${campaign}/confirm-code`, {}),
    answered(`${campaign}/share/mastodon`, {}),
    answered(`${campaign}/letter`, { ...where, subject: '', body: '' }),
    answered(`${campaign}/letter`, { ...where, find: '1' }),
    answered(`${at}/me`, {}),
    answered(data, { act: 'erase' }),
  ];
}

/** Once there are mails of all these kinds to all these addresses: the one of a kind to an address. */
async function mailsOf(server: TestServer, addresses: string[], kinds: string[]) {
  for (let tries = 0; tries < 100; tries++) {
    const mails = await server.mailsTo('@');
    const one = (address: string, kind: string) =>
      mails.find(({ to, id }) => to.includes(address) && id.endsWith(kind));
    if (addresses.every((address) => kinds.every((kind) => one(address, kind) !== undefined)))
      return (address: string, kind: string): MailboxMail => one(address, kind)!;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`not all of ${kinds.join(', ')} came to ${addresses.join(', ')}`);
}

function found(text: string, pattern: RegExp): string {
  const [match] = pattern.exec(text) ?? [];
  if (match === undefined) throw new Error(`${pattern} is not in: ${text}`);
  return match;
}
