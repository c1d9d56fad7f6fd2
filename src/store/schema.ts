import type { ColumnType, Generated, GeneratedAlways, Insertable, Kysely, Selectable } from 'kysely';
import type { Answered, DeliveryState, LetterState } from '../domain/letter.ts';
import type { MailOutcome, MessageKind, MessageState } from '../domain/message.ts';
import type { Moderation } from '../domain/moderation.ts';
import type { Origin, SignatureEvent, SignatureState } from '../domain/signature.ts';
import type { OrganizerSchema } from './organizer-schema.ts';

type Id = GeneratedAlways<number>;
/** Given by us and never changed: what is sealed in the row is bound to it. */
type RowNumber = ColumnType<number, number, never>;
/** SQLite has no booleans: 0 or 1. */
type Flag = 0 | 1;
/** Bytes; the driver hands out Buffers. */
type Bytes = ColumnType<Buffer>;

/** What forms are counted by, to find those that somebody makes in numbers. */
export type TrendKind = 'network' | 'domain' | 'disposable' | 'honeypot' | 'confirmed';

interface SubmissionColumns {
  sealed: Bytes;
  epoch_id: number;
  own: Bytes;
  form: Bytes;
  to_show: ColumnType<Buffer | null>;
  public: Flag;
  country: string;
  source: string;
  locale: string;
  petition_text_id: number;
  consent_text_id: number;
  link_hash: Bytes;
  code_hash: Bytes;
  created_at: number;
  network: Generated<Buffer | null>;
  honeypot: Generated<Flag>;
}

/** The tables as migrations/ makes them. */
export interface Schema extends OrganizerSchema {
  facts: { name: string; value: string };
  campaigns: {
    id: Id;
    slug: string;
    index_key: ColumnType<Buffer | null>;
    closed_at: number | null;
    ending_seen_at: Generated<number | null>;
    emptied_at: number | null;
    letters_paused_at: Generated<number | null>;
  };
  organizer_keys: {
    id: Id;
    name: string;
    recipient: string;
    added_at: number;
    retired_at: number | null;
    checked_at: number | null;
    mac: Bytes;
  };
  epochs: { id: Id; wrapped: Bytes; wrapped_for: string; created_at: number };
  mail_keys: { period: number; wrapped: Bytes };
  signature_counts: { campaign_id: number; origin: Origin; state: SignatureState; count: number };
  signature_hours: { campaign_id: number; hour: number; event: SignatureEvent; count: number };
  signature_days: { campaign_id: number; day: number; event: SignatureEvent; count: number };
  signature_countries: { campaign_id: number; origin: Origin; country: string; count: number };
  signature_texts: { campaign_id: number; origin: Origin; text_id: number; count: number };
  signature_sources: { campaign_id: number; source: string; state: 'received' | 'confirmed'; count: number };
  confirmation_delays: { campaign_id: number; hours: number; count: number };
  signature_trends: { campaign_id: number; kind: TrendKind; hour: number; tag: Buffer; count: number };
  letter_counts: { campaign_id: number; state: LetterState; count: number };
  delivery_counts: { campaign_id: number; representative_id: number; state: DeliveryState; count: number };
  outbox_counts: { campaign_id: number; count: number };
  mail_hours: { hour: number; outcome: MailOutcome; reason: string; count: number };
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
    id: RowNumber;
    campaign_id: number;
    state: SignatureState;
    address_index: Bytes;
    no_news: Generated<Flag>;
    mail_day: number;
    mails_that_day: number;
    confirmed_at: number | null;
    origin: Generated<Origin>;
    mail_domain: Generated<Buffer | null>;
    disposable: Generated<Flag>;
    invalidation_id: Generated<number | null>;
  };
  resubmissions: SubmissionColumns & { id: Id; signature_id: number };
  public_names: {
    signature_id: number;
    campaign_id: number;
    shown: Bytes;
    country: string;
    shown_at: number;
    moderation: Generated<Moderation>;
    withheld: Generated<Flag>;
  };
  links: {
    id: Id;
    campaign_id: number;
    address_index: Bytes;
    link_hash: Bytes;
    mail_day: number;
    created_at: number;
  };
  code_tries: { campaign_id: number; address_index: Bytes; since_at: number; tries: number };
  directories: {
    id: string;
    title: string;
    source: string;
    licence: string;
    as_of: string;
    usable_for_sending: Flag;
    imported_at: number;
    time_zone: Generated<string>;
    demonstration: Generated<Flag>;
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
    time_zone: Generated<string>;
    bounced_at: Generated<number | null>;
    paused_at: Generated<number | null>;
  };
  letters: {
    id: RowNumber;
    campaign_id: number;
    state: LetterState;
    address_index: Bytes;
    sealed: Bytes;
    epoch_id: number;
    own: Bytes;
    text: ColumnType<Buffer | null>;
    text_key: ColumnType<Buffer | null>;
    country: string;
    locale: string;
    link_hash: Bytes;
    code_hash: Bytes;
    mail_day: number;
    created_at: number;
    verified_at: number | null;
    scrubbed_at: number | null;
    template_share: Generated<number>;
  };
  deliveries: {
    id: Id;
    letter_id: number;
    representative_id: number;
    state: DeliveryState;
    settled_at: number | null;
    queued_at: Generated<number | null>;
    released_at: Generated<number | null>;
    attempts: Generated<number>;
    retry_at: Generated<number | null>;
    asked_at: Generated<number | null>;
    answered: Generated<Answered | null>;
  };
  releases: { mailbox: string; hour: number; count: number };
  lookups: { country: string; source: string; licence: string; as_of: string; imported_at: number };
  postcodes: { country: string; code: string; area_id: string };
  pause_requests: {
    id: Id;
    representative_id: number;
    campaign_id: number;
    asked_at: number;
    decided_at: number | null;
    granted: Flag | null;
  };
  messages: {
    id: Id;
    campaign_id: number;
    kind: MessageKind;
    locale: string;
    sealed: Bytes;
    mail_period: number;
    address_index: ColumnType<Buffer | null>;
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
