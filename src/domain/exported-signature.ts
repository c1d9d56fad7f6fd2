import { isoTime } from './clock.ts';
import type { Origin, SignatureRecord } from './signature.ts';

/** What an export can hold of a signature, in the order of its columns. */
export const signatureFields = [
  'id',
  'name',
  'email',
  'country',
  'postcode',
  'comment',
  'public',
  'updates',
  'source',
  'locale',
  'confirmed_at',
  'origin',
] as const;
export type SignatureField = (typeof signatureFields)[number];

/** What is exported where nobody asks for more: enough to hand a petition over. */
export const minimisedFields: readonly SignatureField[] = ['name', 'country', 'confirmed_at'];

/** One signature as it is exported: what was sealed, opened, beside what was not. */
export interface ExportedSignature {
  id: number;
  name: string;
  email: string;
  country: string;
  postcode: string;
  comment: string;
  public: boolean;
  /** Still wants updates: ticked, and not taken back since. */
  updates: boolean;
  source: string;
  locale: string;
  /** ISO 8601 in UTC, to the hour; null while unconfirmed. */
  confirmed_at: string | null;
  origin: Origin;
}

/** What stands beside what is sealed, as the database has it. */
export interface OpenColumns {
  id: number;
  public: 0 | 1;
  no_news: 0 | 1;
  country: string;
  source: string;
  locale: string;
  /** In seconds. */
  confirmed_at: number | null;
  origin: Origin;
}

/** Whatever the signer has chosen since they signed wins over what is sealed. */
export const exportedSignature = (row: OpenColumns, record: SignatureRecord): ExportedSignature => ({
  id: row.id,
  name: record.name,
  email: record.email,
  country: row.country,
  postcode: record.postcode,
  comment: record.comment,
  public: row.public === 1,
  updates: record.updates && row.no_news === 0,
  source: row.source,
  locale: row.locale,
  confirmed_at: row.confirmed_at === null ? null : isoTime(row.confirmed_at),
  origin: row.origin,
});

export const isSignatureField = (text: string): text is SignatureField =>
  (signatureFields as readonly string[]).includes(text);

/** These fields, each once and in the order of columns. */
export const inOrder = (fields: readonly SignatureField[]): SignatureField[] =>
  signatureFields.filter((field) => fields.includes(field));
