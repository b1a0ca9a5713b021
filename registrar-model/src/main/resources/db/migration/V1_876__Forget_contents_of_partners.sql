-- access.partner: contents of messages and files are kept for a term; that they came, and what they were, stays
ALTER TABLE partner_message
  MODIFY request LONGBLOB NULL,
  ADD COLUMN forgotten_at DATETIME(6) NULL,
  DROP CONSTRAINT ck_partner_message_answered;
ALTER TABLE partner_message
  ADD CONSTRAINT ck_partner_message_answered CHECK ((state = 'ANSWERED' AND forgotten_at IS NULL) = (answer IS NOT NULL)),
  ADD CONSTRAINT ck_partner_message_forgotten CHECK ((request IS NULL) = (forgotten_at IS NOT NULL));
CREATE INDEX ix_partner_message_kept ON partner_message (forgotten_at, received_at);

ALTER TABLE exchange_case_file
  MODIFY content LONGBLOB NULL,
  ADD COLUMN forgotten_at DATETIME(6) NULL,
  ADD CONSTRAINT ck_exchange_case_file_forgotten CHECK ((content IS NULL) = (forgotten_at IS NOT NULL));
CREATE INDEX ix_exchange_case_file_kept ON exchange_case_file (forgotten_at, added_at);

INSERT INTO university_setting (code, valid_from, value) VALUES
  -- PRT-21: days after a matter of a partner has ended
  ('partner.content-days', '2020-01-01', '1095');
