import { countsToday, mailsADayUnverified, mailsADayVerified } from '../domain/limits.ts';
import type { MailStanding } from '../store/mail-standings.ts';
import type { SignatureRow } from '../store/schema.ts';

interface Asked {
  /** The address's signature, if it has one. */
  signature: SignatureRow | undefined;
  /** What else the address has, as of the transaction that stores the mail: thirty forms at once do not slip through. */
  standing: MailStanding;
  /** Days since 1970. */
  today: number;
  /** What asks for the mail: a verified writer may write several letters a day. */
  purpose: 'signature' | 'letter' | 'link';
}

/** Whether one more mail that nobody but the form asked for may go to an address today. */
export function mayMail({ signature, standing, today, purpose }: Asked): boolean {
  const signedHere = signature?.origin === 'site' && signature.confirmed_at !== null;
  const verified = signedHere || standing.verifiedWriter;
  const forSignature = signature !== undefined && countsToday(signature.mail_day, today) ? signature.mails_that_day : 0;
  const mailed = forSignature + standing.lettersToday + standing.linksToday;
  return mailed < (verified && purpose === 'letter' ? mailsADayVerified : mailsADayUnverified);
}
