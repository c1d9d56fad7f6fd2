import type { CountryFigures } from './country-figures.ts';
import type { Origin, SignatureEvent } from './signature.ts';

/** What a petition is handed over with, but for its names: nothing in it is about a single person. */
export interface PackFacts {
  locale: string;
  title: string;
  publisher: string;
  addressee: string;
  /** When all of this was so, in seconds. */
  at: number;
  /** Confirmed signatures by where they were gathered. */
  confirmed: Record<Origin, number>;
  texts: SignedText[];
  /** Of those gathered here; small countries are summed up. */
  countries: CountryFigures;
  /** What happened to those gathered here. */
  events: Record<SignatureEvent, number>;
  /** Taken out by the organizers, and not put back. */
  invalidated: number;
  removals: PackRemoval[];
}

/** A text of the petition, and how many confirmed signatures it has. */
export interface SignedText {
  locale: string;
  body: string;
  /** SHA-256 in hexadecimal digits: shows that a text is the one that was signed. */
  sha256: string;
  /** From when on it was shown, in seconds. */
  sinceAt: number;
  signatures: number;
}

/** Signatures that organizers took out of the count at once. Times are in seconds. */
export interface PackRemoval {
  at: number;
  count: number;
  reason: string;
  undoneAt: number | undefined;
}

/** A name as it stands in the pack. `postcode` only where everybody is in it. */
export interface PackName {
  name: string;
  country: string;
  postcode?: string;
}
