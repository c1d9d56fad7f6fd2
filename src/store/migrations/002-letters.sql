-- The zone in which a directory's representatives keep office hours (IANA), and one's own where it differs.
ALTER TABLE directories ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
ALTER TABLE representatives ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';

-- Made-up representatives, to try things with: nothing is paced.
ALTER TABLE directories ADD COLUMN demonstration INTEGER NOT NULL DEFAULT 0;

-- When the address refused mail for good. A new address from a later import starts anew.
ALTER TABLE representatives ADD COLUMN bounced_at INTEGER;

-- When an organizer decided that a representative, or a whole campaign, gets no letters for now.
ALTER TABLE representatives ADD COLUMN paused_at INTEGER;
ALTER TABLE campaigns ADD COLUMN letters_paused_at INTEGER;

-- How much of a letter was the template's, in tenths, for the campaign's distribution.
ALTER TABLE letters ADD COLUMN template_share INTEGER NOT NULL DEFAULT 0;

-- The hours in which a verified letter joined its representative's queue, and left it.
ALTER TABLE deliveries ADD COLUMN queued_at INTEGER;
ALTER TABLE deliveries ADD COLUMN released_at INTEGER;

-- A mail server that was not ready puts a letter back into its queue: how often, and until when.
ALTER TABLE deliveries ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN retry_at INTEGER;

-- When the writer was asked whether there was an answer, and what they said.
ALTER TABLE deliveries ADD COLUMN asked_at INTEGER;
ALTER TABLE deliveries ADD COLUMN answered TEXT;

CREATE INDEX waiting_deliveries ON deliveries (representative_id, id)
  WHERE state = 'queued' AND queued_at IS NOT NULL AND released_at IS NULL;

-- How many letters a mailbox of representatives was tried with in each hour: what caps count, whoever is erased and however
-- many representatives share it. Addresses are in small letters; rows are kept for two days.
CREATE TABLE releases (
  mailbox TEXT NOT NULL,
  hour INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (mailbox, hour)
) WITHOUT ROWID;

CREATE INDEX settled_messages ON messages (settled_at) WHERE settled_at IS NOT NULL;

-- Which areas a postcode, or its beginning, lies in. Codes are in capitals, without spaces.
CREATE TABLE lookups (
  country TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  as_of TEXT NOT NULL,
  imported_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE postcodes (
  country TEXT NOT NULL REFERENCES lookups (country) ON DELETE CASCADE,
  code TEXT NOT NULL,
  area_id TEXT NOT NULL,
  PRIMARY KEY (country, code, area_id)
) WITHOUT ROWID;

-- A representative's wish for a pause; an organizer decides.
CREATE TABLE pause_requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  representative_id INTEGER NOT NULL REFERENCES representatives (id),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  asked_at INTEGER NOT NULL,
  decided_at INTEGER,
  granted INTEGER
);
