-- Who signs in at /organize. Tables and columns named like this are better-auth's; a handle stands where it wants an address.
CREATE TABLE organizers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  "emailVerified" INTEGER NOT NULL,
  image TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "twoFactorEnabled" INTEGER,
  role TEXT NOT NULL
);

CREATE TABLE organizer_sessions (
  id TEXT PRIMARY KEY,
  "expiresAt" TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "ipAddress" TEXT,
  "userAgent" TEXT,
  "userId" TEXT NOT NULL REFERENCES organizers (id) ON DELETE CASCADE
);

CREATE INDEX organizer_sessions_of ON organizer_sessions ("userId");

CREATE TABLE organizer_passwords (
  id TEXT PRIMARY KEY,
  "accountId" TEXT NOT NULL,
  "providerId" TEXT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES organizers (id) ON DELETE CASCADE,
  "accessToken" TEXT,
  "refreshToken" TEXT,
  "idToken" TEXT,
  "accessTokenExpiresAt" TEXT,
  "refreshTokenExpiresAt" TEXT,
  scope TEXT,
  password TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL
);

CREATE INDEX organizer_passwords_of ON organizer_passwords ("userId");

-- A sign-in between its two steps, or a passkey's challenge.
CREATE TABLE organizer_challenges (
  id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  "expiresAt" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL
);

CREATE INDEX organizer_challenges_by_name ON organizer_challenges (identifier);

CREATE TABLE organizer_totps (
  id TEXT PRIMARY KEY,
  secret TEXT NOT NULL,
  "backupCodes" TEXT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES organizers (id) ON DELETE CASCADE,
  verified INTEGER,
  "failedVerificationCount" INTEGER,
  "lockedUntil" TEXT
);

CREATE INDEX organizer_totps_of ON organizer_totps ("userId");

CREATE TABLE organizer_passkeys (
  id TEXT PRIMARY KEY,
  name TEXT,
  "publicKey" TEXT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES organizers (id) ON DELETE CASCADE,
  "credentialID" TEXT NOT NULL,
  counter INTEGER NOT NULL,
  "deviceType" TEXT NOT NULL,
  "backedUp" INTEGER NOT NULL,
  transports TEXT,
  "createdAt" TEXT,
  aaguid TEXT
);

CREATE INDEX organizer_passkeys_of ON organizer_passkeys ("userId");

-- Nobody puts theirs before somebody else's.
CREATE UNIQUE INDEX organizer_passkeys_by_credential ON organizer_passkeys ("credentialID");

-- Links that let somebody become an organizer, or begin again with a new password. Each works once.
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  handle TEXT NOT NULL,
  role TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
);

-- What organizers did. Each row's mac, by the server key, is over the row and the mac before it.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  -- A handle, or 'command' for whoever sat at the server.
  organizer TEXT NOT NULL,
  act TEXT NOT NULL,
  -- '' where it is about no campaign.
  campaign TEXT NOT NULL,
  facts TEXT NOT NULL,
  mac BLOB NOT NULL
);

-- An organizer's act wins over campaign.yaml. The newest row of a setting counts; a null takes the file's word again.
CREATE TABLE overrides (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  setting TEXT NOT NULL,
  value TEXT,
  set_at INTEGER NOT NULL,
  set_by TEXT NOT NULL
);

CREATE INDEX overrides_of ON overrides (campaign_id, setting, id);

-- Signatures that organizers took out of the count, by what they have in common, and why.
CREATE TABLE invalidations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  conditions TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  -- Signatures up to this number are looked at; up to that one they have been.
  last_id INTEGER NOT NULL,
  through_id INTEGER NOT NULL DEFAULT 0,
  -- How many it took out, and how many of those had counted.
  count INTEGER NOT NULL DEFAULT 0,
  confirmed INTEGER NOT NULL DEFAULT 0,
  settled_at INTEGER,
  undone_at INTEGER,
  undone_by TEXT
);

CREATE INDEX invalidations_of ON invalidations (campaign_id, id);

CREATE INDEX invalidations_to_do ON invalidations (id) WHERE state IN ('running', 'undoing');

-- Where a signature was gathered: here ('site'), on paper, or elsewhere ('import').
ALTER TABLE signatures ADD COLUMN origin TEXT NOT NULL DEFAULT 'site';

-- What it has in common with others, for looking after the count: the network it came from, by a key that is thrown away each
-- day, and the domain of its address, by the campaign's key. Both are emptied after some days.
ALTER TABLE signatures ADD COLUMN network BLOB;
ALTER TABLE signatures ADD COLUMN mail_domain BLOB;
ALTER TABLE signatures ADD COLUMN disposable INTEGER NOT NULL DEFAULT 0;
ALTER TABLE signatures ADD COLUMN invalidation_id INTEGER REFERENCES invalidations (id);

ALTER TABLE resubmissions ADD COLUMN network BLOB;

CREATE INDEX tagged_signatures ON signatures (created_at) WHERE network IS NOT NULL OR mail_domain IS NOT NULL;

CREATE INDEX invalidated_signatures ON signatures (invalidation_id, id) WHERE invalidation_id IS NOT NULL;

-- Those that nobody had confirmed go like all that nobody does.
CREATE INDEX invalidated_pending_signatures ON signatures (campaign_id, created_at)
  WHERE state = 'invalidated' AND confirmed_at IS NULL;

-- What an organizer said of it: waiting, approved or hidden. Withheld while its signature is invalidated. Of a hidden one that its
-- signer took back, an empty row stays, so that it is not shown should they change their mind.
ALTER TABLE public_names ADD COLUMN moderation TEXT NOT NULL DEFAULT 'waiting';
ALTER TABLE public_names ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;

DROP INDEX newest_public_names;

