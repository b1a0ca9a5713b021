-- access.partner: what the university has for partners is delivered to them, where their terms name an address

ALTER TABLE partner_terms ADD COLUMN endpoint VARCHAR(500) NULL AFTER signed_answers;

ALTER TABLE partner_outbox
  -- when it is sent next
  ADD COLUMN next_at        DATETIME(6)  NULL,
  ADD COLUMN attempts       INT          NOT NULL DEFAULT 0,
  -- the start of a server that is sending it now
  ADD COLUMN claimed_by     VARCHAR(100) NULL,
  ADD COLUMN claimed_until  DATETIME(6)  NULL,
  -- why the last attempt came to nothing, and the status of HTTP or the partner's own words
  ADD COLUMN failure        VARCHAR(16)  NULL,
  ADD COLUMN failure_detail VARCHAR(200) NULL,
  ADD COLUMN handled_by     VARCHAR(64)  NULL,
  ADD COLUMN handled_at     DATETIME(6)  NULL,
  ADD COLUMN handled_reason VARCHAR(500) NULL,
  DROP CONSTRAINT ck_partner_outbox_state,
  ADD CONSTRAINT ck_partner_outbox_state CHECK (state IN ('WAITING', 'ACKNOWLEDGED', 'DEAD', 'GIVEN_UP')),
  ADD CONSTRAINT ck_partner_outbox_given_up CHECK (state <> 'GIVEN_UP' OR handled_reason IS NOT NULL);
UPDATE partner_outbox SET next_at = created_at;
ALTER TABLE partner_outbox MODIFY COLUMN next_at DATETIME(6) NOT NULL;
CREATE INDEX ix_partner_outbox_next ON partner_outbox (state, next_at);
CREATE INDEX ix_partner_outbox_aggregate ON partner_outbox (partner_id, aggregate, id);

-- every attempt to send one
CREATE TABLE partner_delivery (
  id        BIGINT       NOT NULL PRIMARY KEY,
  outbox_id BIGINT       NOT NULL,
  at        DATETIME(6)  NOT NULL,
  millis    INT          NOT NULL,
  -- NULL where the partner took it
  failure   VARCHAR(16)  NULL,
  detail    VARCHAR(200) NULL,
  CONSTRAINT fk_partner_delivery_outbox FOREIGN KEY (outbox_id) REFERENCES partner_outbox (id)
);
CREATE TRIGGER partner_delivery_no_update BEFORE UPDATE ON partner_delivery FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'partner_delivery is append-only';
CREATE TRIGGER partner_delivery_no_delete BEFORE DELETE ON partner_delivery FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'partner_delivery is append-only';

-- addresses that fail, known to all servers
CREATE TABLE partner_circuit (
  partner_id   BIGINT      NOT NULL PRIMARY KEY,
  failures     INT         NOT NULL,
  paused_until DATETIME(6) NULL,
  CONSTRAINT fk_partner_circuit_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);

INSERT INTO university_setting (code, valid_from, value) VALUES
  -- pauses after the first attempt to deliver, the second and so on; after the last it is dead
  ('partner.push-pauses', '2020-01-01', '1m 5m 15m 1h 4h 12h 24h'),
  -- failures in a row after which an address is left alone, and for how many minutes
  ('partner.push-failures', '2020-01-01', '5'),
  ('partner.push-rest-minutes', '2020-01-01', '10');
