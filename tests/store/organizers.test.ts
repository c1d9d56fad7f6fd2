import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examineAudit } from '../../src/campaign/examine-audit.ts';
import { inviteOrganizer } from '../../src/campaign/invite-organizer.ts';
import { findInvitation, joinOrganizers } from '../../src/campaign/join-organizers.ts';
import { changeRole } from '../../src/campaign/change-organizer.ts';
import { noteOwnAct } from '../../src/campaign/own-sign-in.ts';
import { addressForLinks, noteSiteAddress } from '../../src/campaign/site-address.ts';
import { readConfig } from '../../src/config.ts';
import { organizerByHandle } from '../../src/store/organizers.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { joinPath } from '../support/a-browser.ts';
import { insertInvitation } from '../../src/store/invitations.ts';
import { runCommand } from '../support/run-command.ts';

/** Commands take a while to start. */
const patience = 30_000;

let context: TestContext;
beforeAll(async () => {
  context = await aContext();
});
afterAll(() => context.remove());

const organizer = (...args: string[]) => {
  const { config } = context;
  const env = config.database.kind === 'sqlite' ? {} : { DATABASE_URL: config.database.url };
  return runCommand({ dataDir: config.dataDir, env }, 'organizer', ...args);
};
const listed = async () => JSON.parse((await organizer('list', '--json')).stdout) as Record<string, unknown[]>;
const acts = () => context.store.read.selectFrom('audit').selectAll().orderBy('id').execute();

/** Joins by a link, and has set up the second step. */
async function join(token: string): Promise<void> {
  const joined = await joinOrganizers(context, { token, passwordHash: 'hash', newId: `id-${token.slice(0, 8)}` });
  if (joined.outcome !== 'joined') throw new Error(joined.outcome);
  await context.store.write(async ({ db }) => {
    await db.updateTable('organizers').set({ twoFactorEnabled: 1 }).where('name', '=', joined.handle).execute();
  });
}

const now = Math.floor(Date.now() / 1000);

test('a command makes a link for a new owner, of which only a hash is stored', { timeout: patience }, async () => {
  context.clock.at = now;
  const { code, stdout, stderr } = await organizer('add', 'olga', '--role', 'owner');
  expect([code, stderr]).toEqual([0, '']);
  const token = joinPath(stdout).replace('/organize/join/', '');
  expect(token).toHaveLength(43);
  const stored = JSON.stringify(await context.store.read.selectFrom('invitations').selectAll().execute());
  expect(stored).not.toContain(token);
  expect(await listed()).toMatchObject({ organizers: [], invited: [{ handle: 'olga', role: 'owner' }] });
  await join(token);
  expect(await findInvitation(context.store.read, token, now)).toEqual({ outcome: 'over' });
  expect(await listed()).toMatchObject({
    organizers: [{ handle: 'olga', role: 'owner', secondStep: true, passkeys: 0, sessions: 0 }],
    invited: [],
  });
});

test('the last owner is neither removed nor made less, and one is told how', { timeout: patience }, async () => {
  for (const args of [
    ['remove', 'olga'],
    ['role', 'olga', 'editor'],
  ]) {
    const { code, stderr } = await organizer(...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/only owner who can sign in.*organizer add <handle> --role owner/);
  }
  // An invitation of hers that is still open stays what it was.
  const open = {
    handle: 'olga',
    role: 'owner',
    token_hash: Buffer.alloc(32),
    made_at: now,
    expires_at: now + 60,
  } as const;
  await context.store.write((writing) => insertInvitation(writing, { ...open, used_at: null }));
  expect(await changeRole(context, { handle: 'olga', role: 'viewer' }, 'olga')).toBe('last-owner');
  const invitation = context.store.read.selectFrom('invitations').selectAll().where('token_hash', '=', open.token_hash);
  expect(await invitation.executeTakeFirst()).toMatchObject({ role: 'owner' });
  await context.store.write(({ db }) =>
    db.deleteFrom('invitations').where('token_hash', '=', open.token_hash).execute(),
  );
  // Somebody who is only invited does not count yet.
  const invited = await inviteOrganizer(context, { handle: 'otto', role: 'owner' }, 'olga');
  expect(await changeRole(context, { handle: 'olga', role: 'viewer' }, 'olga')).toBe('last-owner');
  await join(invited.outcome === 'invited' ? invited.token : '');
  expect((await organizer('role', 'olga', 'editor')).stdout).toBe('olga is editor from now on.\n');
  expect((await organizerByHandle(context.store.read, 'olga'))?.role).toBe('editor');
});

test('reset forgets what they signed in with and keeps their role', { timeout: patience }, async () => {
  const { code, stdout } = await organizer('reset', 'olga');
  expect(code).toBe(0);
  expect(await context.store.read.selectFrom('organizer_passwords').select('userId').execute()).toHaveLength(1);
  await join(joinPath(stdout).replace('/organize/join/', ''));
  expect((await organizerByHandle(context.store.read, 'olga'))?.role).toBe('editor');
});