CREATE INDEX shown_public_names ON public_names (campaign_id, shown_at, signature_id)
  WHERE moderation <> 'hidden' AND withheld = 0;

CREATE INDEX approved_public_names ON public_names (campaign_id, shown_at, signature_id)
  WHERE moderation = 'approved' AND withheld = 0;

CREATE INDEX waiting_public_names ON public_names (campaign_id, shown_at, signature_id)
  WHERE moderation = 'waiting' AND withheld = 0;

CREATE INDEX hidden_public_names ON public_names (campaign_id, shown_at, signature_id)
  WHERE moderation = 'hidden' AND withheld = 0;

-- Tallies: increments in the transaction that changes a signature. Nothing that is shown is ever counted by a scan.
ALTER TABLE signature_counts RENAME TO old_counts;

CREATE TABLE signature_counts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, origin, state)
) WITHOUT ROWID;

INSERT INTO signature_counts (campaign_id, origin, state, count)
  SELECT campaign_id, 'site', state, count FROM old_counts;

DROP TABLE old_counts;

-- What happened to signatures gathered here, by the hour.
CREATE TABLE signature_hours (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  hour INTEGER NOT NULL,
  event TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, hour, event)
) WITHOUT ROWID;

INSERT INTO signature_hours (campaign_id, hour, event, count)
  SELECT campaign_id, created_at, 'received', COUNT(*) FROM signatures GROUP BY campaign_id, created_at;

INSERT INTO signature_hours (campaign_id, hour, event, count)
  SELECT campaign_id, confirmed_at, 'confirmed', COUNT(*) FROM signatures WHERE state = 'confirmed'
  GROUP BY campaign_id, confirmed_at;

-- The same by the day (UTC), counted since 1970: a history of years is then as many rows as it has days.
CREATE TABLE signature_days (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  day INTEGER NOT NULL,
  event TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, day, event)
) WITHOUT ROWID;

INSERT INTO signature_days (campaign_id, day, event, count)
  SELECT campaign_id, hour / 86400, event, SUM(count) FROM signature_hours GROUP BY campaign_id, hour / 86400, event;

-- Confirmed signatures by country.
CREATE TABLE signature_countries (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  origin TEXT NOT NULL,
  country TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, origin, country)
) WITHOUT ROWID;

INSERT INTO signature_countries (campaign_id, origin, country, count)
  SELECT campaign_id, 'site', country, COUNT(*) FROM signatures WHERE state = 'confirmed' GROUP BY campaign_id, country;

-- Confirmed signatures by the text of the petition that was signed.
CREATE TABLE signature_texts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  origin TEXT NOT NULL,
  text_id INTEGER NOT NULL REFERENCES texts (id),
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, origin, text_id)
) WITHOUT ROWID;

INSERT INTO signature_texts (campaign_id, origin, text_id, count)
  SELECT campaign_id, 'site', petition_text_id, COUNT(*) FROM signatures WHERE state = 'confirmed'
  GROUP BY campaign_id, petition_text_id;

-- By the code that the shared link carried: received and confirmed.
CREATE TABLE signature_sources (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  source TEXT NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, source, state)
) WITHOUT ROWID;

-- Anybody can make up codes: those that few came by are summed up.
CREATE INDEX strong_sources ON signature_sources (campaign_id, state, count) WHERE count >= 10;

INSERT INTO signature_sources (campaign_id, source, state, count)
  SELECT campaign_id, source, 'received', COUNT(*) FROM signatures GROUP BY campaign_id, source;

INSERT INTO signature_sources (campaign_id, source, state, count)
  SELECT campaign_id, source, 'confirmed', COUNT(*) FROM signatures WHERE state = 'confirmed'
  GROUP BY campaign_id, source;

-- How many hours lay between a form and its confirmation; all from a week on count as one.
CREATE TABLE confirmation_delays (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  hours INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, hours)
) WITHOUT ROWID;

-- Forms received, by the hour: by network, by mail domain, and by whether the address is one to throw away (tag 00 or 01); and how many
-- of an hour's were confirmed (tag 00). Kept for some days.
CREATE TABLE signature_trends (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  kind TEXT NOT NULL,
  hour INTEGER NOT NULL,
  tag BLOB NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, kind, hour, tag)
) WITHOUT ROWID;

CREATE INDEX strong_trends ON signature_trends (campaign_id, kind, hour, count) WHERE count >= 5;

-- Letters by state, and what became of the verified ones at each representative.
CREATE TABLE letter_counts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  state TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, state)
) WITHOUT ROWID;

INSERT INTO letter_counts (campaign_id, state, count)
  SELECT campaign_id, state, COUNT(*) FROM letters GROUP BY campaign_id, state;

CREATE TABLE delivery_counts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  representative_id INTEGER NOT NULL REFERENCES representatives (id),
  state TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, representative_id, state)
) WITHOUT ROWID;

INSERT INTO delivery_counts (campaign_id, representative_id, state, count)
  SELECT letters.campaign_id, deliveries.representative_id, deliveries.state, COUNT(*)
  FROM deliveries JOIN letters ON letters.id = deliveries.letter_id
  WHERE letters.state = 'verified'
  GROUP BY letters.campaign_id, deliveries.representative_id, deliveries.state;

-- Mails that are still to be sent.
CREATE TABLE outbox_counts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  count INTEGER NOT NULL,
  PRIMARY KEY (campaign_id)
) WITHOUT ROWID;

INSERT INTO outbox_counts (campaign_id, count)
  SELECT campaign_id, COUNT(*) FROM messages WHERE state IN ('due', 'claimed') GROUP BY campaign_id;

-- How tries to send a mail went, by the hour; kept for some weeks. A reason holds no address, and is '' for what was sent.
CREATE TABLE mail_hours (
  hour INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (hour, outcome, reason)
) WITHOUT ROWID;
