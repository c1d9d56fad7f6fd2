import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeCampaign } from '../../src/campaign/close-campaign.ts';
import { confirm } from '../../src/campaign/confirm.ts';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import {
  importSignatures,
  noneImported,
  previewImport,
  recognise,
  type Imported,
} from '../../src/campaign/import-signatures.ts';
import { makeInvalidation } from '../../src/campaign/make-invalidation.ts';
import { retain } from '../../src/campaign/retain.ts';
import { sendDataLink } from '../../src/campaign/send-data-link.ts';
import { changeHeld } from '../../src/campaign/change-held.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { refreshCampaign } from '../../src/campaign/start-campaign.ts';
import { undoInvalidation } from '../../src/campaign/undo-invalidation.ts';
import { workInvalidations } from '../../src/campaign/work-invalidations.ts';
import { daySeconds, isoDay } from '../../src/domain/clock.ts';
import { readSignatureFile } from '../../src/forms/signature-file.ts';
import { eventTotals, historyByDay, historyByHour, siteCountries } from '../../src/store/figures.ts';
import { countChange } from '../../src/domain/published-history.ts';
import { confirmedByOrigin, driftedCounts, signatureCounts, updateSignature } from '../../src/store/signatures.ts';
import { aContext, exportedFrom, type TestContext } from '../support/a-context.ts';
import { confirmBy, deliver, mailbox } from '../support/a-delivery.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const header = 'name,email,country,postcode,comment,signed-on,public,updates';
const id = () => context.socialCredit.id;
const origins = () => confirmedByOrigin(context.store.read, id());
const rows = () => context.store.read.selectFrom('signatures').selectAll().orderBy('id').execute();

function recognised(lines: string[], { paper = true } = {}) {
  const today = isoDay(context.clock.at);
  const read = readSignatureFile([header, ...lines].join('\n'), {
    emailMayBeMissing: paper,
    country: '',
    map: {},
    today,
  });
  if (read.outcome === 'unreadable' || read.faulty.length > 0) throw new Error(JSON.stringify(read));
  return recognise(context.socialCredit, read.signatures)!;
}

async function sum(steps: AsyncGenerator<Imported>): Promise<Imported> {
  const total = noneImported();
  for await (const counts of steps)
    for (const what of Object.keys(counts) as (keyof Imported)[]) total[what] += counts[what];
  return total;
}

const importPaper = (...lines: string[]) =>
  sum(importSignatures(context, context.socialCredit, 'paper', recognised(lines)));
const preview = (...lines: string[]) => sum(previewImport(context, context.socialCredit, recognised(lines)));

const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));

async function signAndConfirm(email: string): Promise<void> {
  await sign(email);
  await deliver(context);
  expect(await confirmBy(context, email)).toBe('confirmed');
}

const pia = 'Pia Paper,,DE,10115,Why not?,2026-11-02,,';
const omar = 'Omar Example,omar@example.org,AT,,,,yes,yes';

/** What must hold whatever happens: counts fit rows, and history fits the count. */
async function allFits(): Promise<void> {
  expect(await driftedCounts(context.store.read)).toEqual([]);
  const { site } = await origins();
  for (const history of [await historyByHour(context.store.read, id()), await historyByDay(context.store.read, id())])
    expect(history.reduce((total, span) => total + countChange(span), 0)).toBe(site);
  const countries = await siteCountries(context.store.read, id());
  expect(countries.reduce((total, { count }) => total + count, 0)).toBe(site);
}

test('sheets of paper are counted apart, sealed like all others, and exported; nobody gets a mail', async () => {
  expect(await preview(pia, omar)).toEqual({ ...noneImported(), imported: 2 });
  expect(await rows()).toEqual([]);
  expect(await importPaper(pia, omar)).toEqual({ ...noneImported(), imported: 2 });
  expect(await origins()).toEqual({ site: 0, paper: 2, import: 0 });
  expect((await signatureCounts(context.store.read, id())).confirmed).toBe(0);
  expect((await eventTotals(context.store.read, id())).received).toBe(0);
  await allFits();

  const { rows: exported, left } = await exportedFrom(context.config.dataDir, { env: contextEnv() });
  expect(left).toEqual([]);
  expect(exported).toMatchObject([
    { name: 'Pia Paper', email: '', postcode: '10115', public: false, updates: false },
    { name: 'Omar Example', email: 'omar@example.org', public: true, updates: true },
  ]);
  const stored = await rows();
  expect(stored[0]).toMatchObject({ origin: 'paper', confirmed_at: Date.parse('2026-11-02T00:00:00Z') / 1000 });
  expect(stored.every(({ own }) => own.length === 0)).toBe(true);
  expect(await context.store.read.selectFrom('messages').selectAll().execute()).toEqual([]);
  expect(await context.store.read.selectFrom('public_names').select('signature_id').execute()).toHaveLength(1);
  const acts = await context.store.read.selectFrom('audit').selectAll().orderBy('id').execute();
  expect(acts.map(({ act }) => act)).toEqual(['import-begun', 'import-ended']);
  expect(JSON.parse(acts[1]!.facts)).toEqual({ origin: 'paper', ...noneImported(), imported: 2 });
});

