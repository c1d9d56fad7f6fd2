import type { LetterText, OwnWriterRecord } from '../domain/letter.ts';
import { placeOf } from '../domain/place.ts';
import type { SignatureRecord } from '../domain/signature.ts';
import type { LetterRow, SignatureRow } from '../store/schema.ts';
import { ownKey } from '../vault/own-key.ts';
import { keyOf, openRecord, SealBroken } from '../vault/seal.ts';

/** What a signer typed, if `secret` is that of the link which came with it. Nothing that the server has opens it. */
export const openOwnSignature = (
  secret: Buffer,
  campaign: string,
  signatureId: number,
  { own, form }: Pick<SignatureRow, 'own' | 'form'>,
): SignatureRecord | undefined =>
  openOwn(secret, placeOf.ownSignature(campaign, signatureId, form), own) as SignatureRecord | undefined;

export interface OwnLetter {
  writer: OwnWriterRecord;
  /** Undefined once it was deleted. */
  text: LetterText | undefined;
}

/** The same for a letter and its writer. */
export function openOwnLetter(secret: Buffer, campaign: string, { id, own, text }: LetterRow): OwnLetter | undefined {
  const writer = openOwn(secret, placeOf.ownLetter(campaign, id), own) as OwnWriterRecord | undefined;
  if (writer === undefined) return undefined;
  const key = keyOf(Buffer.from(writer.textKey, 'base64'));
  const place = placeOf.letterText(campaign, id);
  return { writer, text: text === null ? undefined : (openRecord(key, place, text) as LetterText) };
}

function openOwn(secret: Buffer, place: string, own: Buffer): unknown {
  try {
    return openRecord(ownKey(secret), place, own);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
