import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { daySeconds } from '../../src/domain/clock.ts';
import { readConfig } from '../../src/config.ts';
import { aPseudoServer, data, pseudoTag } from '../support/a-pseudo-language.ts';
import { ownName } from '../../src/strings/format.ts';
import { codeIn, linkIn, type TestServer } from '../support/a-server.ts';
import type { CampaignView } from '../../src/views.ts';
import { visibleText } from '../support/visible-text.ts';

let pseudo: Awaited<ReturnType<typeof aPseudoServer>>;
let server: TestServer;
/** Astro's pages that were looked at, by the names of their files. */
const looked = new Set<string>();
beforeAll(async () => {
  pseudo = await aPseudoServer();
  ({ server } = pseudo);
});
afterAll(() => pseudo.stop());

/** What is the same in every language. */
const addresses = /https?:\/\/\S+|[\w.+-]+@[\w.-]+|\{\{ \w+ \}\}|\{address\}/g;
/** Languages are called by their own names, for whoever looks for one of them. */
const isOwnName = (text: string, lang: string): boolean => lang !== '' && text === ownName(lang);

/** ISO 639's code for what is in none, such as lines of a program. */
const noLanguage = 'zxx';

/** Every piece with a plain Latin letter: the pseudo-language has none, nor has Intl's Hebrew, nor has anything that is typed here. */
const english = (html: string): string[] =>
  visibleText(html)
    .filter(({ lang }) => lang !== noLanguage)
    .filter(({ text, lang }) => /[a-z]/i.test(text.replaceAll(addresses, '')) && !isOwnName(text, lang))
    .map(({ text }) => text);

/** Looks at an answer and hands on its HTML. @param page the file of it in src/pages/ */
async function look(page: string, answering: Promise<Response>, status = 200): Promise<string> {
  const answer = await answering;
  const html = await answer.text();
  looked.add(page);
  expect([answer.url, answer.status, english(html)]).toEqual([answer.url, status, []]);
  expect(answer.headers.get('content-language')).toBe(pseudoTag);
  expect(/<html lang="(\w+)" dir="(\w+)"/.exec(html)?.slice(1)).toEqual([pseudoTag, 'rtl']);
  // Astro's own word for it.
  expect(/data-current="(\w+)"/.exec(html)?.[1]).toBe(pseudoTag);
  expect(visibleText(html).filter(({ text }) => text.startsWith('[')).length).toBeGreaterThan(5);
  return html;
}

/** The same for what comes by mail. */
async function lookAtMails(email: string, count: number): Promise<{ text: string; link: string; me: string }> {
  const mails = await server.mailsTo(email, count);
  for (const { subject, text, html = '' } of mails) {
    expect(
      [subject, text]
        .flatMap((part) => part.split('\n'))
        .filter((line) => /[a-z]/i.test(line.replaceAll(addresses, ''))),
    ).toEqual([]);
    expect(english(html)).toEqual([]);
    if (html !== '') expect(html).toMatch(/<html lang="he" dir="rtl"/);
  }
  const { text = '' } = mails.at(-1) ?? {};
  return { text, link: linkIn({ text }), me: /\/me\/[\w-]{40,}/.exec(text)?.[0] ?? '' };
}

/** Everything that a campaign's page may have to say. */
const aCampaign: CampaignView = {
  slug: 'spoken',
  path: `/${pseudoTag}/spoken`,
  languages: [],
  locale: pseudoTag,
  textLocale: pseudoTag,
  defaultLocale: pseudoTag,
  title: data.title,
  summary: data.title,
  addressee: data.name,
  ask: data.comment,
  askChangedOn: ['2026-11-23', '2026-11-24'],
  credit: undefined,
  publisher: {
    name: data.publisher,
    contact: 'hello@example.org',
    legalAddress: data.title,
    dataController: data.name,
  },
  count: 101,
  elsewhere: { paper: 2, import: 3 },
  removals: [
    { on: '2026-11-23', count: 3, reason: data.comment, undoneOn: undefined },
    { on: '2026-11-23', count: 4, reason: data.comment, undoneOn: '2026-11-24' },
  ],
  goal: 100,
  closed: false,
  paused: false,
  closesAt: '2027-01-01',
  outcome: undefined,
  fields: { postcode: true, comment: true },
  honeypot: 'unseen',
  consent: { statement: '', public: '', updates: '' },
  letters: true,
  recent: [{ name: data.name, country: 'GB', comment: data.comment }],
};