test('a sheet that is typed in twice counts once, in one file and in two', async () => {
  const again = ['PIA  Paper,,DE,10 115,,,,', 'Omar,OMAR+list@example.org,AT,,,,,'];
  expect(recognised([pia, omar, ...again])).toHaveLength(2);
  await importPaper(pia, omar);
  expect(await importPaper(...again)).toEqual({ ...noneImported(), alreadySigned: 2 });
  expect((await origins()).paper).toBe(2);
  // Somebody of the same name elsewhere is somebody else.
  expect(await importPaper('Pia Paper,,DE,80331,,,,', 'Pia Paper,,AT,10115,,,,')).toMatchObject({ imported: 2 });
});

test('an import that was interrupted goes on where it stopped', async () => {
  const many = recognised(Array.from({ length: 1100 }, (_, at) => `Signer ${at},s${at}@example.org,DE,,,,,`));
  for await (const counts of importSignatures(context, context.socialCredit, 'import', many)) {
    expect(counts.imported).toBe(512);
    break;
  }
  expect((await origins()).import).toBe(512);
  expect(await sum(importSignatures(context, context.socialCredit, 'import', many))).toEqual({
    ...noneImported(),
    imported: 588,
    alreadySigned: 512,
  });
  expect((await origins()).import).toBe(1100);
  await allFits();
});

test('who signed here is not counted again, whatever became of it; who has not confirmed yet waits', async () => {
  await signAndConfirm('cora@example.org');
  await signAndConfirm('gone@example.org');
  await sign('late@example.org');
  const [, gone] = await rows();
  await context.store.write((writing) => updateSignature(writing, gone!, { state: 'withdrawn' }, context.clock.at));
  const sheet = ['Cora,cora@example.org,DE,,,,,', 'Gone,gone@example.org,DE,,,,,', 'Late,late@example.org,DE,,,,,'];
  expect(await importPaper(...sheet)).toEqual({ ...noneImported(), alreadySigned: 2, waiting: 1 });
  expect(await origins()).toEqual({ site: 1, paper: 0, import: 0 });
  context.clock.at += 8 * daySeconds;
  await retain(context, context.socialCredit);
  expect(await importPaper(...sheet)).toEqual({ ...noneImported(), alreadySigned: 2, imported: 1 });
  await allFits();
});

test('who had everything deleted is not brought back by a list, nor by the next one', async () => {
  await signAndConfirm('erin@example.org');
  const { socialCredit } = context;
  const campaign = { id: socialCredit.id, slug: 'social-credit' };
  await erasePerson(context, campaign, socialCredit.indexOf!('erin@example.org'));
  const erin = 'Erin,erin@example.org,DE,,,,,';
  expect(await preview(erin)).toEqual({ ...noneImported(), erased: 1 });
  expect(await importPaper(erin, pia)).toEqual({ ...noneImported(), erased: 1, imported: 1 });

  // Without an address as well, by the number in the export.
  const [row] = await rows();
  expect(await erasePerson(context, campaign, row!.address_index)).toBe(1);
  expect(await origins()).toEqual({ site: 0, paper: 0, import: 0 });
  expect(await importPaper(pia)).toEqual({ ...noneImported(), erased: 1 });
  await allFits();
});

test('Omar signed on paper, signs here too and confirms: he counts here, and once', async () => {
  await importPaper(omar);
  expect(await sign('omar@example.org')).toBe('signed-again');
  expect(await origins()).toEqual({ site: 0, paper: 1, import: 0 });
  await deliver(context);
  expect(await confirmBy(context, 'omar@example.org')).toBe('confirmed');
  expect(await origins()).toEqual({ site: 1, paper: 0, import: 0 });
  expect(await eventTotals(context.store.read, id())).toMatchObject({ received: 1, confirmed: 1 });
  expect(await confirmBy(context, 'omar@example.org')).toBe('confirmed');
  expect(await origins()).toEqual({ site: 1, paper: 0, import: 0 });
  expect(await importPaper(omar)).toEqual({ ...noneImported(), alreadySigned: 1 });
  expect(await sign('omar@example.org')).toBe('already-signed');
  await allFits();
});

test('Omar was named by the list, and does not tick that when he signs here: his name goes off the page', async () => {
  await importPaper(omar);
  await signAndConfirm('omar@example.org');
  expect(await rows()).toMatchObject([{ origin: 'site', public: 0 }]);
  expect(await context.store.read.selectFrom('public_names').selectAll().execute()).toEqual([]);
});

