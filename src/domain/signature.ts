import { daySeconds, hourSeconds } from './clock.ts';

/**
 * `pending` → `confirmed` → `withdrawn`; `pending` → `expired`; either of the first two →
 * `invalidated`. The public count is the number of `confirmed`.
 */
export const signatureStates = ['pending', 'confirmed', 'withdrawn', 'expired', 'invalidated'] as const;
export type SignatureState = (typeof signatureStates)[number];

/** Where a signature was gathered: by the form and its confirmation, or elsewhere and imported. The count is of `site`. */
export const origins = ['site', 'paper', 'import'] as const;
export type Origin = (typeof origins)[number];

/**
 * Whether a signature was gathered elsewhere, and counts or was taken out: nobody has shown yet that its address is theirs, so its owner may
 * still sign here.
 */
export const isElsewhere = ({ origin, state }: { origin: Origin; state: SignatureState }): boolean =>
  origin !== 'site' && (state === 'confirmed' || state === 'invalidated');

/**
 * What history counts by the hour. The public count rises by `confirmed` and `reinstated` and falls by `withdrawn`, `invalidated` and
 * `erased`, which count those that had counted and no others.
 */
export const signatureEvents = [
  'received',
  'confirmed',
  'expired',
  'bounced',
  'withdrawn',
  'invalidated',
  'reinstated',
  'erased',
] as const;
export type SignatureEvent = (typeof signatureEvents)[number];

/** What a signer typed and chose, after validation. */
export interface SignatureInput {
  name: string;
  /** As typed but for the domain, which is lower-case ASCII. */
  email: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  postcode: string;
  comment: string;
  /** Show name and comment on the page. */
  public: boolean;
  /** Send me updates. */
  updates: boolean;
  /** Where the signer came from: a code that the shared link carried. */
  source: string;
}

/** A signature that was gathered elsewhere, as a file has it. */
export interface GatheredSignature {
  /** Where in the file, from 1. */
  line: number;
  /** The address may be '' on paper. */
  input: SignatureInput;
  /** ISO day, or ''. */
  signedOn: string;
}

/** What is sealed of a signature: organizers open it, and the signer by the link in their mail. */
export interface SignatureRecord {
  name: string;
  /** As typed but for the domain. */
  email: string;
  postcode: string;
  comment: string;
  /** As it was ticked, whatever the signer has chosen since. */
  public: boolean;
  updates: boolean;
}

/** How a signer who chose to be shown is shown. */
export interface ShownName {
  name: string;
  comment: string;
}

/**
 * Whether a link made at `createdAt` has lapsed. Stored times are floored to the hour, hence the
 * hour on top: nobody's week is shorter than a week.
 */
export const linkLapsed = (createdAt: number, days: number, now: number): boolean =>
  now >= createdAt + days * daySeconds + hourSeconds;
