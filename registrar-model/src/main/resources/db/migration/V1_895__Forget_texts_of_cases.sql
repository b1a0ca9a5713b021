-- correspondence.exchange, access.partner: what a case says and what was told of it are kept for the same term
-- as messages and files (PRT-21); that it was, and what became of it, stays
ALTER TABLE exchange_case
  MODIFY contents LONGTEXT NULL,
  ADD COLUMN forgotten_at DATETIME(6) NULL,
  ADD CONSTRAINT ck_exchange_case_forgotten CHECK ((contents IS NULL) = (forgotten_at IS NOT NULL));
CREATE INDEX ix_exchange_case_kept ON exchange_case (forgotten_at, changed_at);

ALTER TABLE partner_outbox
  ADD COLUMN forgotten_at DATETIME(6) NULL,
  ADD CONSTRAINT ck_partner_outbox_forgotten CHECK (forgotten_at IS NULL OR (text IS NULL AND state IN ('ACKNOWLEDGED', 'GIVEN_UP')));
CREATE INDEX ix_partner_outbox_kept ON partner_outbox (forgotten_at, created_at);
