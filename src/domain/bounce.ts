/** What became of one recipient's copy of a mail, as a server reports it (RFC 3464 section 2.3). */
export interface RecipientStatus {
  kind: BounceKind;
  /** An enhanced status code (RFC 3463) such as 5.1.1; '' if none was reported. */
  status: string;
  /** The recipient as it was given to the server, or as it stood in the end; several spellings of one address. */
  addresses: string[];
}

/**
 * `hard`: the address takes no mail, now or later. `soft`: this mail is lost, the next one may not be. `under-way`: it is
 * late, passed on or delivered, and nothing is lost.
 */
export type BounceKind = 'hard' | 'soft' | 'under-way';

/** @param action `failed`, `delayed`, `delivered`, `relayed` or `expanded` */
export function bounceKindOf(action: string, status: string): BounceKind {
  if (action !== 'failed') return 'under-way';
  return refusesForGood(status) ? 'hard' : 'soft';
}

/**
 * Whether an enhanced status code (RFC 3463) says that an address is of no use. Of what is permanent, it does not where
 * the trouble is with this mail or with us: a full mailbox (x.2.2), a mail that is too long (x.2.3, x.3.4), our own
 * sender (x.1.7, x.1.8), contents (x.6), policy and reputation (x.7).
 */
export const refusesForGood = (status: string): boolean =>
  /^5\.\d{1,3}\.\d{1,3}$/.test(status) && !/^5\.(?:1\.[78]|2\.[23]|3\.4|6\.\d+|7\.\d+)$/.test(status);

/** Whether two addresses are one as far as a report can tell: servers change the case of both sides. */
export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
