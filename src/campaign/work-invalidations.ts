import type { InvalidationConditions } from '../domain/invalidation.ts';
import { readConditions } from '../settings/conditions.ts';
import { campaignById } from '../store/campaigns.ts';
import { matchingSignatures, putBack, takeOut, type MatchingSignature } from '../store/invalidated.ts';
import {
  invalidationById,
  invalidationToDo,
  updateInvalidation,
  type InvalidationRow,
} from '../store/invalidations.ts';
import type { Writing } from '../store/writer.ts';
import { breathe } from './breathe.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

type Working = Pick<Context, 'store' | 'vault' | 'now'>;

/** Small enough that a signer who comes in between hardly waits. */
const atOnce = 500;
/** Few enough that nobody else waits for the read: some milliseconds. */
const numbersAtOnce = 2000;
/** Where nothing fits, how far it got is written down this seldom: 100,000 signatures are some seconds. */
const readsAWrite = 50;

/**
 * Works off the invalidations that organizers have made or undone, a handful of signatures at a time. Can be interrupted anywhere
 * and run again, also at several servers at once. One whose conditions are damaged fails, and holds up no other.
 * @param stopped asked before each handful
 */
export async function workInvalidations(working: Working, stopped: () => boolean = () => false): Promise<void> {
  while (!stopped()) {
    const row = await invalidationToDo(working.store.read);
    if (row === undefined) return;
    if (row.state === 'running') await takeOutSome(working, row);
    else await putBackSome(working, row);
  }
}

async function takeOutSome({ store, vault, now }: Working, row: InvalidationRow): Promise<void> {
  const conditions = readConditions(row.conditions);
  if (conditions === undefined) return fail({ store, vault, now }, row);
  let through = row.through_id;
  let found: MatchingSignature[] = [];
  for (let reads = 0; reads < readsAWrite && found.length === 0 && through < row.last_id; reads++) {
    const range = { after: through, through: Math.min(through + numbersAtOnce, row.last_id) };
    found = await matchingSignatures(store.read, row.campaign_id, conditions, range, atOnce);
    through = found.length < atOnce ? range.through : (found.at(-1)?.id ?? range.through);
    await breathe();
  }
  await store.write(async (writing) => {
    const current = await invalidationById(writing.db, row.id);
    // Stopped meanwhile, or another server was quicker.
    if (current?.state !== 'running' || current.through_id !== row.through_id) return;
    const rows = await stillMatching(writing, row, conditions, found);
    await takeOut(writing, row.id, rows, now());
    const count = current.count + rows.length;
    const confirmed =
      current.confirmed + rows.filter(({ state, origin }) => state === 'confirmed' && origin === 'site').length;
    const isDone = through >= row.last_id;
    const settled = isDone ? { state: 'done' as const, settled_at: now() } : {};
    await updateInvalidation(writing, row, { through_id: through, count, confirmed, ...settled });
    if (isDone) await noteEnd(writing, { vault, now }, { ...row, count, confirmed }, 'invalidation-settled');
  });
}

const fail = ({ store, vault, now }: Working, row: InvalidationRow): Promise<void> =>
  store.write(async (writing) => {
    const current = await invalidationById(writing.db, row.id);
    if (current?.state !== 'running') return;
    await updateInvalidation(writing, row, { state: 'failed', settled_at: now() });
    await noteEnd(writing, { vault, now }, current, 'invalidation-failed');
  });

async function noteEnd(
  writing: Writing,
  { vault, now }: Pick<Context, 'vault' | 'now'>,
  { id, campaign_id, made_by: organizer, count, confirmed }: InvalidationRow,
  act: 'invalidation-settled' | 'invalidation-failed',
): Promise<void> {
  const campaign = (await campaignById(writing.db, campaign_id))?.slug ?? '';
  await noteAct(writing, vault, { at: now(), organizer, act, campaign, facts: { id, count, confirmed } });
}

/** Somebody may have withdrawn, erased or confirmed since they were found. */
async function stillMatching(
  { db }: Writing,
  { campaign_id }: InvalidationRow,
  conditions: InvalidationConditions,
  found: readonly MatchingSignature[],
): Promise<MatchingSignature[]> {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return [];
  const range = { after: first.id - 1, through: last.id };
  return matchingSignatures(db, campaign_id, conditions, range, numbersAtOnce);
}

const putBackSome = ({ store, now }: Working, row: InvalidationRow): Promise<void> =>
  store.write(async (writing) => {
    if ((await putBack(writing, row.id, atOnce, now())) < atOnce)
      await updateInvalidation(writing, row, { state: 'undone' });
  });
