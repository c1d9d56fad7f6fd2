import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { projectRoot } from '../../src/places.ts';
import { aPostfixBounce } from '../support/a-bounce.ts';
import { aBrowser, invitation } from '../support/a-browser.ts';
import { aMailProvider, until, type Got } from '../support/a-mail-provider.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { runCommand } from '../support/run-command.ts';
import { bytesBelow, foundIn, spellingsOf, type Needle } from '../support/search-bytes.ts';

/** Every word of these people is found nowhere else. */
const sam = {
  name: 'Zqsamuel Zqexample',
  email: 'Zqsamuel@zqmailbox.example',
  postcode: 'ZQ77ZQ77',
  comment: 'Because of zqreasons',
};
const refused = { name: 'Zqrefused One', email: 'zqrefused@zqgone.example', comment: 'zqunheard' };
const late = { name: 'Zqlate One', email: 'zqlate@zqbusy.example', comment: 'zqlater' };
const wanda = {
  name: 'Zqwanda Two',
  email: 'zqwanda@zqpost.example',
  postcode: 'ZQ88ZQ88',
  subject: 'About zqscores',
  body: 'Dear {{ representative }}, zqplease ask. {{ name }}',
};
const garbled = { name: 'Zqnobody\u0000', email: 'zqnobody@@zqnowhere.example', comment: 'zqgarbled' };
const password = 'zqcorrect horse battery';
const member = { id: 'm1', name: 'Mira Member', email: 'zqmira@zqparliament.example' };

/** What our own server says in its log, and whatever else this process prints. */
const printed: string[] = [];

let server: TestServer;
let provider: Awaited<ReturnType<typeof aMailProvider>>;
beforeAll(async () => {
  const keep = (text: unknown): boolean => printed.push(String(text)) > 0;
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(keep);
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation(keep);
  // As servers do that quote whom they talk about.
  provider = await aMailProvider({
    says: (to) =>
      to === refused.email
        ? `550 5.1.1 <${to}> Zqrefused is unknown here`
        : to === late.email
          ? `451 4.2.0 <${to}> Zqlate comes later`
          : undefined,
  });
  const env = { SMTP_URL: provider.url, MAIL_FROM: 'campaigns@campaigns.example' };
  server = await aServer({ env, dataDir: mkdtempSync(join(tmpdir(), 'campaign-kit-logs-')) });
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
  rmSync(server.dataDir, { recursive: true });
});

const textTo = async (email: string, count = 1): Promise<string> => {
  const mail = await until(() => provider.to(email.toLowerCase())[count - 1] ?? provider.to(email)[count - 1]);
  return mail.mail.text ?? '';
};

