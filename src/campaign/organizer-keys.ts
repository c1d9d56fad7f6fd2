import { toHour } from '../domain/clock.ts';
import {
  insertOrganizerKey,
  organizerKeys,
  updateOrganizerKey,
  type OrganizerKeyRow,
} from '../store/organizer-keys.ts';
import type { Reading } from '../store/schema.ts';
import { sameBytes } from '../vault/same-bytes.ts';
import type { Vault } from '../vault/vault.ts';
import type { Context } from './context.ts';

/** An organizer's key that somebody wrote into the database without the server key. */
export class ForeignKey extends Error {
  override name = 'ForeignKey';
}

/**
 * Whom new epochs are sealed to, and that set's name in `wrapped_for`.
 * @throws ForeignKey rather than seal to a key that a thief has put there
 */
export async function activeRecipients(
  db: Reading,
  vault: Vault,
): Promise<{ recipients: string[]; wrappedFor: string }> {
  const active = (await organizerKeys(db)).filter((key) => key.retired_at === null);
  const foreign = active.find((key) => !isOurs(vault, key));
  if (foreign !== undefined)
    throw new ForeignKey(
      `The organizer key “${foreign.name}” was not added with this server’s key. Nothing is sealed to it: take it out with npx campaign keys retire.`,
    );
  if (active.length === 0) throw new Error('There is no organizer key: add one with npx campaign keys add.');
  return {
    recipients: active.map(({ recipient }) => recipient),
    wrappedFor: active.map(({ id }) => id).join(' '),
  };
}

export type AddOutcome = 'added' | 'known-name' | 'known-recipient';

/** Seals to one more organizer from the next epoch on; what was sealed before is for `rewrap`. */
export const addOrganizerKey = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  name: string,
  recipient: string,
): Promise<AddOutcome> =>
  store.write(async (writing) => {
    const known = await organizerKeys(writing.db);
    if (known.some((key) => key.name === name)) return 'known-name';
    if (known.some((key) => key.recipient === recipient)) return 'known-recipient';
    const key = { name, recipient, retired_at: null };
    const row = { ...key, added_at: toHour(now()), checked_at: null, mac: macOf(vault, key) };
    await insertOrganizerKey(writing, row);
    return 'added';
  });

export type RetireOutcome = 'retired' | 'unknown' | 'last';

/**
 * Seals to an organizer no longer, or never, where the key is foreign. The last one of ours stays: without any, nobody
 * could open what comes in.
 */
export const retireOrganizerKey = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  nameOrRecipient: string,
): Promise<RetireOutcome> =>
  store.write(async (writing) => {
    const active = (await organizerKeys(writing.db)).filter((key) => key.retired_at === null);
    const key = active.find(({ name, recipient }) => name === nameOrRecipient || recipient === nameOrRecipient);
    if (key === undefined) return 'unknown';
    if (isOurs(vault, key) && active.filter((other) => isOurs(vault, other)).length === 1) return 'last';
    const retired = { retired_at: toHour(now()) };
    await updateOrganizerKey(writing, key.id, { ...retired, mac: macOf(vault, { ...key, ...retired }) });
    return 'retired';
  });

const isOurs = (vault: Vault, key: OrganizerKeyRow): boolean => sameBytes(key.mac, macOf(vault, key));

const macOf = (vault: Vault, key: Pick<OrganizerKeyRow, 'name' | 'recipient' | 'retired_at'>): Buffer =>
  vault.mac(JSON.stringify(['organizer key', key.name, key.recipient, key.retired_at]));