test('a list was taken out of the count: whoever stood on it may sign here, and undoing changes nothing about that', async () => {
  await importPaper(omar, pia);
  const made = await makeInvalidation(context, {
    campaign: { id: id(), slug: 'social-credit' },
    organizer: 'olga',
    conditions: { origin: 'paper' },
    reason: 'Nobody knows whose list it was.',
  });
  await workInvalidations(context);
  expect(await origins()).toEqual({ site: 0, paper: 0, import: 0 });
  await signAndConfirm('omar@example.org');
  expect(await origins()).toEqual({ site: 1, paper: 0, import: 0 });
  await undoInvalidation(context, {
    campaign: { id: id(), slug: 'social-credit' },
    organizer: 'olga',
    id: made.outcome === 'made' ? made.id : 0,
  });
  await workInvalidations(context);
  expect(await origins()).toEqual({ site: 1, paper: 1, import: 0 });
  await allFits();
});

test('Omar does not confirm: he stays on paper, and the form is forgotten', async () => {
  await importPaper(omar);
  await sign('omar@example.org');
  await deliver(context);
  context.clock.at += 8 * daySeconds;
  await retain(context, context.socialCredit);
  expect(await context.store.read.selectFrom('resubmissions').selectAll().execute()).toEqual([]);
  expect(await confirmBy(context, 'omar@example.org')).not.toBe('confirmed');
  expect(await origins()).toEqual({ site: 0, paper: 1, import: 0 });
  await allFits();
});

test('Omar asks for a link to what is held about him, and withdraws', async () => {
  await importPaper(omar);
  await sendDataLink(context, context.socialCredit, 'omar@example.org');
  await deliver(context);
  const [mail] = await mailbox(context);
  const token = /\/me\/([\w-]+)/.exec(mail!.text)![1]!;
  expect(await changeHeld(context, token, 'show')).toBe('refused');
  expect(await changeHeld(context, token, 'withdraw')).toBe('done');
  expect(await origins()).toEqual({ site: 0, paper: 0, import: 0 });
  expect(await context.store.read.selectFrom('public_names').selectAll().execute()).toEqual([]);
  expect(await importPaper(omar)).toEqual({ ...noneImported(), alreadySigned: 1 });
  // His own form brings him back, and nobody else's list.
  await signAndConfirm('omar@example.org');
  expect(await origins()).toEqual({ site: 1, paper: 0, import: 0 });
  await allFits();
});

/** A file of more people than one transaction takes. */
const crowd = (last: string) => [
  ...Array.from({ length: 600 }, (_, at) => `Sam ${at},s${at}@example.org,DE,,,,,`),
  last,
];

test('the ledger of erasures is read once for a whole file, and again only for who leaves meanwhile', async () => {
  let reads = 0;
  const ledger = { ...context.ledger, read: () => ((reads += 1), context.ledger.read()) };
  await signAndConfirm('zoe@example.org');
  await signAndConfirm('erin@example.org');
  const campaign = { id: id(), slug: 'social-credit' };
  await erasePerson(context, campaign, context.socialCredit.indexOf!('erin@example.org'));
  const lines = crowd('Erin Example,erin@example.org,DE,,,,,');
  expect(await sum(previewImport({ ...context, ledger }, context.socialCredit, recognised(lines)))).toMatchObject({
    imported: 600,
    erased: 1,
  });
  expect(reads).toBe(1);

  const signatures = recognised([...lines, 'Zoe Example,zoe@example.org,DE,,,,,']);
  const steps = importSignatures({ ...context, ledger }, context.socialCredit, 'import', signatures);
  await steps.next();
  await erasePerson(context, campaign, context.socialCredit.indexOf!('zoe@example.org'));
  expect(await sum(steps)).toMatchObject({ imported: 600 - 512, erased: 2 });
  expect(reads).toBe(3);
});

test('an import under way stops when the campaign is closed for good, and what came in before stays', async () => {
  const steps = importSignatures(context, context.socialCredit, 'import', recognised(crowd(omar)));
  expect((await steps.next()).value).toMatchObject({ imported: 512 });
  await closeCampaign(context, 'social-credit');
  await expect(steps.next()).rejects.toThrow('was closed for good meanwhile');
  expect(await rows()).toHaveLength(512);
  const acts = await context.store.read.selectFrom('audit').selectAll().orderBy('id').execute();
  expect(acts.at(-1)).toMatchObject({ act: 'import-ended', facts: expect.stringContaining('512') as string });
});

test('no link and no code of anybody’s leads to a signature on paper', async () => {
  await importPaper(omar);
  const [row] = await rows();
  const token = context.vault.token('signature', row!.id, context.vault.newSecret());
  expect((await confirm(context, token)).outcome).toBe('unknown');
  expect(await changeHeld(context, token, 'erase')).toBe('unknown');
});

test('a campaign that was closed for good takes in nobody', async () => {
  await closeCampaign(context, 'social-credit');
  await refreshCampaign(context, context.socialCredit);
  expect(recognise(context.socialCredit, [])).toBeUndefined();
});

const contextEnv = (): Record<string, string> =>
  context.config.database.kind === 'sqlite' ? {} : { DATABASE_URL: context.config.database.url };
