import { Refusal } from '../domain/refusal.ts';
import { organizerKeys, type OrganizerKeyRow } from '../store/organizer-keys.ts';
import type { Reading } from '../store/schema.ts';
import { sameBytes } from '../vault/same-bytes.ts';
import type { Vault } from '../vault/vault.ts';

/** An organizer's key that somebody wrote into the database without the server key. */
export class ForeignKey extends Refusal {
  override name = 'ForeignKey';
}

/** Nobody is on the list, so that nothing could ever be opened. */
export class NoKey extends Refusal {}

/**
 * Whom new epochs are sealed to, and that set's name in `wrapped_for`.
 * @throws NoKey
 * @throws ForeignKey rather than seal to a key that a thief has put there
 */
export async function activeRecipients(
  db: Reading,
  vault: Vault,
): Promise<{ recipients: string[]; wrappedFor: string }> {
  const active = await refuseForeignKeys(db, vault);
  if (active.length === 0) throw new NoKey('There is no organizer key: add one with npx campaign keys add.');
  return {
    recipients: active.map(({ recipient }) => recipient),
    wrappedFor: active.map(({ id }) => id).join(' '),
  };
}

/** @returns the keys that are not retired. @throws ForeignKey */
export async function refuseForeignKeys(db: Reading, vault: Vault): Promise<OrganizerKeyRow[]> {
  const active = (await organizerKeys(db)).filter((key) => key.retired_at === null);
  const foreign = active.find((key) => !isOurs(vault, key));
  if (foreign === undefined) return active;
  throw new ForeignKey(
    `The organizer key “${foreign.name}” was not added with this server’s key. Nothing is sealed to it: take it out with npx campaign keys retire.`,
  );
}

/** Whether a key was added by whoever held the server key. */
export const isOurs = (vault: Vault, key: OrganizerKeyRow): boolean => sameBytes(key.mac, macOf(vault, key));

/** Vouches for a key, retired or not. */
export const macOf = (vault: Vault, key: Pick<OrganizerKeyRow, 'name' | 'recipient' | 'retired_at'>): Buffer =>
  vault.mac(JSON.stringify(['organizer key', key.name, key.recipient, key.retired_at]));
