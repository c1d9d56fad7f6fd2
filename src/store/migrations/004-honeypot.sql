-- Whether a form came with the field filled in that people do not see: as a robot does it, or a browser that fills in all it finds.
-- Counted by the hour in signature_trends as well, where it was (kind honeypot, tag 01).
ALTER TABLE signatures ADD COLUMN honeypot INTEGER NOT NULL DEFAULT 0;
ALTER TABLE resubmissions ADD COLUMN honeypot INTEGER NOT NULL DEFAULT 0;
