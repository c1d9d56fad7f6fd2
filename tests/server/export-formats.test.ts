import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedSignatures } from '../../src/campaign/seed.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { projectRoot } from '../../src/places.ts';
import { actsAfter } from '../../src/store/audit.ts';
import { aConfirmedSigner } from '../support/a-confirmed-signer.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { typed } from '../support/a-signature.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { runCommand } from '../support/run-command.ts';

let context: TestContext;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-formats-'));
  context = await aContext();
  await aConfirmedSigner(context, {
    name: '=Ada Example',
    email: 'ada@example.org',
    postcode: '00123',
    comment: 'one\ntwo',
    updates: true,
    public: true,
  });
  await aConfirmedSigner(context, { name: 'Ben Example', email: 'ben@example.org' });
  await aConfirmedSigner(context, { name: 'Cleo Example', email: '=cleo@example.org', updates: true });
  await signPetition(
    context,
    context.socialCredit,
    'en',
    typed({ name: 'Dan Example', email: 'dan@example.org', updates: true }),
  );
});
afterAll(async () => {
  await context.remove();
  rmSync(folder, { recursive: true });
});

const exported = (...args: string[]) => runCommand(context.config.dataDir, 'export', 'social-credit', ...args);

/** What the log says since an entry. */
const actsSince = async (id: number) =>
  (await actsAfter(context.store.read, id, 100)).map(({ act, organizer, campaign, facts }) => ({
    act,
    organizer,
    campaign,
    facts: JSON.parse(facts) as Record<string, unknown>,
  }));
const lastEntry = async (): Promise<number> => (await actsAfter(context.store.read, 0, 1000)).at(-1)?.id ?? 0;

test('a file for a mailing tool has who confirmed and asked for updates, says who is missing, and stands in the log', async () => {
  const before = await lastEntry();
  const answer = await exported('--format', 'action-network', '--all', '--purpose', 'updates');
  expect(answer).toEqual({
    code: 0,
    stdout:
      'first_name,last_name,email,zip_code,country,can2_user_tags\r\n' +
      `'=Ada Example,,ada@example.org,00123,DE,social-credit\r\n`,
    stderr:
      '3 of the signatures are not in the export: 1 without a confirmed address, 1 who did not ask for updates, 1 with an address that a spreadsheet would run (add them by hand).\n',
  });
  const begun = before + 1;
  expect(await actsSince(before)).toEqual([
    {
      act: 'export-begun',
      organizer: 'command',
      campaign: 'social-credit',
      facts: {
        what: 'signatures',
        format: 'action-network',
        fields: ['name', 'email', 'country', 'postcode'],
        purpose: 'updates',
        words: '',
        all: true,
      },
    },
    {
      act: 'export-done',
      organizer: 'command',
      campaign: 'social-credit',
      facts: { begun, written: 1, left_out_no_consent: 1, left_out_unconfirmed: 1, left_out_formula_address: 1 },
    },
  ]);
});

test('an organizer names the columns, and words of their own for the purpose', async () => {
  const before = await lastEntry();
  const answer = await exported('--fields', 'country,name', '--purpose', 'for the printer');
  expect(answer.stdout.split('\r\n').toSorted()).toEqual(
    ['', 'name,country', `'=Ada Example,DE`, 'Ben Example,DE', 'Cleo Example,DE'].toSorted(),
  );
  expect((await actsSince(before))[0]?.facts).toMatchObject({ purpose: 'other', words: 'for the printer', all: false });
  const all = await exported('--fields', 'all', '--format', 'jsonl');
  expect(JSON.parse(all.stdout.split('\n')[0] ?? '')).toMatchObject({ postcode: '00123', origin: 'site' });
});

test('an XLSX file has the values of the CSV as they were typed', async () => {
  const out = join(folder, 'out.xlsx');
  expect(await exported('--format', 'xlsx', '--out', out)).toEqual({ code: 0, stdout: '', stderr: '' });
  const [sheet] = readXlsx(readFileSync(out)).sheets;
  expect(sheet?.rows[0]).toEqual(
    'id,name,email,country,postcode,comment,public,updates,source,locale,confirmed_at'.split(','),
  );
  expect(sheet?.rows.find((row) => row[1] === '=Ada Example')?.slice(2)).toEqual([
    'ada@example.org',
    'DE',
    '00123',
    'one\ntwo',
    true,
    true,
    '',
    'en',
    '2026-11-23T12:00:00Z',
  ]);
});

test('a pack names those who chose it and opens nothing; everybody is in it only by an identity, with a warning', async () => {
  const { organizerKeyFile } = context.config;
  const away = join(folder, 'organizer.key');
  renameSync(organizerKeyFile, away);
  const pack = await exported('--format', 'pack', '--purpose', 'hand-over');
  expect(pack).toMatchObject({ code: 0, stderr: '' });
  expect(pack.stdout).toContain('=Ada Example');
  for (const sealed of ['Ben Example', 'Cleo Example', 'example.org', '00123'])
    expect(pack.stdout).not.toContain(sealed);
  expect(await exported('--format', 'pack', '--with-names')).toMatchObject({ code: 1, stdout: '' });
  const out = join(folder, 'all.html');
  const all = await exported('--format', 'pack', '--with-names', '--identity', away, '--out', out);
  renameSync(away, organizerKeyFile);
  expect(all).toMatchObject({ code: 0, stdout: '' });
  expect(all.stderr).toMatch(/^This pack names everybody who signed.+\n$/);
  const text = readFileSync(out, 'utf8');
  for (const named of ['Ada', 'Ben', 'Cleo']) expect(text).toContain(`${named} Example</bdi>`);
  expect(text).toContain('<span>DE 00123</span>');
  expect(text).not.toContain('ada@example.org');
  expect(text).not.toContain('Dan Example');
});

test('where the server’s key is not at hand signatures are exported all the same, and it is said that no log holds it', async () => {
  const { serverKeyFile } = context.config;
  const away = join(folder, 'server.key');
  const before = await lastEntry();
  renameSync(serverKeyFile, away);
  const answer = await exported('--fields', 'name');
  renameSync(away, serverKeyFile);
  expect(answer).toMatchObject({ code: 0 });
  expect(answer.stdout).toContain('Ben Example');
  expect(answer.stderr).toBe('The server’s key is not on this machine, so its log does not hold this export.\n');
  expect(await actsSince(before)).toEqual([]);
});

/** An export that waits in the middle, because nobody reads on. */
async function waiting(...args: string[]) {
  const options = { cwd: projectRoot, env: { ...process.env, DATA_DIR: context.config.dataDir } };
  const command = spawn(process.execPath, ['src/cli/main.ts', 'export', 'social-credit', ...args], options);
  await once(command.stdout, 'readable');
  return command;
}

test('an export that is interrupted, or that nobody reads to its end, stands in the log as stopped', async () => {
  for await (const _ of seedSignatures(context, context.socialCredit, 3000));
  for (const end of ['SIGINT', 'closed'] as const) {
    const before = await lastEntry();
    const command = await waiting();
    if (end === 'closed') command.stdout.destroy();
    else command.kill(end);
    const [code] = (await once(command, 'exit')) as [number];
    expect(code).toBe(end === 'closed' ? 0 : 130);
    const [begun, stopped] = await actsSince(before);
    expect(begun?.act).toBe('export-begun');
    expect(stopped?.act).toBe('export-stopped');
    expect(stopped?.facts.written).toBeLessThan(3000);
  }
});