test('remove takes everything of theirs away', { timeout: patience }, async () => {
  expect((await organizer('remove', 'olga')).code).toBe(0);
  expect(await organizerByHandle(context.store.read, 'olga')).toBeUndefined();
  expect(await context.store.read.selectFrom('organizer_passwords').select('userId').execute()).toHaveLength(1);
});

test.each([
  [['add', 'olga'], 2, /--role/],
  [['add', 'olga', '--role', 'boss'], 2, /owner/],
  [['add', 'Olga Example', '--role', 'owner'], 1, /small letters/],
  [['add', 'otto', '--role', 'owner'], 1, /already/],
  [['reset', 'nobody'], 1, /no organizer/],
  [['promote'], 2, /add\|list\|role\|remove\|reset/],
] as const)('organizer %j says what is wrong', { timeout: patience }, async (args, exitCode, why) => {
  const { code, stdout, stderr } = await organizer(...args);
  expect([code, stdout]).toEqual([exitCode, '']);
  expect(stderr).toMatch(why);
});

test('each of these commands stands in the log, as done at the server', async () => {
  const done = (await acts()).filter((act) => act.organizer === 'command').map(({ act }) => act);
  expect(done).toEqual(['organizer-invited', 'role-changed', 'organizer-reset', 'organizer-removed']);
});

test('an entry that was changed, taken out or cut off the end is noticed', { timeout: patience }, async () => {
  // More than a page of the examination.
  await Promise.all(Array.from({ length: 600 }, () => noteOwnAct(context, 'otto', 'signed-in', { by: 'code' })));
  expect(await examineAudit(context)).toMatchObject({ ok: true });
  const rows = await acts();
  const [third, middle, last] = [rows[2]!, rows[550]!, rows.at(-1)!];
  const { store } = context;
  const put = (row: typeof third) =>
    store.write(({ db }) =>
      sql`insert into audit (id, at, organizer, act, campaign, facts, mac)
      values (${row.id}, ${row.at}, ${row.organizer}, ${row.act}, ${row.campaign}, ${row.facts}, ${row.mac})`.execute(
        db,
      ),
    );
  const take = (id: number) => store.write(({ db }) => db.deleteFrom('audit').where('id', '=', id).execute());
  const change = (organizerName: string) =>
    store.write(({ db }) =>
      db.updateTable('audit').set({ organizer: organizerName }).where('id', '=', third.id).execute(),
    );

  await change('somebody');
  expect(await examineAudit(context)).toMatchObject({ ok: false, text: expect.stringContaining(`entry ${third.id} `) });
  await change(third.organizer);
  await take(middle.id);
  const after = rows[551]!.id;
  expect(await examineAudit(context)).toMatchObject({ ok: false, text: expect.stringContaining(`entry ${after} `) });
  await put(middle);
  await take(last.id);
  expect(await examineAudit(context)).toMatchObject({ ok: false, text: expect.stringContaining('cut off') });
  await put(last);
  expect(await examineAudit(context)).toMatchObject({ ok: true });
  await store.write(({ db }) => db.deleteFrom('audit').execute());
  expect(await examineAudit(context)).toMatchObject({ ok: false, text: expect.stringContaining('cut off whole') });
  // Also by somebody who takes the fact of its end away with it.
  await store.write(({ db }) => db.deleteFrom('facts').where('name', '=', 'audit end').execute());
  expect(await examineAudit(context)).toMatchObject({ ok: false, text: expect.stringContaining('cut off whole') });
});

test('links lead to the public site, though servers without its address ran since and a shell has a PORT of its own', async () => {
  const [bare, port, here, there] = [
    {},
    { PORT: '4400' },
    { SITE_URL: 'https://example.org' },
    { SITE_URL: 'http://127.0.0.1' },
  ].map((env) => readConfig(env));
  const lead = () => Promise.all([bare!, port!, there!].map((command) => addressForLinks(context.store.read, command)));
  const [usual, own, told] = ['http://localhost:4321', 'http://localhost:4400', 'http://127.0.0.1'];
  expect(await lead()).toEqual([usual, own, told]);
  await noteSiteAddress(context, there!);
  expect(await lead()).toEqual([told, own, told]);
  await noteSiteAddress(context, bare!);
  expect(await lead()).toEqual([usual, own, told]);
  await noteSiteAddress(context, here!);
  for (const since of [here!, bare!, port!]) {
    await noteSiteAddress(context, since);
    expect(await lead()).toEqual(['https://example.org', 'https://example.org', told]);
  }
  await noteSiteAddress(context, there!);
  expect(await lead()).toEqual([told, own, told]);
});
