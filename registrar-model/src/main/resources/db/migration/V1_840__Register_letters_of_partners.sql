-- correspondence: a letter of a partner is a letter of the office, and a reply waits where the partner fetches it

ALTER TABLE exchange_case
  ADD COLUMN letter_id BIGINT NULL AFTER decision,
  ADD CONSTRAINT uq_exchange_case_letter UNIQUE (letter_id),
  ADD CONSTRAINT fk_exchange_case_letter FOREIGN KEY (letter_id) REFERENCES letter (id),
  ADD CONSTRAINT ck_exchange_case_letter CHECK (letter_id IS NULL OR kind = 'LETTER');

ALTER TABLE letter
  ADD COLUMN outbox_id BIGINT NULL AFTER mail_id,
  ADD CONSTRAINT uq_letter_outbox UNIQUE (outbox_id),
  ADD CONSTRAINT fk_letter_outbox FOREIGN KEY (outbox_id) REFERENCES partner_outbox (id);
