import { toHour } from '../domain/clock.ts';
import { newestEpoch } from '../store/epochs.ts';
import { organizerKeys, updateOrganizerKey } from '../store/organizer-keys.ts';
import type { Reading } from '../store/schema.ts';
import { newEpochKey, wrapEpochKey } from '../vault/epoch-key.ts';
import { recipientOf } from '../vault/identity.ts';
import { unwrapEpochKey } from '../vault/open-epoch-key.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

export type CheckOutcome =
  /** `epoch` is undefined while nothing was sealed; then a key made for the occasion was opened. */
  | { outcome: 'opens'; names: string[]; epoch: number | undefined }
  | { outcome: 'not-sealed-to' }
  | { outcome: 'does-not-open'; epoch: number };

/** Whether any of the identities is, or was, an organizer's here, or opens what came in last whatever the list says. */
export async function isSealedTo(db: Reading, identities: readonly string[]): Promise<boolean> {
  const recipients = await Promise.all(identities.map(recipientOf));
  if ((await organizerKeys(db)).some(({ recipient }) => recipients.includes(recipient))) return true;
  const epoch = await newestEpoch(db);
  return epoch !== undefined && (await unwrapEpochKey(epoch.wrapped, identities)) !== undefined;
}

/** Opens the newest epoch with an organizer's identities, and remembers for the doctor that it went well. */
export async function checkIdentities(
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  identities: readonly string[],
): Promise<CheckOutcome> {
  const recipients = await Promise.all(identities.map(recipientOf));
  const keys = (await organizerKeys(store.read)).filter(
    (key) => key.retired_at === null && recipients.includes(key.recipient),
  );
  if (keys.length === 0) return { outcome: 'not-sealed-to' };
  const epoch = await newestEpoch(store.read);
  const wrapped =
    epoch?.wrapped ??
    (await wrapEpochKey(
      newEpochKey(),
      keys.map(({ recipient }) => recipient),
    ));
  if ((await unwrapEpochKey(wrapped, identities)) === undefined)
    return { outcome: 'does-not-open', epoch: epoch?.id ?? 0 };
  const names = keys.map(({ name }) => name);
  await store.write(async (writing) => {
    for (const { id } of keys) await updateOrganizerKey(writing, id, { checked_at: toHour(now()) });
    const act = { at: now(), organizer: 'command', act: 'key-checked', campaign: '', facts: { names } };
    await noteAct(writing, vault, act);
  });
  return { outcome: 'opens', names, epoch: epoch?.id };
}
