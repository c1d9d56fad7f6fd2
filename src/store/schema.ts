import type { ColumnType, Generated, GeneratedAlways, Insertable, Kysely, Selectable } from 'kysely';
import type { DeliveryState, LetterState } from '../domain/letter.ts';
import type { MessageKind, MessageState } from '../domain/message.ts';
import type { SignatureState } from '../domain/signature.ts';

type Id = GeneratedAlways<number>;
/** SQLite has no booleans: 0 or 1. */
type Flag = 0 | 1;
/** Bytes; the driver hands out Buffers. */
type Bytes = ColumnType<Buffer>;

interface SubmissionColumns {
  name: string;
  email: string;
  country: string;
  postcode: string;
  comment: string;
  public: Flag;
  updates: Flag;
  source: string;
  locale: string;
  petition_text_id: number;
  consent_text_id: number;
  link_hash: Bytes;
  code_hash: Bytes;
  created_at: number;
}

/** The tables as migrations/ makes them. */
export interface Schema {
  facts: { name: string; value: string };
  campaigns: { id: Id; slug: string };
  signature_counts: { campaign_id: number; state: SignatureState; count: number };
  texts: { id: Id; sha256: Bytes; body: string };
  text_versions: {
    id: Id;
    campaign_id: number;
    kind: 'petition' | 'consent';
    locale: string;
    text_id: number;
    since_at: number;
  };
  signatures: SubmissionColumns & {
    id: Id;
    campaign_id: number;
    state: SignatureState;
    address_index: Bytes;
    mail_day: number;
    mails_that_day: number;
    confirmed_at: number | null;
  };
  resubmissions: SubmissionColumns & { id: Id; signature_id: number };
  code_tries: { campaign_id: number; address_index: Bytes; since_at: number; tries: number };
  directories: {
    id: string;
    title: string;
    source: string;
    licence: string;
    as_of: string;
    usable_for_sending: Flag;
    imported_at: number;
  };
  representatives: {
    id: Id;
    directory_id: string;
    key: string;
    name: string;
    role: string;
    party: string;
    area_id: string;
    area_name: string;
    country: string;
    email: string;
    phone: string;
    contact_form: string;
    address: string;
    starts_on: string;
    ends_on: string;
    gone: Generated<Flag>;
  };
  letters: {
    id: Id;
    campaign_id: number;
    state: LetterState;
    address_index: Bytes;
    name: string;
    email: string;
    country: string;
    postcode: string;
    subject: string;
    body: string;
    locale: string;
    link_hash: Bytes;
    code_hash: Bytes;
    mail_day: number;
    created_at: number;
    verified_at: number | null;
    scrubbed_at: number | null;
  };
  deliveries: {
    id: Id;
    letter_id: number;
    representative_id: number;
    state: DeliveryState;
    settled_at: number | null;
  };
  messages: {
    id: Id;
    campaign_id: number;
    kind: MessageKind;
    locale: string;
    recipient: string;
    data: string;
    state: MessageState;
    attempts: Generated<number>;
    due_at: number;
    claim: string | null;
    created_at: number;
    settled_at: number | null;
    failure: string | null;
  };
}

/** Where rows are read from: the store's reading side, or a transaction in progress. */
export type Reading = Kysely<Schema>;

export type SignatureRow = Selectable<Schema['signatures']>;
export type NewSignature = Insertable<Schema['signatures']>;
export type Submission = Insertable<SubmissionColumns>;
export type LetterRow = Selectable<Schema['letters']>;
export type NewLetter = Insertable<Schema['letters']>;
export type RepresentativeRow = Selectable<Schema['representatives']>;
export type DirectoryRow = Selectable<Schema['directories']>;
