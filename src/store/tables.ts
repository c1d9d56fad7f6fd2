import type { Schema } from './schema.ts';

/** One table, as a backup needs to know it. */
export interface Table {
  name: keyof Schema;
  /** Columns that find a row, in the order of its index. */
  key: readonly string[];
  /** Columns that hold bytes. */
  bytes: readonly string[];
  /** Whether a backup leaves its rows out. */
  momentary?: true;
}

/** Tables whose rows get a number that is never given again, because mails and links carry it. */
export const numberedTables = [
  'epochs',
  'signatures',
  'resubmissions',
  'links',
  'representatives',
  'letters',
  'deliveries',
  'messages',
] as const;

/** Every table, each after those that it points to. A test holds this list against the database. */
export const tables: readonly Table[] = [
  { name: 'facts', key: ['name'], bytes: [] },
  { name: 'campaigns', key: ['id'], bytes: ['index_key'] },
  { name: 'organizer_keys', key: ['id'], bytes: ['mac'] },
  { name: 'epochs', key: ['id'], bytes: ['wrapped'] },
  { name: 'mail_keys', key: ['period'], bytes: ['wrapped'] },
  { name: 'signature_counts', key: ['campaign_id', 'origin', 'state'], bytes: [] },
  { name: 'signature_hours', key: ['campaign_id', 'hour', 'event'], bytes: [] },
  { name: 'signature_days', key: ['campaign_id', 'day', 'event'], bytes: [] },
  { name: 'signature_countries', key: ['campaign_id', 'origin', 'country'], bytes: [] },
  { name: 'signature_sources', key: ['campaign_id', 'source', 'state'], bytes: [] },
  { name: 'confirmation_delays', key: ['campaign_id', 'hours'], bytes: [] },
  { name: 'signature_trends', key: ['campaign_id', 'kind', 'hour', 'tag'], bytes: ['tag'] },
  { name: 'letter_counts', key: ['campaign_id', 'state'], bytes: [] },
  { name: 'outbox_counts', key: ['campaign_id'], bytes: [] },
  { name: 'mail_hours', key: ['hour', 'outcome', 'reason'], bytes: [] },
  { name: 'overrides', key: ['id'], bytes: [] },
  { name: 'invalidations', key: ['id'], bytes: [] },
  { name: 'texts', key: ['id'], bytes: ['sha256'] },
  { name: 'text_versions', key: ['id'], bytes: [] },
  {
    name: 'signatures',
    key: ['id'],
    bytes: ['address_index', 'sealed', 'own', 'form', 'to_show', 'link_hash', 'code_hash', 'network', 'mail_domain'],
  },
  { name: 'resubmissions', key: ['id'], bytes: ['sealed', 'own', 'form', 'to_show', 'link_hash', 'code_hash'] },
  { name: 'public_names', key: ['signature_id'], bytes: ['shown'] },
  { name: 'links', key: ['id'], bytes: ['address_index', 'link_hash'] },
  { name: 'code_tries', key: ['campaign_id', 'address_index'], bytes: ['address_index'] },
  { name: 'directories', key: ['id'], bytes: [] },
  { name: 'representatives', key: ['id'], bytes: [] },
  { name: 'delivery_counts', key: ['campaign_id', 'representative_id', 'state'], bytes: [] },
  {
    name: 'letters',
    key: ['id'],
    bytes: ['address_index', 'sealed', 'own', 'text', 'text_key', 'link_hash', 'code_hash'],
  },
  { name: 'deliveries', key: ['id'], bytes: [] },
  { name: 'messages', key: ['id'], bytes: ['sealed', 'address_index'] },
  { name: 'releases', key: ['mailbox', 'hour'], bytes: [] },
  { name: 'lookups', key: ['country'], bytes: [] },
  { name: 'postcodes', key: ['country', 'code', 'area_id'], bytes: [] },
  { name: 'pause_requests', key: ['id'], bytes: [] },
  { name: 'organizers', key: ['id'], bytes: [] },
  { name: 'organizer_passwords', key: ['id'], bytes: [] },
  { name: 'organizer_totps', key: ['id'], bytes: [] },
  { name: 'organizer_passkeys', key: ['id'], bytes: [] },
  { name: 'organizer_sessions', key: ['id'], bytes: [], momentary: true },
  { name: 'organizer_challenges', key: ['id'], bytes: [], momentary: true },
  { name: 'invitations', key: ['id'], bytes: ['token_hash'] },
  { name: 'audit', key: ['id'], bytes: ['mac'] },
];
