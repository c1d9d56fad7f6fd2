import { appendFile, cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeHeld } from '../../src/campaign/change-held.ts';
import { closeCampaign } from '../../src/campaign/close-campaign.ts';
import { confirm, confirmByCode } from '../../src/campaign/confirm.ts';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { findHeld } from '../../src/campaign/find-held.ts';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { reapplyErasures } from '../../src/campaign/reapply-erasures.ts';
import { releaseLetters } from '../../src/campaign/release-letters.ts';
import { sendDataLink } from '../../src/campaign/send-data-link.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { refreshCampaign } from '../../src/campaign/start-campaign.ts';
import { writeLetter } from '../../src/campaign/write-letter.ts';
import { readConfig } from '../../src/config.ts';
import type { Erasure } from '../../src/domain/erasure.ts';
import { compose } from '../../src/mail/compose.ts';
import { openMessages } from '../../src/mail/open-message.ts';
import { openTemplates } from '../../src/mail/templates.ts';
import { openContext, type OpenContext } from '../../src/open-context.ts';
import { mailHtmlFolder, templatesFolder } from '../../src/places.ts';
import { claimMessages } from '../../src/store/claims.ts';
import { driftedCounts } from '../../src/store/signatures.ts';
import { tables } from '../../src/store/tables.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aPopolo, imported } from '../support/a-popolo.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
const cleanups: (() => Promise<void>)[] = [];
beforeEach(async () => {
  context = await aContext();
  const { directory, representatives } = imported(aPopolo());
  await importDirectory(context, directory, representatives);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
  await context.remove();
});

const slug = 'social-credit';
const sign = (email: string, changes: Parameters<typeof typed>[0] = {}, at: OpenContext = context) =>
  signPetition(at, at.campaigns.get(slug)!, 'en', typed({ email, ...changes }));
const write = (email: string) =>
  writeLetter(context, context.socialCredit, 'en', { real: false }, { ...letter, email, representatives: [1, 2] });
const letter = { country: 'GB', postcode: '', name: 'Wanda', subject: 'A question', body: 'Please ask.' };

/** Every mail that is not sent yet, opened as delivery opens it, the oldest first. */
async function waitingMails() {
  const { store, vault, clock } = context;
  const claimed = await store.write((writing) => claimMessages(writing, 'a test', clock.at, -60, 100));
  const ordered = claimed.toSorted((one, other) => one.id - other.id);
  return Promise.all(ordered.map((message) => openMessages(store, vault)(slug, message)));
}

/** The token in the newest mail. */
async function newestToken(): Promise<string> {
  const { data } = (await waitingMails()).at(-1)!;
  return 'token' in data ? data.token : '';
}

const erase = (email: string) =>
  erasePerson(context, { id: context.socialCredit.id, slug }, context.socialCredit.indexOf!(email));

const tallies = [
  'signature_counts',
  'signature_hours',
  'signature_days',
  'signature_countries',
  'signature_sources',
  'confirmation_delays',
  'signature_trends',
  'letter_counts',
  'delivery_counts',
];

/** What stands in the tables, but for keys, mail and counts. */
async function peoplesRows({ store }: Pick<OpenContext, 'store'>) {
  const others = ['facts', 'epochs', 'mail_keys', 'messages', ...tallies];
  const found: Record<string, unknown> = {};
  for (const { name } of tables)
    if (!others.includes(name)) found[name] = await store.read.selectFrom(name).selectAll().execute();
  return found;
}

/** The data folder as it stands now, on another machine, without the ledger. */
async function aRestoredCopy(): Promise<OpenContext> {
  expect(context.store.shred()).toBe(true);
  const folder = await mkdtemp(join(tmpdir(), 'campaign-kit-copy-'));
  for (const file of ['campaign.db', 'server.key', 'organizer.key'])
    await cp(join(context.config.dataDir, file), join(folder, file));
  const copy = await openContext(readConfig({ DATA_DIR: folder }), context.now);
  cleanups.push(async () => {
    await copy.close();
    await rm(folder, { recursive: true });
  });
  return { ...copy, ledger: context.ledger };
}

/** Signs twice, confirms the second form, tries a code, asks for a link and writes two letters. */
async function doEverything(email: string): Promise<void> {
  await sign(email);
  await sign(email, { name: 'Sam Again', public: true });
  await confirm(context, await newestToken());
  await confirmByCode(context, context.socialCredit, email, '000000');
  await sendDataLink(context, context.socialCredit, email);
  for (let letters = 0; letters < 2; letters++) expect(await write(email)).toBe('written');
  await confirm(context, await newestToken());
}

