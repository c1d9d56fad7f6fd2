import { isoTime, toHour } from '../domain/clock.ts';
import {
  insertOrganizerKey,
  organizerKeys,
  updateOrganizerKey,
  type OrganizerKeyRow,
} from '../store/organizer-keys.ts';
import type { Writing } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';
import { isOurs, macOf } from './active-recipients.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

export type AddOutcome = 'added' | 'known-name' | 'known-recipient';

/**
 * Seals to one more organizer from the next epoch on; what was sealed before is for `rewrap`.
 * @param by who adds it, for the log; undefined for the first one, which a start of the server makes
 */
export const addOrganizerKey = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  name: string,
  recipient: string,
  by?: 'command',
): Promise<AddOutcome> =>
  store.write(async (writing) => {
    const known = await organizerKeys(writing.db);
    if (known.some((key) => key.recipient === recipient)) return 'known-recipient';
    if (known.some((key) => key.name === name)) return 'known-name';
    const key = { name, recipient, retired_at: null };
    const row = { ...key, added_at: toHour(now()), checked_at: null, mac: macOf(vault, key) };
    await insertOrganizerKey(writing, row);
    if (by !== undefined) {
      const act = { at: now(), organizer: by, act: 'key-added', campaign: '', facts: { name, recipient } };
      await noteAct(writing, vault, act);
    }
    return 'added';
  });

export type RetireOutcome = 'retired' | 'unknown' | 'last';

/**
 * Seals to an organizer no longer, or never, where the key is foreign. The last one of ours stays: without any, nobody
 * could open what comes in.
 */
export const retireOrganizerKey = (
  { store, vault, ledger, now }: Pick<Context, 'store' | 'vault' | 'ledger' | 'now'>,
  nameOrRecipient: string,
): Promise<RetireOutcome> =>
  store.write(async (writing) => {
    const active = (await organizerKeys(writing.db)).filter((key) => key.retired_at === null);
    const key = active.find(({ name, recipient }) => name === nameOrRecipient || recipient === nameOrRecipient);
    if (key === undefined) return 'unknown';
    if (isOurs(vault, key) && active.filter((other) => isOurs(vault, other)).length === 1) return 'last';
    const { recipient } = key;
    // A backup that is restored must not seal to it again.
    await ledger.append([{ at: isoTime(toHour(now())), kind: 'organizer-key', act: 'retire', recipient }]);
    await endKey(writing, vault, key, toHour(now()));
    const facts = { name: key.name, recipient };
    await noteAct(writing, vault, { at: now(), organizer: 'command', act: 'key-retired', campaign: '', facts });
    return 'retired';
  });

/** @param retiredAt seconds */
export async function endKey(writing: Writing, vault: Vault, key: OrganizerKeyRow, retiredAt: number): Promise<void> {
  const retired = { retired_at: retiredAt };
  await updateOrganizerKey(writing, key.id, { ...retired, mac: macOf(vault, { ...key, ...retired }) });
}