/** A mail that came back, handed over as a mail server does. */
async function bounce(mail: string): Promise<string> {
  const env = { ...process.env, ...server.env, DATA_DIR: server.dataDir };
  const child = spawn(process.execPath, ['src/cli/main.ts', 'bounce'], { cwd: projectRoot, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end(mail);
  await once(child, 'close');
  return said;
}

const needlesOf = (words: readonly string[]): Needle[] =>
  words
    .flatMap((word) => spellingsOf(word).map(([as, bytes]) => ({ what: `${word} in ${as}`, bytes })))
    // Shorter ones stand by chance in any file.
    .filter(({ bytes }) => bytes.length >= 6);

/** The secrets of every link in the mails, and where they come back to. */
const secretsIn = (mails: readonly Got[]): string[] => [
  ...new Set(
    mails.flatMap(({ mail, envelopeFrom }) => [
      ...[...(mail.text ?? '').matchAll(/\/(?:confirm|me|why|answered)\/([\w-]{40,})/g)].map(([, token]) => token!),
      envelopeFrom.split('@')[0]!,
    ]),
  ),
];

test('Logs carry ids, never bodies, tokens, addresses: after sign, confirm, letter, bounce, sign-in and erase neither log, database, WAL nor backup has one', async () => {
  const file = join(server.dataDir, 'house.json');
  const popolo = { meta: { title: 'Made-up House', country: 'GB', demonstration: true }, persons: [member] };
  writeFileSync(file, JSON.stringify(popolo));
  expect((await runCommand(server, 'recipients', 'import', file)).code).toBe(0);
  rmSync(file);

  // Signing, in every way that goes well or badly.
  const sign = (fields: Record<string, string>) => server.post('/social-credit/sign', { country: 'DE', ...fields });
  for (const fields of [sam, refused, late, sam]) expect((await sign(fields)).status).toBe(303);
  expect((await sign(garbled)).status).toBe(422);
  expect((await server.postJson('/api/v1/campaigns/social-credit/signatures', garbled)).status).toBe(422);
  expect((await sign({ ...sam, comment: sam.comment.repeat(10_000) })).status).toBe(413);
  expect((await server.post('/social-credit/confirm-code', { email: sam.email, code: '000000' })).status).toBe(422);
  const link = linkIn({ text: await textTo(sam.email) });
  expect((await server.post(link, {})).status).toBe(303);
  const mine = link.replace('/confirm/', '/me/');
  expect((await server.get(`${mine}/data.json`)).status).toBe(200);
  expect((await server.get(`${mine}x`)).status).toBe(404);
  expect((await server.get(`/social-credit/letter?country=GB&search=${encodeURIComponent(sam.name)}`)).status).toBe(
    200,
  );
  expect((await server.get(`/zqsecret-path/zqmore?zqquery=1`)).status).toBe(404);
  await server.post('/me', { email: sam.email });

  // A letter that comes back.
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  const representative =
    /name="representative"[^>]*value="(\d+)"/.exec(page)?.[1] ??
    /value="(\d+)"[^>]*name="representative"/.exec(page)?.[1] ??
    '';
  expect((await server.post('/social-credit/letter', { ...wanda, country: 'GB', representative })).status).toBe(303);
  expect((await server.post(linkIn({ text: await textTo(wanda.email) }), {})).status).toBe(303);
  const letter = await until(() => provider.to(member.email)[0]);
  const returned = aPostfixBounce({
    to: letter.envelopeFrom,
    recipient: member.email,
    diagnostic: `smtp; 550 5.1.1 <${member.email}> zqgone`,
  });
  expect(await bounce(returned)).toMatch(/^letter to a representative \d+: hard \(5\.1\.1\)\n$/);
  await textTo(wanda.email, 3);

  // An organizer, and somebody who tries to be one.
  const olga = aBrowser(server);
  const joinPath = await invitation(server, 'olga');
  expect((await olga.post(joinPath, { password })).status).toBe(303);
  expect((await olga.post('/organize/sign-in', { handle: 'olga', password: 'zqwrong guess' })).status).toBe(422);

  // Something breaks while a page is made, and says what it had in hand.
  const breaking = vi.spyOn(Intl.DisplayNames.prototype, 'of').mockImplementation(() => {
    throw new Error(`cannot show ${sam.name} <${sam.email}>`);
  });
  expect((await server.get(mine)).status).toBe(500);
  breaking.mockRestore();

  const backup = join(server.dataDir, 'today.age');
  expect((await runCommand(server, 'backup', '--out', backup)).code).toBe(0);
  await until(() => (server.troubles.filter((line) => line.startsWith('mail')).length >= 2 ? true : undefined));

  const typed = [sam, refused, late, wanda, garbled].flatMap((person) => Object.values(person));
  const words = [
    ...new Set(typed.flatMap((text) => text.match(/zq\w+/gi) ?? [])),
    'zqcorrect',
    'zqwrong',
    'zqsecret-path',
    'zqmore',
  ];
  const secrets = [...secretsIn(provider.got), joinPath.split('/').at(-1)!];
  expect(secrets.length).toBeGreaterThan(12);
  const needles = needlesOf([...words, ...secrets]);
  const cookies = needlesOf([...olga.cookies.values()].map((value) => value.slice(0, 24)));
  const said = Buffer.from([...server.logged, ...printed].join('\n'));
  expect(server.troubles.join('\n')).toMatch(/request failed/);
  expect(foundIn(said, [...needles, ...cookies, ...needlesOf(['zqmira', 'zqparliament'])])).toEqual([]);

  const stored = (): string[] =>
    bytesBelow(server.dataDir, (path) => basename(path) === 'organizer.key').flatMap(([path, bytes]) =>
      foundIn(bytes, needles).map((what) => `${basename(path)}: ${what}`),
    );
  expect(bytesBelow(server.dataDir, () => false).map(([path]) => basename(path))).toEqual(
    expect.arrayContaining(['campaign.db', 'campaign.db-wal', 'today.age']),
  );
  expect(stored()).toEqual([]);
  expect((await server.post(mine, { act: 'erase', sure: 'yes' })).headers.get('Location')).toBe('/me/erased');
  expect(stored()).toEqual([]);
  expect(foundIn(Buffer.from([...server.logged, ...printed].join('\n')), needles)).toEqual([]);
}, 120_000);
