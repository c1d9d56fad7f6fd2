import type { OpenColumns } from './exported-signature.ts';

/** A signature as the server hands it out to be opened elsewhere. Bytes are in base64. */
export interface HandedOutSignature extends OpenColumns {
  sealed: string;
  epoch: number;
  form: string;
}

/** Some of a campaign's signatures by rising number, and what their identity needs to open them. */
export interface SealedPage {
  rows: HandedOutSignature[];
  /** The key of each epoch among them, as an age file in base64, by the epoch's number. */
  epochs: Record<number, string>;
  /** The number to go on after; null: there are no more. A page may be empty and have a next one. */
  next: number | null;
}
