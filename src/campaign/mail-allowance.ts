import { dayOf } from '../domain/clock.ts';
import { mailsADayUnverified, mailsADayVerified } from '../domain/limits.ts';
import { letterStandings } from '../store/letters.ts';
import { linksMailedOn } from '../store/links.ts';
import type { SignatureRow } from '../store/schema.ts';
import type { Writing } from '../store/writer.ts';

interface Asked {
  campaignId: number;
  addressIndex: Buffer;
  /** The address's signature, if it has one. */
  signature: SignatureRow | undefined;
  now: number;
  /** What asks for the mail: a verified writer may write several letters a day. */
  purpose: 'signature' | 'letter' | 'link';
}

/**
 * Whether one more mail that nobody but the form asked for may go to an address today. Counted in
 * the transaction that stores the mail, so that thirty forms at once do not slip through.
 */
export async function mayMail(
  writing: Writing,
  { campaignId, addressIndex, signature, now, purpose }: Asked,
): Promise<boolean> {
  const today = dayOf(now);
  const letters = await letterStandings(writing.db, campaignId, addressIndex);
  const signedHere = signature?.origin === 'site' && signature.confirmed_at !== null;
  const verified = signedHere || letters.some((letter) => letter.verified_at !== null);
  const forSignature = signature?.mail_day === today ? signature.mails_that_day : 0;
  const forLetters = letters.filter((letter) => letter.mail_day === today).length;
  const forLinks = await linksMailedOn(writing.db, campaignId, addressIndex, today);
  return (
    forSignature + forLetters + forLinks < (verified && purpose === 'letter' ? mailsADayVerified : mailsADayUnverified)
  );
}