const at = `/${pseudoTag}/spoken`;
const page = (path: string, headers: Record<string, string> = {}) => server.get(path, { headers });
const typed = (email: string, changes: Record<string, string> = {}) => ({
  name: data.name,
  email,
  country: 'GB',
  postcode: data.postcode,
  comment: data.comment,
  public: 'yes',
  ...changes,
});
const inHebrew = { 'Accept-Language': 'nl, he-IL;q=0.9, en;q=0.8' };

test('a language is added by files alone, and all of the site speaks it', async () => {
  await look('index', page(`/${pseudoTag}`));
  for (const name of ['privacy', 'accessibility', 'me']) await look(name, page(`/${pseudoTag}/${name}`));
  for (const name of ['mailed', 'erased']) await look(`me-${name}`, page(`/${pseudoTag}/me/${name}`));
  await look('mailbox', page(`/${pseudoTag}/mailbox`));
  for (const name of ['spoken', 'over']) await look('campaign', page(`/${pseudoTag}/${name}`));
  for (const name of ['figures', 'check-your-mail', 'signed', 'letter-sent', 'letter'])
    await look(name, page(`${at}/${name}`));
  for (const name of ['share', 'poster']) await look(name, page(`${at}/${name}`));
  await look('embed', page(`/embed${at}`));
  await look('share-mastodon', page(`${at}/share/mastodon`));
  for (const query of ['country=GB', 'country=GB&search=%CE%B1', 'country=GB&search=0'])
    await look('letter', page(`${at}/letter?${query}`));
});

test('where a campaign does not speak it, a notice in it says which language the texts are in', async () => {
  const notices = (html: string) => html.match(/<p class="small panel"[^>]*>([^<]*)<\/p>/)?.[1];
  const html = await look('campaign', page(`/${pseudoTag}/unspoken`));
  expect(notices(html)).toMatch(/^\[.*יוונית.*\]$/);
  expect(html).toMatch(/<h1 lang="el" dir="ltr">/);
  expect(notices(await look('campaign', page(at)))).toBeUndefined();
  const letter = await look('letter', page(`/${pseudoTag}/unspoken/letter?country=GB`));
  expect(notices(letter)).toMatch(/^\[.*יוונית.*\]$/);
});

test('what is wrong with a form is said in it', async () => {
  const long = '1'.repeat(2000);
  const tooLong = { name: long, country: 'XX', postcode: long, comment: long, subject: long, body: long.repeat(11) };
  for (const fields of [{}, typed('x', tooLong)]) {
    await look('campaign', server.post(`${at}/sign`, fields), 422);
    await look('check-your-mail', server.post(`${at}/confirm-code`, fields), 422);
    await look('letter', server.post(`${at}/letter`, { ...fields, country: 'GB', representative: '999' }), 422);
    await look('me', server.post(`/${pseudoTag}/me`, fields), 422);
    await look('share-mastodon', server.post(`${at}/share/mastodon`, { server: '0' }), 422);
    const answer = await server.postJson('/api/v1/campaigns/spoken/signatures', { ...fields, locale: pseudoTag });
    const { errors, detail } = (await answer.json()) as { errors: { message: string }[]; detail: string };
    expect([detail, ...errors.map(({ message }) => message)].filter((text) => !/^\[[^a-z]+\]$/.test(text))).toEqual([]);
  }
});

