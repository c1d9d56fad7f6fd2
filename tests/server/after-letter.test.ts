import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForAnswers } from '../../src/campaign/ask-for-answers.ts';
import { readConfig } from '../../src/config.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { openContext, type OpenContext } from '../../src/open-context.ts';
import { answerCounts } from '../../src/store/answers.ts';
import { openPauseRequests } from '../../src/store/pauses.ts';
import { strings } from '../../src/strings/strings.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

const text = strings('en');
let server: TestServer;
/** The same database, opened beside the server as commands do it, by the server's clock. */
let beside: OpenContext;
/** How far that clock has been moved on. */
let ahead = 0;
beforeAll(async () => {
  server = await aServer();
  const now = () => Math.floor(Date.now() / 1000) + ahead;
  beside = await openContext(readConfig({ DATA_DIR: server.dataDir, ...server.env }), now);
  // The mailbox is empty at first, and `mailsTo` waits for a first mail.
  await server.post('/social-credit/sign', { name: 'Sam Example', email: 'sam@example.org', country: 'GB' });
});
afterAll(async () => {
  await beside.close();
  await server.stop();
});

const socialCredit = () => beside.campaigns.get('social-credit')!;
const page = async (path: string) => {
  const answer = await server.get(path);
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};
const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await runCommand(server, ...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as unknown;
};
const letterPage = async () => (await page('/social-credit/letter?country=GB')).html;
const idsOn = (html: string): string[] =>
  [...html.matchAll(/<input[^>]*name="representative"[^>]*>/g)].map(([input]) => /value="(\d+)"/.exec(input)![1]!);

/** Writes to two representatives and verifies. @returns the paths that lead on from the mails that went out */
async function letterBy(name: string, email: string): Promise<{ mine: string; whys: string[] }> {
  const before = (await server.mailsTo('')).length;
  const html = await letterPage();
  const [first = '', second = ''] = idsOn(html);
  const fields: [string, string][] = [...Object.entries(aLetter(first, { name, email })), ['representative', second]];
  expect((await server.post('/social-credit/letter', fields)).status).toBe(303);
  const [verify] = await server.mailsTo(email);
  await server.post(linkIn(verify!), {});
  const sent = (await server.mailsTo('', before + 4)).filter(
    ({ id, from }) => id.endsWith('-letter') && from.includes(name),
  );
  const nameOf = (id: string): string =>
    new RegExp(`for="representative-${id}"[^>]*>\\s*<b[^>]*>([^<]+)<`).exec(html)![1]!;
  const inOrder = [first, second].map((id) => sent.find(({ to }) => to.startsWith(nameOf(id)))!);
  const whys = inOrder.map((mail) => /\/why\/[\w-]{40}(?=\s)/.exec(mail.text)?.[0] ?? '');
  return { mine: /\/me\/[\w-]{64}/.exec(verify!.text)![0], whys };
}

/** Moves to the fifteenth day and does what the server does each hour. @returns the links, yes and no by turns */
async function askedLinks(email: string): Promise<string[]> {
  server.wait(14 * daySeconds);
  ahead += 14 * daySeconds;
  await askForAnswers(beside, socialCredit());
  const mails = await server.mailsTo(email, 3);
  expect(mails).toHaveLength(3);
  return [...mails.at(-1)!.text.matchAll(/\/answered\/[\w-]{40}\/(?:yes|no)/g)].map(([link]) => link);
}

const personal = (answer: { headers: Headers; html: string }): void => {
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('strict-origin');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(answer.html).toContain('<meta name="robots" content="noindex">');
};

