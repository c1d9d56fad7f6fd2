import { strings } from '../../src/strings/strings.ts';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';
import { aGmailBounce, anAnswer, anExchangeBounce, aPostfixBounce, aQmailBounce } from '../support/a-bounce.ts';
import { aMailProvider, until } from '../support/a-mail-provider.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** Everybody in the made-up parliament who can be mailed, as the letter page has them. */
async function offeredBy(server: TestServer): Promise<string[]> {
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  return [...page.matchAll(/<input[^>]*name="representative"[^>]*>/g)].map(
    ([input]) => /value="(\d+)"/.exec(input)![1]!,
  );
}

const member = { id: 'm1', name: 'Mira Member', email: 'mira@parliament.example' };
const popolo = {
  meta: { title: 'Made-up House', country: 'GB', usable_for_sending: true, demonstration: true },
  persons: [{ ...member, contact_details: [{ type: 'phone', value: '+44 20 0000 0000' }] }],
  organizations: [{ id: 'house', name: 'Made-up House' }],
  memberships: [{ person_id: 'm1', organization_id: 'house', role: 'MP' }],
};

/** A server with real SMTP, on which Wanda has verified a letter to Mira. */
async function aServerWithALetter(refuses: string[] = []) {
  const provider = await aMailProvider({ refuses });
  cleanups.push(provider.stop);
  const server = await aServer({ env: { SMTP_URL: provider.url, MAIL_FROM: 'campaigns@campaigns.example' } });
  cleanups.push(() => server.stop());
  const file = join(server.dataDir, 'house.json');
  await writeFile(file, JSON.stringify(popolo));
  expect(await runCommand(server, 'recipients', 'import', file)).toMatchObject({ code: 0 });
  const [id = ''] = await offeredBy(server);
  await server.post('/social-credit/letter', aLetter(id));
  const verify = await until(() => provider.to('wanda@example.org')[0]);
  await server.post(linkIn({ text: verify.mail.text ?? '' }), {});
  const returned = () => provider.to('wanda@example.org').find(({ mail }) => /did not arrive/.test(mail.subject ?? ''));
  return { provider, server, id, returned };
}

/** Hands a mail over as a mail server does. */
function hand(server: TestServer, mail: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...server.env, DATA_DIR: server.dataDir };
    const child = spawn(process.execPath, ['src/cli/main.ts', 'bounce'], { cwd: projectRoot, env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(mail);
  });
}

test('Mira’s server refuses her address: Wanda gets her letter back with Mira’s phone, and the page offers it too', async () => {
  const { server, returned } = await aServerWithALetter([member.email]);
  const { mail } = await until(returned);
  expect(mail.subject).toBe('Your letter to Mira Member did not arrive');
  expect(mail.text).toContain('Dear Mira Member,\n\nplease ask for the rules.');
  expect(mail.text).toContain('by phone: +44 20 0000 0000');
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  expect(page).toContain('Mira Member');
  expect(page).toContain(strings('en').letter.channels.phone);
  expect(page).not.toContain(strings('en').letter.channels.email);
  expect(server.logged.join('\n')).not.toMatch(/mira|wanda/i);
});

