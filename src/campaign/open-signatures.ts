import { placeOf } from '../domain/place.ts';
import type { SignatureRecord } from '../domain/signature.ts';
import { epochById } from '../store/epochs.ts';
import type { Reading } from '../store/schema.ts';
import type { ExportedSignature } from '../store/signatures.ts';
import { unwrapEpochKey } from '../vault/open-epoch-key.ts';
import { keyOf, openRecord, SealBroken, type Key } from '../vault/seal.ts';

/** Rows of one epoch lie together, so the last few keys are all that is needed. */
const keysKept = 64;

/**
 * Opens signatures with an organizer's identities, outside the server.
 * @param slug of the rows' campaign: a row that was moved here from another does not open
 * @returns for each row its record, or a sentence that says why it cannot be opened
 */
export function openSignatures(
  db: Reading,
  slug: string,
  identities: readonly string[],
): (row: ExportedSignature) => Promise<SignatureRecord | string> {
  const keys = new Map<number, Key | string>();
  const keyOfEpoch = async (epochId: number): Promise<Key | string> => {
    const known = keys.get(epochId);
    if (known !== undefined) return known;
    const epoch = await epochById(db, epochId);
    const key = epoch === undefined ? undefined : await unwrapEpochKey(epoch.wrapped, identities);
    if (keys.size >= keysKept) keys.delete(keys.keys().next().value ?? epochId);
    const fault = epoch === undefined ? 'is missing' : 'is not sealed to this identity';
    const keyOrReason = key === undefined ? `epoch ${epochId} ${fault}` : keyOf(key);
    keys.set(epochId, keyOrReason);
    return keyOrReason;
  };
  return async (row) => {
    const key = await keyOfEpoch(row.epoch_id);
    if (typeof key === 'string') return key;
    try {
      return openRecord(key, placeOf.signature(slug, row.id, row.form), row.sealed) as SignatureRecord;
    } catch (error) {
      if (error instanceof SealBroken) return 'what is sealed was changed, or belongs to another row';
      throw error;
    }
  };
}