test('Wanda says by the links of one mail who has answered; opening them says nothing, and she may change her mind', async () => {
  const { mine, whys } = await letterBy('Wanda Example', 'wanda@example.org');
  const [yes = '', no = '', otherYes = ''] = await askedLinks('wanda@example.org');
  const counts = () => answerCounts(beside.store.read, socialCredit().id);
  for (let look = 0; look < 2; look++)
    for (const link of [yes, no, yes.replace(/\/yes$/, '')]) {
      const shown = await page(link);
      expect(shown.status).toBe(200);
      expect(shown.html).not.toMatch(/Wanda|wanda@/);
      personal(shown);
    }
  expect((await server.get(yes, { method: 'HEAD' })).status).toBe(200);
  expect(await counts()).toMatchObject([
    { sent: 1, asked: 1, yes: 0, no: 0 },
    { yes: 0, no: 0 },
  ]);

  const said = async (link: string) => {
    const answer = await server.post(link, {});
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([303, null]);
    return page(answer.headers.get('location')!);
  };
  for (let press = 0; press < 2; press++) {
    const thanks = await said(yes);
    expect(thanks.html).toContain('has answered your letter');
    expect(thanks.html).toContain(`href="${no}"`);
    personal(thanks);
  }
  expect((await said(otherYes.replace(/yes$/, 'no'))).html).toContain('has not answered your letter yet');
  expect(await counts()).toMatchObject([
    { yes: 1, no: 0 },
    { yes: 0, no: 1 },
  ]);
  expect((await page(mine)).html).toMatch(new RegExp(`${text.yourData.answers}.*: answered\n.*: no answer yet`, 's'));
  await said(no);
  expect(await counts()).toMatchObject([
    { yes: 0, no: 1 },
    { yes: 0, no: 1 },
  ]);
  const [listed, lines, unknown] = await Promise.all([
    json('answers', 'social-credit'),
    runCommand(server, 'answers', 'social-credit'),
    runCommand(server, 'answers', 'no-such-campaign'),
  ]);
  expect(listed).toEqual(await counts());
  expect(JSON.stringify(listed)).not.toMatch(/Wanda|example\.org/);
  expect(lines.stdout).toMatch(/^(?:.+ {2}1 sent, 1 asked, 0 yes, 1 no\n){2}$/);
  expect(unknown).toMatchObject({ code: 1, stdout: '' });

  const foreign = await server.post(yes, {}, { Origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  const strange = [`/answered/${'x'.repeat(40)}/yes`, yes.replace(/.\/yes/, '/yes'), yes.replace(/yes$/, 'maybe')];
  for (const link of [...strange, whys[0]!.replace('/why/', '/answered/')]) {
    expect((await page(link)).status).toBe(404);
    expect((await server.post(link, {})).status).toBe(404);
  }
  await server.post(mine, { act: 'erase', sure: 'yes' });
  for (const link of [yes, no, yes.replace(/\/yes$/, ''), whys[0]!]) expect((await page(link)).status).toBe(410);
  for (const link of [yes, whys[0]!]) expect((await server.post(link, {})).status).toBe(410);
});

test('who gets a letter learns why, and nothing about its writer; their wish for a pause is the organizers’ to grant', async () => {
  const { whys } = await letterBy('Willa Writer', 'willa@example.org');
  await letterBy('Wim Writer', 'wim@example.org');
  const [why = '', otherWhy = ''] = whys;
  const shown = await page(why);
  expect(shown.status).toBe(200);
  personal(shown);
  expect(shown.html).not.toMatch(/Willa|willa@|Wim|wim@|ask for the rules|A question about/);
  const { contact } = socialCredit().settings.publisher;
  const told = ['Example Parliament', text.why.chosenTitle, text.why.count(2, '2'), 'href="/social-credit"'];
  for (const said of [...told, `<a href="mailto:${contact}"`, `>${contact}</a>`]) expect(shown.html).toContain(said);
  const [paused = '', spared = ''] = idsOn(await letterPage());
  const requests = () => openPauseRequests(beside.store.read);
  expect(await requests()).toEqual([]);

  for (let press = 0; press < 2; press++)
    expect((await server.post(why, {})).headers.get('location')).toBe(`${why}#pause`);
  const day = new Date(Date.now() + ahead * 1000).toISOString().slice(0, 10);
  const request = { representativeId: Number(paused), campaign: 'social-credit', day };
  expect(await json('pauses')).toMatchObject({ requests: [request], paused: [] });
  const asked = (await page(why)).html;
  expect(asked).toContain('The organizers decide');
  expect(asked).not.toContain('<button');
  expect((await page(otherWhy)).html).toContain('<button');
  expect(idsOn(await letterPage())).toContain(paused);

  const { id } = (await requests())[0]!;
  const granted = await runCommand(server, 'pauses', 'grant', String(id));
  expect([granted.code, granted.stdout]).toEqual([0, expect.stringContaining(`pauses resume ${paused}`)]);
  const [again, list] = await Promise.all(
    [['grant', String(id)], []].map((args) => runCommand(server, 'pauses', ...args)),
  );
  expect([again!.code, list!.stdout]).toEqual([1, expect.stringContaining(`representative ${paused}`)]);
  expect((await page(why)).html).toContain('sends you no letters');
  const offered = await letterPage();
  expect(idsOn(offered)).toContain(spared);
  expect(idsOn(offered)).not.toContain(paused);
  expect(offered).toContain(text.letter.paused);
  const form = { ...aLetter(paused), preview: '1' };
  const refused = await server.post('/social-credit/letter', form);
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining(text.errors.representativeUnknown),
  ]);

  expect((await runCommand(server, 'pauses', 'resume', paused)).code).toBe(0);
  expect(idsOn(await letterPage())).toContain(paused);
  expect((await page(why)).html).toContain('<button');
  const wrong = [['grant'], ['grant', 'x'], ['silence', '1']].map((args) => runCommand(server, 'pauses', ...args));
  expect((await Promise.all(wrong)).map(({ code }) => code)).toEqual([2, 2, 2]);

  for (const link of [`/why/${'x'.repeat(40)}`, `${why}A`, '/why/abc'])
    expect([(await page(link)).status, (await server.post(link, {})).status]).toEqual([404, 404]);
  expect((await server.post(why, {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  expect(await requests()).toEqual([]);
});

test('nothing was logged as trouble', () => {
  expect(server.troubles).toEqual([]);
});
