-- Times are whole seconds since 1970, UTC; those of people are floored to the hour.

CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE
);

-- Increments inside the transaction that changes a signature; never COUNT(*).
CREATE TABLE signature_counts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  state TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, state)
) WITHOUT ROWID;

-- Every wording that somebody agreed to, once.
CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,
  body TEXT NOT NULL
);

-- Which wording was shown from when on. The newest row is the one shown now.
CREATE TABLE text_versions (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  kind TEXT NOT NULL,
  locale TEXT NOT NULL,
  text_id INTEGER NOT NULL REFERENCES texts (id),
  since_at INTEGER NOT NULL
);

CREATE TABLE signatures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  state TEXT NOT NULL,
  address_index BLOB NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  country TEXT NOT NULL,
  postcode TEXT NOT NULL,
  comment TEXT NOT NULL,
  public INTEGER NOT NULL,
  updates INTEGER NOT NULL,
  source TEXT NOT NULL,
  locale TEXT NOT NULL,
  petition_text_id INTEGER NOT NULL REFERENCES texts (id),
  consent_text_id INTEGER NOT NULL REFERENCES texts (id),
  link_hash BLOB NOT NULL,
  code_hash BLOB NOT NULL,
  mail_day INTEGER NOT NULL,
  mails_that_day INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  UNIQUE (campaign_id, address_index)
);

CREATE INDEX public_signatures ON signatures (campaign_id, confirmed_at, id)
WHERE public = 1 AND state = 'confirmed';

CREATE INDEX pending_signatures ON signatures (created_at) WHERE state = 'pending';

-- A form sent again before the first was confirmed. Each mail's link confirms what was sent with it.
CREATE TABLE resubmissions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  signature_id INTEGER NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  country TEXT NOT NULL,
  postcode TEXT NOT NULL,
  comment TEXT NOT NULL,
  public INTEGER NOT NULL,
  updates INTEGER NOT NULL,
  source TEXT NOT NULL,
  locale TEXT NOT NULL,
  petition_text_id INTEGER NOT NULL REFERENCES texts (id),
  consent_text_id INTEGER NOT NULL REFERENCES texts (id),
  link_hash BLOB NOT NULL,
  code_hash BLOB NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE INDEX resubmissions_of ON resubmissions (signature_id);

-- Tries at the six digits, in the hour that began with the first. Only addresses that we know have a row.
CREATE TABLE code_tries (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  address_index BLOB NOT NULL,
  since_at INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, address_index)
) WITHOUT ROWID;

CREATE TABLE directories (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  as_of TEXT NOT NULL,
  usable_for_sending INTEGER NOT NULL,
  imported_at INTEGER NOT NULL
);

CREATE TABLE representatives (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  directory_id TEXT NOT NULL REFERENCES directories (id),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  party TEXT NOT NULL,
  area_id TEXT NOT NULL,
  area_name TEXT NOT NULL,
  country TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  contact_form TEXT NOT NULL,
  address TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  -- No longer in the directory's newest import; kept because letters point to it.
  gone INTEGER NOT NULL DEFAULT 0,
  UNIQUE (directory_id, key)
);

CREATE INDEX representatives_by_country ON representatives (country, area_id);

CREATE TABLE letters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  state TEXT NOT NULL,
  address_index BLOB NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  country TEXT NOT NULL,
  postcode TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  locale TEXT NOT NULL,
  link_hash BLOB NOT NULL,
  code_hash BLOB NOT NULL,
  mail_day INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  verified_at INTEGER,
  scrubbed_at INTEGER
);

CREATE INDEX letters_of_address ON letters (campaign_id, address_index);

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  letter_id INTEGER NOT NULL REFERENCES letters (id),
  representative_id INTEGER NOT NULL REFERENCES representatives (id),
  state TEXT NOT NULL,
  settled_at INTEGER,
  UNIQUE (letter_id, representative_id)
);

CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  kind TEXT NOT NULL,
  locale TEXT NOT NULL,
  recipient TEXT NOT NULL,
  data TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  claim TEXT,
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  failure TEXT
);

CREATE INDEX messages_to_send ON messages (due_at) WHERE state IN ('due', 'claimed');
