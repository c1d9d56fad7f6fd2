import { Refusal } from '../domain/refusal.ts';
import type { GatheredSignature, Origin } from '../domain/signature.ts';
import { markOfPerson } from '../store/erasure-ledger.ts';
import { campaignById } from '../store/campaigns.ts';
import type { Reading } from '../store/schema.ts';
import { insertConfirmed, signaturesOfAddresses } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import type { Context, RunningCampaign } from './context.ts';
import { gatheredRow } from './gathered-row.ts';
import type { Seals } from './keyring.ts';
import { noteAct } from './note-act.ts';
import { showName } from './shown-names.ts';

/** What becomes of the signatures of a file. */
export interface Imported {
  imported: number;
  /** Already signed, whatever has become of that since. */
  alreadySigned: number;
  /** A form of the same address waits for its own confirmation; once it has lapsed, another import takes them. */
  waiting: number;
  /** Had everything about themselves deleted, and are not brought back. */
  erased: number;
}

/** One of the file's signatures, with what recognises it. */
export interface RecognisedSignature extends GatheredSignature {
  addressIndex: Buffer;
}

/** SQLite takes 32,766 values a statement; whoever signs meanwhile hardly waits. */
const rowsAtOnce = 512;

export const noneImported = (): Imported => ({ imported: 0, alreadySigned: 0, waiting: 0, erased: 0 });

/**
 * Each person of a file once, the first time that they stand in it: by their address, and on paper without one by name and postcode.
 * @returns undefined once the campaign was closed for good, and nobody can be recognised
 */
export function recognise(
  { indexOf, personIndexOf }: RunningCampaign,
  signatures: readonly GatheredSignature[],
): RecognisedSignature[] | undefined {
  if (indexOf === undefined || personIndexOf === undefined) return undefined;
  const found = new Map<string, RecognisedSignature>();
  for (const signature of signatures) {
    const { input } = signature;
    const addressIndex = input.email === '' ? personIndexOf(input) : indexOf(input.email);
    const key = addressIndex.toString('hex');
    if (!found.has(key)) found.set(key, { ...signature, addressIndex });
  }
  return [...found.values()];
}

/** What an import would do, a handful at a time. Writes nothing; `imported` are those who would come. */
export async function* previewImport(
  { store, ledger }: Pick<Context, 'store' | 'ledger'>,
  campaign: RunningCampaign,
  signatures: readonly RecognisedSignature[],
): AsyncGenerator<Imported> {
  const left = marksOfLeft(ledger, campaign.settings.slug);
  for (const some of handfuls(signatures)) yield (await sorted(store.read, left, campaign, some)).counts;
}

/**
 * Takes in signatures that were gathered elsewhere, sealed like any other, as confirmed and apart from the count. Nobody is counted twice,
 * nobody gets a mail. Can be interrupted after every handful and run again: who is in is recognised.
 * @returns after each handful, what became of it
 * @throws Refusal, from a handful, once the campaign was closed for good or emptied: what was taken in before stays
 */
export async function* importSignatures(
  context: Context,
  campaign: RunningCampaign,
  origin: Exclude<Origin, 'site'>,
  signatures: readonly RecognisedSignature[],
): AsyncGenerator<Imported> {
  const sum = noneImported();
  const left = marksOfLeft(context.ledger, campaign.settings.slug);
  await note(context, campaign, 'import-begun', { origin, signatures: signatures.length });
  try {
    for (const some of handfuls(signatures)) {
      const counts = await importSome({ ...context, left }, campaign, origin, some);
      for (const what of Object.keys(counts) as (keyof Imported)[]) sum[what] += counts[what];
      yield counts;
    }
  } finally {
    await note(context, campaign, 'import-ended', { origin, ...sum });
  }
}