test('whoever erases everything, once or twice, leaves no row in any table, and the others’ stay', async () => {
  await doEverything('sue@example.org');
  const before = await peoplesRows(context);
  await doEverything('sam@example.org');
  const meanwhile = await peoplesRows(context);
  for (const table of ['signatures', 'resubmissions', 'public_names', 'links', 'code_tries', 'letters', 'deliveries'])
    expect(meanwhile[table]).not.toEqual(before[table]);
  expect([await erase('Sam+x@example.org'), await erase('sam@example.org')]).toEqual([3, 0]);
  expect(await context.ledger.read()).toHaveLength(3);
  expect(await peoplesRows(context)).toEqual(before);
  expect(await driftedCounts(context.store.read)).toEqual([]);
});

test('mail that waits for somebody who erased everything finds nothing to send', async () => {
  const { store, vault, now, config, socialCredit } = context;
  await sign('sam@example.org');
  await confirm(context, await newestToken());
  await sign('sam@example.org');
  await sendDataLink(context, socialCredit, 'sam@example.org');
  await write('sam@example.org');
  await confirm(context, await newestToken());
  await releaseLetters(context, { real: false });
  const mails = await waitingMails();
  expect(mails).toHaveLength(7);
  await erase('sam@example.org');
  expect(await waitingMails()).toEqual([]);
  // Nor does what a sender had in hand at that moment go out.
  const site = { settingsOf: () => socialCredit.settings, siteUrl: config.siteUrl, mailFrom: config.mailFrom };
  const fill = openTemplates(templatesFolder, mailHtmlFolder);
  const composer = { store, vault, now, open: openMessages(store, vault), fill, ...site, sending: { real: false } };
  const outcomes = await Promise.allSettled(mails.map((mail) => compose(composer, socialCredit.settings, mail)));
  const sent = mails.filter((_, at) => outcomes[at]?.status === 'fulfilled');
  expect(sent.map(({ kind }) => kind)).toEqual([]);
});

test('the ledger says nothing about anybody to whoever lacks the server key', async () => {
  const { config, socialCredit } = context;
  await sign('sam@example.org', { name: 'Sam Secret', postcode: 'PC7 9XY', comment: 'Because' });
  await write('sam@example.org');
  await erase('sam@example.org');
  const text = await readFile(config.erasureLedgerFile, 'utf8');
  const line = (kind: string) =>
    `{"at":"2026-11-23T12:00:00Z","campaign":"social-credit","act":"erase","mark":"([0-9a-f]{16})","kind":"${kind}","id":1}\n`;
  const mark = new RegExp(`^${line('signature')}${line('letter').replace(/\(.*\)/, '\\1')}$`).exec(text)?.[1];
  expect(mark).toBeDefined();
  expect(socialCredit.indexOf!('sam@example.org').toString('hex')).not.toContain(mark!.slice(0, 8));
  expect((await stat(config.erasureLedgerFile)).mode & 0o777).toBe(0o600);
});

const anErasure = {
  at: '2026-11-23T12:00:00Z',
  campaign: slug,
  kind: 'letter' as const,
  act: 'erase' as const,
  mark: 'f00',
};
const [first, torn, last] = [1, 2, 3].map((id): Erasure => ({ ...anErasure, id }));
const tear = () => appendFile(context.config.erasureLedgerFile, JSON.stringify(torn).slice(0, 40));

test('a line that was torn when the machine died costs no erasure that stands before it', async () => {
  expect(await context.ledger.read()).toEqual([]);
  await context.ledger.append([first!]);
  await tear();
  expect(await context.ledger.read()).toEqual([first]);
});

test('a line that was torn when the machine died costs no erasure that is written after it', async () => {
  await context.ledger.append([first!]);
  await tear();
  await context.ledger.append([last!]);
  expect(await context.ledger.read()).toEqual([first, last]);
});

/** A copy of the data as it stood before Sam, who had done everything, erased it all; and Sue's rows. */
async function aCopyWithSam() {
  await doEverything('sue@example.org');
  const sues = await peoplesRows(context);
  await doEverything('sam@example.org');
  const copy = await aRestoredCopy();
  expect(await erase('sam@example.org')).toBe(3);
  return { copy, sues };
}

test('what a restored copy brings back of somebody who was erased goes again, once, and the counts agree', async () => {
  const { copy, sues } = await aCopyWithSam();
  expect([await reapplyErasures(copy), await reapplyErasures(copy)]).toEqual([3, 0]);
  expect(await driftedCounts(copy.store.read)).toEqual([]);
  const rows = await peoplesRows(copy);
  for (const table of ['signatures', 'resubmissions', 'public_names', 'letters', 'deliveries'])
    expect(rows[table]).toEqual(sues[table]);
});