test('Sofia signs, sees, changes and takes back, and is mailed in it', async () => {
  const email = 'sofia@example.org';
  await server.post(`${at}/sign`, typed(email));
  const { link, me, text } = await lookAtMails(email, 1);
  expect(codeIn({ text })).not.toBe('');
  await look('confirm', page(link));
  await look('your-data', page(me));
  expect((await server.post(link, {})).headers.get('location')).toBe(`${at}/signed`);
  await look('confirm', page(link));
  await look('campaign', page(at));
  for (const act of ['hide', 'show', 'no-news', 'withdraw']) {
    const { headers } = await server.post(me, { act });
    await look('your-data', page(headers.get('location')!.replace('#done', '')));
  }
  await look('your-data', server.post(me, { act: 'erase' }), 422);

  await server.post(`${at}/sign`, typed('second@example.org'));
  await server.post((await lookAtMails('second@example.org', 1)).link, {});
  await server.post(`${at}/sign`, typed('second@example.org'));
  await lookAtMails('second@example.org', 2);
  expect((await server.post(`/${pseudoTag}/me`, { email: 'second@example.org' })).headers.get('location')).toBe(
    `/${pseudoTag}/me/mailed`,
  );
  const asked = await lookAtMails('second@example.org', 3);
  await look('your-data', page(asked.me));
  await look('mailbox', page(`/${pseudoTag}/mailbox`));
  const [mail] = await server.mailsTo('second@example.org');
  const shown = await (await page(`/${pseudoTag}/mailbox/${mail!.id}`)).text();
  looked.add('mail');
  // Headers are what they are.
  expect(english(shown.replace(/<details[\s\S]*<\/details>/, ''))).toEqual([]);
  const erased = await server.post(asked.me, { act: 'erase', sure: 'yes' });
  expect(erased.headers.get('location')).toBe(`/${pseudoTag}/me/erased`);
});

test('Sofia writes letters by every way, and who gets one reads it too', async () => {
  const email = 'writer@example.org';
  const html = await (await page(`${at}/letter?country=GB`)).text();
  const ids = [...html.matchAll(/name="representative" value="(\d+)"/g)].map(([, id]) => id ?? '');
  const { comment: _, public: __, ...who } = typed(email);
  const fields: [string, string][] = [
    ...Object.entries({ ...who, subject: data.subject, body: data.body }),
    ...ids.map((id): [string, string] => ['representative', id]),
  ];
  await look('letter-preview', server.post(`${at}/letter`, [...fields, ['preview', '1']]));
  await server.post(`${at}/letter`, fields);
  const { link, me } = await lookAtMails(email, 1);
  await look('confirm', page(link));
  const send = (await server.post(link, {})).headers.get('location')!;
  const tasks = await look('send-yourself', page(send));
  await look('confirm', page(link));
  const prints = /\/me\/[\w-]+\/send\/\d+\/print/.exec(tasks)![0];
  await look('letter-print', page(prints));
  await server.post(send, { delivery: /name="delivery" value="(\d+)"/.exec(tasks)![1]!, act: 'sent' });
  await look('send-yourself', page(send));
  await look('your-data', page(me));
  await lookAtMails(email, 2);

  const [letter] = (await server.mailsTo('', 1)).filter(({ id }) => /^\d+-letter$/.test(id));
  expect(letter!.text.split('\n').filter((line) => /[a-z]/i.test(line.replaceAll(addresses, '')))).toEqual([]);
  const why = /\/why\/[\w-]+/.exec(letter!.text)![0];
  await look('why', page(why));
  await server.post(why, {});
  await look('why', page(why));

  const { openContext } = await pseudo.ofCopy<typeof import('../../src/open-context.ts')>('src/open-context.ts');
  const { askForAnswers } = await pseudo.ofCopy<typeof import('../../src/campaign/ask-for-answers.ts')>(
    'src/campaign/ask-for-answers.ts',
  );
  server.wait(14 * daySeconds);
  const now = () => Math.floor(Date.now() / 1000) + 14 * daySeconds;
  const beside = await openContext(readConfig({ DATA_DIR: server.dataDir, ...server.env }), now);
  await askForAnswers(beside, beside.campaigns.get('spoken')!);
  await beside.close();
  const { text } = await lookAtMails(email, 3);
  const answers = [...text.matchAll(/\/answered\/[\w-]+\/(?:yes|no)/g)].map(([path]) => path);
  for (const path of answers) await look('answered', page(path));
  await look('answered-thanks', page(answers[0]!.replace('/yes', '')));
  for (const path of answers) {
    await server.post(path, {});
    await look('answered-thanks', page(path.replace(/\/\w+$/, '')));
  }
});

