import { exportedSignature, type ExportedSignature } from '../domain/exported-signature.ts';
import { placeOf } from '../domain/place.ts';
import type { SealedPage, HandedOutSignature } from '../domain/sealed-page.ts';
import type { SignatureRecord } from '../domain/signature.ts';
import { unwrapEpochKey } from '../vault/open-epoch-key.ts';
import { bytesOf } from './base64.ts';
import { openRecord, recordKey } from './open-record.ts';

/** A row that was opened, or its number where that was not possible. */
export type Opened = { outcome: 'opened'; signature: ExportedSignature } | { outcome: 'unopened'; id: number };

/** Rows of one epoch lie together, so the last few keys are all that is needed. */
const keysKept = 64;

/**
 * Opens pages of a campaign's signatures, in the order of their rows.
 * @param campaign its slug: a row that was moved here from another campaign does not open
 * @param identities `AGE-SECRET-KEY-1…`
 */
export function signatureOpener(
  campaign: string,
  identities: readonly string[],
): (page: SealedPage) => Promise<Opened[]> {
  const keys = new Map<number, Promise<CryptoKey | undefined>>();

  const keyOf = (epoch: number, { epochs }: SealedPage): Promise<CryptoKey | undefined> => {
    const known = keys.get(epoch);
    if (known !== undefined) return known;
    const key = unwrapped(epochs[epoch], identities);
    if (keys.size >= keysKept) keys.delete(keys.keys().next().value ?? epoch);
    keys.set(epoch, key);
    return key;
  };

  const open = async (row: HandedOutSignature, page: SealedPage): Promise<Opened> => {
    const { sealed, epoch, form, ...columns } = row;
    const key = await keyOf(epoch, page);
    const place = placeOf.signature(campaign, row.id, bytesOf(form));
    const record = key === undefined ? undefined : await openRecord(key, place, bytesOf(sealed));
    return record === undefined
      ? { outcome: 'unopened', id: row.id }
      : { outcome: 'opened', signature: exportedSignature(columns, record as SignatureRecord) };
  };

  return (page) => Promise.all(page.rows.map((row) => open(row, page)));
}

async function unwrapped(wrapped: string | undefined, identities: readonly string[]): Promise<CryptoKey | undefined> {
  if (wrapped === undefined) return undefined;
  const bytes = await unwrapEpochKey(bytesOf(wrapped), identities);
  return bytes === undefined ? undefined : recordKey(bytes);
}