async function importSome(
  context: Context & { left: MarksOfLeft },
  campaign: RunningCampaign,
  origin: Exclude<Origin, 'site'>,
  some: readonly RecognisedSignature[],
): Promise<Imported> {
  const { store, keyring, left } = context;
  const seals: Seals[] = [];
  while (seals.length < some.length) seals.push(await keyring.seals());
  return store.write(async (writing) => {
    await refuseIfOver(writing.db, campaign);
    const { fresh, counts } = await sorted(writing.db, left, campaign, some);
    if (fresh.length === 0) return counts;
    const first = await writing.numbers.next(writing.db, 'signatures', fresh.length);
    const rows = fresh.flatMap((signature, at) => {
      const seal = seals[at];
      return seal === undefined ? [] : [gatheredRow(context, campaign, seal, first + at, origin, signature)];
    });
    await insertConfirmed(writing, rows);
    for (const [at, { input }] of fresh.entries())
      if (input.public) await show(writing, context, campaign, rows[at], input);
    return counts;
  });
}

async function refuseIfOver(db: Reading, { id, settings: { slug } }: RunningCampaign): Promise<void> {
  const row = await campaignById(db, id);
  if (row === undefined || row.index_key === null || row.emptied_at !== null)
    throw new Refusal(`${slug} was closed for good meanwhile: no more of the file was taken in.`);
}

/** Who of a handful is new. In the transaction that writes, so that nobody signs or leaves in between. */
async function sorted(
  db: Reading,
  left: MarksOfLeft,
  campaign: RunningCampaign,
  some: readonly RecognisedSignature[],
): Promise<{ fresh: RecognisedSignature[]; counts: Imported }> {
  const counts = noneImported();
  const rows = await signaturesOfAddresses(
    db,
    campaign.id,
    some.map(({ addressIndex }) => addressIndex),
  );
  const states = new Map(rows.map(({ address_index, state }) => [address_index.toString('hex'), state]));
  const gone = await left();
  const fresh = some.filter(({ addressIndex }) => {
    const state = states.get(addressIndex.toString('hex'));
    if (state === 'pending') counts.waiting += 1;
    else if (state !== undefined) counts.alreadySigned += 1;
    else if (gone.has(markOfPerson({ address_index: addressIndex }))) counts.erased += 1;
    else return true;
    return false;
  });
  return { fresh, counts: { ...counts, imported: fresh.length } };
}

type MarksOfLeft = () => Promise<ReadonlySet<string>>;

/** Of everybody who had everything about themselves deleted in a campaign. The ledger is read again only where it has grown. */
function marksOfLeft(ledger: Context['ledger'], slug: string): MarksOfLeft {
  let marks: ReadonlySet<string> = new Set();
  let size = -1;
  return async () => {
    // Before it is read: what comes in meanwhile is read next time.
    const now = await ledger.size();
    if (now === size) return marks;
    const erasures = await ledger.read();
    marks = new Set(
      erasures.flatMap((erasure) =>
        'mark' in erasure && erasure.act === 'erase' && erasure.campaign === slug ? [erasure.mark] : [],
      ),
    );
    size = now;
    return marks;
  };
}

async function show(
  writing: Writing,
  { vault }: Context,
  { settings: { slug, fields } }: RunningCampaign,
  row: ReturnType<typeof gatheredRow> | undefined,
  { name, comment }: RecognisedSignature['input'],
): Promise<void> {
  if (row === undefined) return;
  const shown = { name, comment: fields.comment ? comment : '', country: row.country, shownAt: row.confirmed_at };
  await showName(writing, vault, slug, { ...shown, signature: row });
}

const note = (
  { store, vault, now }: Context,
  { settings: { slug } }: RunningCampaign,
  act: string,
  facts: Record<string, string | number>,
): Promise<number> =>
  store.write((writing) => noteAct(writing, vault, { at: now(), organizer: 'command', act, campaign: slug, facts }));

function* handfuls(signatures: readonly RecognisedSignature[]): Generator<RecognisedSignature[]> {
  for (let at = 0; at < signatures.length; at += rowsAtOnce) yield signatures.slice(at, at + rowsAtOnce);
}