test('with somebody who was erased go the links and tries at codes that a restored copy keeps by their address', async () => {
  const { copy, sues } = await aCopyWithSam();
  await reapplyErasures(copy);
  expect(await peoplesRows(copy)).toEqual(sues);
});

test('a number that was given to somebody else in a restored copy is left alone', async () => {
  const copy = await aRestoredCopy();
  await sign('sam@example.org');
  await erase('sam@example.org');
  await sign('sue@example.org', {}, copy);
  const numbers = () => copy.store.read.selectFrom('signatures').select('id').execute();
  expect([await numbers(), await context.ledger.read()]).toMatchObject([[{ id: 1 }], [{ id: 1 }]]);
  expect(await reapplyErasures(copy)).toBe(0);
  expect(await numbers()).toEqual([{ id: 1 }]);
});

test('a campaign that is closed for good recognises no address any more, and the links in its mails still work', async () => {
  await sign('sam@example.org', { public: true });
  const token = await newestToken();
  await confirm(context, token);
  const { index_key: key } = (await context.store.read.selectFrom('campaigns').selectAll().executeTakeFirst())!;
  const keyIsOnDisk = async (): Promise<boolean> =>
    context.store.shred() && (await readFile(join(context.config.dataDir, 'campaign.db'))).includes(key!);
  expect(await keyIsOnDisk()).toBe(true);
  for (const outcome of ['closed', 'closed-before']) expect(await closeCampaign(context, slug)).toBe(outcome);
  await refreshCampaign(context, context.socialCredit);
  expect([await keyIsOnDisk(), context.socialCredit.indexOf]).toEqual([false, undefined]);
  expect((await aRestoredCopy()).campaigns.get(slug)?.indexOf).toBeUndefined();

  const mails = (await waitingMails()).length;
  expect([await sign('sam@example.org'), await write('sam@example.org')]).toEqual(['closed', 'closed']);
  expect(await confirmByCode(context, context.socialCredit, 'sam@example.org', '123456')).toBe('wrong');
  await sendDataLink(context, context.socialCredit, 'sam@example.org');
  expect(await waitingMails()).toHaveLength(mails);

  const held = await findHeld(context.store.read, context, token);
  expect(held).toMatchObject({ signature: { record: { email: 'sam@example.org' } } });
  for (const act of ['hide', 'withdraw', 'erase'] as const) expect(await changeHeld(context, token, act)).toBe('done');
  expect(await findHeld(context.store.read, context, token)).toBe('gone');
  expect((await context.ledger.read()).map(({ act }) => act)).toEqual(['close', 'hide', 'withdraw', 'erase']);
});

test('who withdrew or hid their name since a backup is neither counted nor shown when it is restored', async () => {
  const tokens: string[] = [];
  for (const email of ['hides@example.org', 'leaves@example.org', 'shows@example.org', 'returns@example.org']) {
    await sign(email, { public: true });
    tokens.push(await newestToken());
    await confirm(context, tokens.at(-1)!);
  }
  const [hides, leaves, shows, returns] = tokens;
  const copy = await aRestoredCopy();
  expect(await changeHeld(context, hides!, 'hide')).toBe('done');
  expect(await changeHeld(context, leaves!, 'withdraw')).toBe('done');
  for (const act of ['hide', 'show'] as const) expect(await changeHeld(context, shows!, act)).toBe('done');
  expect(await changeHeld(context, returns!, 'withdraw')).toBe('done');
  await sign('returns@example.org', { public: true });
  await confirm(context, await newestToken());
  const standing = async ({ store }: Pick<OpenContext, 'store'>) => {
    const rows = await store.read.selectFrom('signatures').select(['state', 'public']).orderBy('id').execute();
    const names = await store.read.selectFrom('public_names').select('signature_id').orderBy('signature_id').execute();
    return {
      rows: rows.map(({ state, public: shown }) => `${state} ${shown}`),
      names: names.map((row) => row.signature_id),
    };
  };

  // The copy knows nothing of the form by which the fourth came back, so there they are gone as they wished then.
  expect([await reapplyErasures(copy), await reapplyErasures(copy)]).toEqual([3, 0]);
  expect(await standing(copy)).toEqual({
    rows: ['confirmed 0', 'withdrawn 0', 'confirmed 1', 'withdrawn 0'],
    names: [3],
  });
  expect(await driftedCounts(copy.store.read)).toEqual([]);
  // Where they came back, nothing is taken from them.
  expect(await reapplyErasures(context)).toBe(0);
  expect(await standing(context)).toEqual({
    rows: ['confirmed 0', 'withdrawn 0', 'confirmed 1', 'confirmed 1'],
    names: [3, 4],
  });
});