test('a bounce that a mail server hands over returns the letter once, and says nothing personal', async () => {
  const { provider, server, id, returned } = await aServerWithALetter();
  const letter = await until(() => provider.to(member.email)[0]);
  const to = letter.envelopeFrom;
  const bounce = aPostfixBounce({ to, recipient: member.email });
  const answers: { code: number | null; stdout: string; stderr: string }[] = [];
  await until(() => (provider.to('wanda@example.org').length === 2 ? true : undefined));
  for (let times = 0; times < 2; times++) answers.push(await hand(server, bounce));
  expect(answers.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(answers.map(({ stdout }) => stdout.replace(/\d+:/, 'N:'))).toEqual([
    'letter to a representative N: hard (5.1.1)\n',
    'letter to a representative N: repeated (5.1.1)\n',
  ]);
  expect((await until(returned)).mail.text).toContain('please ask for the rules.');
  const offered = await (await server.get('/social-credit/letter?country=GB')).text();
  expect(offered).toMatch(new RegExp(`value="${id}"`));
  expect(offered).not.toContain(strings('en').letter.channels.email);
  expect(provider.to('wanda@example.org')).toHaveLength(3);

  const answer = await hand(server, anAnswer({ to }));
  expect(answer).toMatchObject({ code: 1, stdout: '' });
  expect(answer.stderr).toBe('This address only takes notices of mails that did not arrive; nobody reads it.\n');
  expect(await hand(server, 'x'.repeat(3_000_000))).toMatchObject({ code: 1 });
  // Its database is away for a moment: the mail server keeps the mail.
  expect(await hand({ ...server, dataDir: join(server.dataDir, 'none'), env: {} }, bounce)).toMatchObject({ code: 75 });
});

test('a folder of bounces is read once; what is none of ours stays and is named; a confirmation’s bounce confirms nobody', async () => {
  const { provider, server } = await aServerWithALetter();
  await server.post('/social-credit/sign', aSignature());
  const confirmation = await until(() => provider.to('sam@example.org')[0]);
  const letter = await until(() => provider.to(member.email)[0]);
  const to = letter.envelopeFrom;
  const folder = await mkdtemp(join(tmpdir(), 'campaign-kit-bounces-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const mails = {
    'a.eml': anExchangeBounce({ to, recipient: member.email }),
    'b.eml': aGmailBounce({ to: confirmation.envelopeFrom, recipient: 'sam@example.org' }),
    'c.eml': aQmailBounce({ to }),
    'd.eml': anAnswer({ to }),
    'e.eml': 'nonsense',
    'f.txt': aQmailBounce({ to }),
  };
  for (const [name, mail] of Object.entries(mails)) await writeFile(join(folder, name), mail);
  await until(() => (provider.to('wanda@example.org').length === 2 ? true : undefined));

  const first = await runCommand(server, 'bounce', '--folder', folder, '--json');
  const left = ['d.eml', 'e.eml'].map((name) => join(folder, name));
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(first.stdout)).toEqual({ read: 5, counts: { hard: 2, unclear: 1, 'not-ours': 2 }, left });
  expect((await readdir(join(folder, 'done'))).toSorted()).toEqual(['a.eml', 'b.eml', 'c.eml']);

  // The same name once more, and a Maildir.
  await writeFile(join(folder, 'a.eml'), mails['a.eml']);
  const again = await runCommand(server, 'bounce', '--folder', folder);
  expect(again.stdout).toMatch(
    /^letter to a representative \d+: repeated \(5\.1\.10\)\nleft .+d\.eml: no bounce of ours\n.+\n3 read, 2 left\n$/,
  );
  expect(await readdir(join(folder, 'done'))).toHaveLength(4);
  const maildir = join(folder, 'Maildir');
  for (const name of ['new', 'cur', 'tmp']) await mkdir(join(maildir, name), { recursive: true });
  await writeFile(join(maildir, 'new/1700000000.M1P1.mx'), mails['a.eml']);
  await writeFile(join(maildir, 'cur/1700000001.M1P2.mx:2,S'), mails['c.eml']);
  await writeFile(join(maildir, 'tmp/1700000002.M1P3.mx'), mails['a.eml'].slice(0, 300));
  expect((await runCommand(server, 'bounce', '--folder', maildir)).stdout).toContain('2 read, 0 left');
  expect(await runCommand(server, 'bounce', '--folder', join(folder, 'none'))).toMatchObject({ code: 1, stdout: '' });

  const stats = await runCommand(server, 'stats', 'social-credit', '--json');
  expect(JSON.parse(stats.stdout)).toMatchObject({ pending: 1, confirmed: 0 });
});
