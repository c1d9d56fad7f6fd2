-- Times are whole seconds since 1970, UTC; those of people are floored to the hour.
-- Names, addresses, postcodes, comments and letters stand nowhere here but in the columns sealed, own, to_show, text and
-- shown, which nothing in this file opens.

CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  -- Wrapped by the server key; recognises addresses. Empty once the campaign was closed for good.
  index_key BLOB,
  closed_at INTEGER,
  -- When the server first saw that everything about people is soon to be deleted.
  ending_seen_at INTEGER,
  -- When everything about people was deleted; the counts stay.
  emptied_at INTEGER
);

-- Whom epochs are sealed to. The mac shows that the server key was at hand when the row was written.
CREATE TABLE organizer_keys (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL UNIQUE,
  added_at INTEGER NOT NULL,
  retired_at INTEGER,
  checked_at INTEGER,
  mac BLOB NOT NULL
);

-- Keys of sealed columns, each an age file for the organizers whose numbers wrapped_for lists.
CREATE TABLE epochs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  wrapped BLOB NOT NULL,
  wrapped_for TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

-- Keys of the outbox, ten minutes each (counted since 1970), wrapped by the server key; deleted once their mail is settled.
CREATE TABLE mail_keys (
  period INTEGER PRIMARY KEY,
  wrapped BLOB NOT NULL
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
  -- Name, address, postcode, comment and consent to news: for organizers, by the epoch's key.
  sealed BLOB NOT NULL,
  epoch_id INTEGER NOT NULL REFERENCES epochs (id),
  -- The same for the signer, by a key that only the link in the mail gives.
  own BLOB NOT NULL,
  -- Which form all this came with: the beginning of its link's hash, to which the sealed columns are bound.
  form BLOB NOT NULL,
  -- Name and comment until they are shown, for those who chose that; by the server key.
  to_show BLOB,
  public INTEGER NOT NULL,
  -- Taken back since: wins over the consent that is sealed.
  no_news INTEGER NOT NULL DEFAULT 0,
  country TEXT NOT NULL,
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

CREATE INDEX pending_signatures ON signatures (campaign_id, created_at) WHERE state = 'pending';

-- A form sent again before the first was confirmed. Each mail's link confirms what was sent with it.
CREATE TABLE resubmissions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  signature_id INTEGER NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL,
  epoch_id INTEGER NOT NULL REFERENCES epochs (id),
  own BLOB NOT NULL,
  form BLOB NOT NULL,
  to_show BLOB,
  public INTEGER NOT NULL,
  country TEXT NOT NULL,
  source TEXT NOT NULL,
  locale TEXT NOT NULL,
  petition_text_id INTEGER NOT NULL REFERENCES texts (id),
  consent_text_id INTEGER NOT NULL REFERENCES texts (id),
  link_hash BLOB NOT NULL,
  code_hash BLOB NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE INDEX resubmissions_of ON resubmissions (signature_id);

CREATE INDEX waiting_resubmissions ON resubmissions (created_at) WHERE length(own) > 0;

-- Those who confirmed and chose to be shown: name and comment, sealed for the server, which shows them. In plain they would
-- stay in the file's corners after they were erased.
CREATE TABLE public_names (
  signature_id INTEGER PRIMARY KEY REFERENCES signatures (id) ON DELETE CASCADE,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  shown BLOB NOT NULL,
  country TEXT NOT NULL,
  shown_at INTEGER NOT NULL
);

CREATE INDEX newest_public_names ON public_names (campaign_id, shown_at, signature_id);

-- Links that were mailed later, to what we hold about an address. mail_day is 0 where another mail carried the link.
CREATE TABLE links (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  address_index BLOB NOT NULL,
  link_hash BLOB NOT NULL,
  mail_day INTEGER NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE INDEX links_of_address ON links (campaign_id, address_index);

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
  -- Name, address and postcode of the writer, as in signatures.
  sealed BLOB NOT NULL,
  epoch_id INTEGER NOT NULL REFERENCES epochs (id),
  own BLOB NOT NULL,
  -- The letter while it is on its way, by a key of its own that the server key wraps. Both go after some weeks.
  text BLOB,
  text_key BLOB,
  country TEXT NOT NULL,
  locale TEXT NOT NULL,
  link_hash BLOB NOT NULL,
  code_hash BLOB NOT NULL,
  mail_day INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  verified_at INTEGER,
  scrubbed_at INTEGER
);

CREATE INDEX letters_of_address ON letters (campaign_id, address_index);

CREATE INDEX letters_with_text ON letters (campaign_id, created_at) WHERE text IS NOT NULL;

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  letter_id INTEGER NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
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
  -- Recipient and contents, by the mail key of this period; empty once settled.
  sealed BLOB NOT NULL,
  mail_period INTEGER NOT NULL,
  -- Whose it is while it waits, so that it goes with whoever erases everything.
  address_index BLOB,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  claim TEXT,
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  failure TEXT
);

CREATE INDEX messages_to_send ON messages (due_at) WHERE state IN ('due', 'claimed');

CREATE INDEX messages_by_mail_period ON messages (mail_period) WHERE state IN ('due', 'claimed');