test('what seldom happens is said in it too', async () => {
  const { openPages } = await pseudo.ofCopy<typeof import('../../src/http/render-page.ts')>('src/http/render-page.ts');
  const render = await openPages(readConfig({ DATA_DIR: server.dataDir }), join(pseudo.folder, 'dist'), [], () => true);
  const campaign = { ...aCampaign, closed: false, paused: true };
  const form = { values: {}, errors: [] };
  const countries = { shown: [{ country: 'GB', count: 12 }], others: 11 };
  const counts = { received: 9, confirmed: 8, reinstated: 1, withdrawn: 1, invalidated: 1, erased: 1 };
  const quality = { ...counts, expired: 1, bounced: 1 };
  const days = [{ day: '2026-11-23', ...counts, total: 7 }];
  const pages = [
    await render('/campaign', { campaign, form }, pseudoTag),
    await render('/campaign', { campaign: { ...campaign, closed: true, outcome: undefined }, form }, pseudoTag),
    await render(
      '/figures',
      { campaign, figures: { quality, countries, days, removals: campaign.removals } },
      pseudoTag,
    ),
  ];
  expect(pages.flatMap(english)).toEqual([]);
  for (const html of pages) expect(html).toMatch(/\[[^\]]*\u206823 בנובמבר 2026\u2069/);

  const { openTemplates } = await pseudo.ofCopy<typeof import('../../src/mail/templates.ts')>('src/mail/templates.ts');
  const fill = openTemplates(join(pseudo.folder, 'templates'), join(pseudo.folder, 'dist/templates'));
  const { title, publisher, name, subject, body } = data;
  const of = { title, publisher, name, subject, body: body.replaceAll(/[{}a-z]/g, ''), representative: name, days: 7 };
  const links = { contact: 'hello@example.org', campaign_url: 'https://a.example/', data_url: 'https://b.example/' };
  const mail = { ...of, ...links, contact_form: 'https://c.example/', phone: '+44 20', address: title };
  for (const ways of [{}, { contact_form: '', phone: '', address: '' }]) {
    const { subject: line, text, html = '' } = fill('letter-returned', pseudoTag, { ...mail, ...ways });
    expect([line, text].filter((part) => /[a-z]/i.test(part.replaceAll(addresses, '')))).toEqual([]);
    expect(english(html)).toEqual([]);
  }
});

test('errors are said in the language of their address, else in one that the browser asks for', async () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: server.url };
  const post = (path: string, body: string, headers: Record<string, string>) =>
    server.get(path, { method: 'POST', body, headers });
  await look('problem', page(`/${pseudoTag}/nothing`), 404);
  await look('problem', page('/nothing', inHebrew), 404);
  await look('problem', page('/confirm/unknown', inHebrew), 404);
  await look('problem', page('/me/unknown', inHebrew), 404);
  await look('problem', page('/why/unknown', inHebrew), 404);
  await look('problem', post(`${at}/sign`, '', { ...form, Origin: 'https://other.example' }), 403);
  await look('problem', post(`${at}/sign`, '', { ...form, 'Content-Type': 'text/plain' }), 415);
  await look('problem', post(`${at}/sign`, 'a'.repeat(70_000), form), 413);
  await look('problem', server.get(at, { method: 'DELETE' }), 405);
  await look('problem', server.post(`/${pseudoTag}/over/sign`, typed('late@example.org')), 410);
  await look('problem', page(`/${pseudoTag}/over/letter`), 410);
});

test('every page for the public was looked at', () => {
  const pages = readdirSync(join(pseudo.folder, 'src/pages')).filter((file) => file.endsWith('.astro'));
  expect([...looked].toSorted()).toEqual(pages.map((file) => basename(file, '.astro')).toSorted());
});
