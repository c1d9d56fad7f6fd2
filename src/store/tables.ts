import type { Schema } from './schema.ts';

/** One table, as a backup needs to know it. */
export interface Table {
  name: keyof Schema;
  /** Columns that find a row, in the order of its index. */
  key: readonly string[];
  /** Columns that hold bytes. */
  bytes: readonly string[];
}

/** Every table, each after those that it points to. A test holds this list against the database. */
export const tables: readonly Table[] = [
  { name: 'facts', key: ['name'], bytes: [] },
  { name: 'campaigns', key: ['id'], bytes: ['index_key'] },
  { name: 'organizer_keys', key: ['id'], bytes: ['mac'] },
  { name: 'epochs', key: ['id'], bytes: ['wrapped'] },
  { name: 'mail_keys', key: ['hour'], bytes: ['wrapped'] },
  { name: 'signature_counts', key: ['campaign_id', 'state'], bytes: [] },
  { name: 'texts', key: ['id'], bytes: ['sha256'] },
  { name: 'text_versions', key: ['id'], bytes: [] },
  {
    name: 'signatures',
    key: ['id'],
    bytes: ['address_index', 'sealed', 'own', 'to_show', 'link_hash', 'code_hash'],
  },
  { name: 'resubmissions', key: ['id'], bytes: ['sealed', 'own', 'to_show', 'link_hash', 'code_hash'] },
  { name: 'public_names', key: ['signature_id'], bytes: [] },
  { name: 'links', key: ['id'], bytes: ['address_index', 'link_hash'] },
  { name: 'code_tries', key: ['campaign_id', 'address_index'], bytes: ['address_index'] },
  { name: 'directories', key: ['id'], bytes: [] },
  { name: 'representatives', key: ['id'], bytes: [] },
  {
    name: 'letters',
    key: ['id'],
    bytes: ['address_index', 'sealed', 'own', 'text', 'text_key', 'link_hash', 'code_hash'],
  },
  { name: 'deliveries', key: ['id'], bytes: [] },
  { name: 'messages', key: ['id'], bytes: ['sealed'] },
];
