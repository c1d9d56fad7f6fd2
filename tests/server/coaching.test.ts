import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignsFolder } from '../../src/places.ts';
import { argumentIn } from '../../src/settings/campaign.ts';
import { readCampaigns } from '../../src/settings/read-campaigns.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

const campaign = readCampaigns(campaignsFolder).find(({ slug }) => slug === 'social-credit')!;
const { body: template, prompt } = argumentIn(campaign, 'en').letter!;
const ownParagraph = `My sister runs the bakery on Mill Lane. ${'Nobody could tell her which list she was on. '.repeat(6)}`;
const ownWords = 'Dear {{ representative }},\n\nplease ask for the rules.\n\n{{ name }}';
const edited = (paragraphs: number) =>
  template.replace('May I ask', `${`${ownParagraph}\n\n`.repeat(paragraphs)}May I ask`);

let server: TestServer;
let ada: string;
beforeAll(async () => {
  server = await aServer();
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  ada = /name="representative"[^>]*value="(\d+)"/.exec(page)?.[1] ?? '';
});
afterAll(() => server.stop());

const preview = async (body: string): Promise<string> => {
  const answer = await server.post('/social-credit/letter', { ...aLetter(ada, { body }), preview: '1' });
  expect(answer.status).toBe(200);
  return answer.text();
};
const send = async (email: string, body: string, verify = true): Promise<void> => {
  const sent = await server.post('/social-credit/letter', aLetter(ada, { email, body }));
  expect(sent.status).toBe(303);
  if (verify) await server.post(linkIn((await server.mailsTo(email))[0]!), {});
};

test('the preview tells Wanda how much is the template’s, asks her questions, and lets her send it as it is', async () => {
  const page = await preview(template);
  expect(page).toContain('Every word is the template’s.');
  expect(page).toMatch(/<meter[^>]*value="0"/);
  for (const question of [prompt, 'What happened to you or somebody you know?']) expect(page).toContain(question);
  expect(page.indexOf('Every word')).toBeLessThan(page.indexOf('<article'));
  expect(page).toMatch(/<button[^>]*name="edit"/);

  expect(await preview(edited(1))).toMatch(/About (seven|eight) in ten words are the template’s\./);
});

test('a letter that is mostly her own gets a kind word and no questions', async () => {
  for (const [body, word] of [
    [edited(5), 'Most of it is in your own words'],
    [ownWords, 'It is all in your own words'],
  ] as const) {
    const page = await preview(body);
    expect(page).toContain(word);
    expect(page).not.toContain('What happened to you');
    expect(page).not.toContain('the template’s');
  }
});

test('the letter page brings the questions, and a script that measures; the campaign page does not', async () => {
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  expect(page).toContain('Why does it matter where you live?');
  expect(page).toMatch(/<div[^>]*data-template="Dear [^>]*hidden/);
  expect(page).toMatch(/<p[^>]*aria-live="polite"/);
  const scripts = (text: string) => [...text.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src]) => src!);
  const script = scripts(page).find((src) => src.includes('LetterForm'))!;
  expect(await (await server.get(script)).text()).toContain('pageshow');
  expect(scripts(await (await server.get('/social-credit')).text())).not.toContain(script);
});

test('organizers see how varied the verified letters are, below the signatures; a letter says its own share to its writer', async () => {
  const stats = (...args: string[]) => runCommand(server, 'stats', ...args);
  expect((await stats('social-credit')).stdout).toMatch(/^social-credit {2}0 pending, .*\nletters {2}0 verified\n$/);

  await send('template@example.org', template);
  await send('another@example.org', template);
  await send('own@example.org', ownWords);
  await send('unverified@example.org', template, false);

  const templateShare = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2];
  const found = { pending: 0, confirmed: 0, withdrawn: 0, letters: { verified: 3, templateShare } };
  expect(JSON.parse((await stats('social-credit', '--json')).stdout)).toMatchObject(found);
  expect(JSON.parse((await stats('--json')).stdout)).toMatchObject({ 'social-credit': found });
  expect((await stats('social-credit')).stdout).toMatch(
    /\nletters {2}3 verified, 2 of them mostly the template\n {2}own words ▄·········█ template\n$/,
  );

  const own = linkIn((await server.mailsTo('template@example.org'))[0]!).replace('/confirm/', '/me/');
  expect(await (await server.get(own)).text()).toContain('about 10 in 10 words');
});
