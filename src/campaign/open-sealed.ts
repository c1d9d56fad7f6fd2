import { epochById } from '../store/epochs.ts';
import type { Reading } from '../store/schema.ts';
import { unwrapEpochKey } from '../vault/open-epoch-key.ts';
import { keyOf, openRecord, SealBroken, type Key } from '../vault/seal.ts';
import type { OpenSealed } from './export-pages.ts';

/** Rows of one epoch lie together, so the last few keys are all that is needed. */
const keysKept = 64;

/** Opens what was sealed for organizers with their identities, outside the server. */
export function openSealed(db: Reading, identities: readonly string[]): OpenSealed {
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
  return async ({ sealed, epoch_id }, place) => {
    const key = await keyOfEpoch(epoch_id);
    if (typeof key === 'string') return key;
    try {
      return openRecord(key, place, sealed) as object;
    } catch (error) {
      if (error instanceof SealBroken) return 'what is sealed was changed, or belongs to another row';
      throw error;
    }
  };
}
