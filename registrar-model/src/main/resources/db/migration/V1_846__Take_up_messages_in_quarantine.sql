-- access.partner: a message in quarantine is taken up again, once for each time somebody asks for it

ALTER TABLE partner_message
  -- SHA-256 of what opens the entrance to it once
  ADD COLUMN take_up_ticket BINARY(32)  NULL,
  ADD COLUMN take_up_until  DATETIME(6) NULL,
  ADD CONSTRAINT uq_partner_message_take_up UNIQUE (take_up_ticket);
