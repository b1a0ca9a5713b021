-- access.partner: every call with what came and what was answered

CREATE TABLE partner_call (
  id             BIGINT       NOT NULL PRIMARY KEY,
  uuid           UUID         NOT NULL,
  -- NULL where nobody known has called
  partner_id     BIGINT       NULL,
  service        VARCHAR(32)  NOT NULL,
  operation      VARCHAR(64)  NULL,
  message_id     VARCHAR(100) NULL,
  correlation_id VARCHAR(100) NULL,
  purpose        VARCHAR(64)  NULL,
  version        VARCHAR(8)   NOT NULL,
  address        VARCHAR(64)  NOT NULL,
  proof          VARCHAR(16)  NULL,
  signature      VARCHAR(16)  NOT NULL,
  called_at      DATETIME(6)  NOT NULL,
  millis         INT          NOT NULL,
  outcome        VARCHAR(8)   NOT NULL,
  fault          VARCHAR(64)  NULL,
  request_bytes  INT          NOT NULL,
  request_sha256 BINARY(32)   NULL,
  answer_bytes   INT          NOT NULL,
  answer_sha256  BINARY(32)   NULL,
  CONSTRAINT uq_partner_call_uuid UNIQUE (uuid),
  CONSTRAINT fk_partner_call_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT ck_partner_call_outcome CHECK (outcome IN ('ANSWER', 'FAULT') AND (outcome = 'FAULT') = (fault IS NOT NULL))
);
CREATE INDEX ix_partner_call_at ON partner_call (called_at);
CREATE INDEX ix_partner_call_partner ON partner_call (partner_id, called_at);
CREATE INDEX ix_partner_call_message ON partner_call (message_id);
CREATE TRIGGER partner_call_no_update BEFORE UPDATE ON partner_call FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'partner_call is append-only';
CREATE TRIGGER partner_call_no_delete BEFORE DELETE ON partner_call FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'partner_call is append-only';

-- what was sent, byte for byte but for the password; forgotten when its time is over, not before
CREATE TABLE partner_call_content (
  call_id      BIGINT       NOT NULL PRIMARY KEY,
  request_type VARCHAR(300) NULL,
  request      LONGBLOB     NULL,
  answer_type  VARCHAR(300) NULL,
  answer       LONGBLOB     NULL,
  keep_until   DATE         NOT NULL,
  CONSTRAINT fk_partner_call_content_call FOREIGN KEY (call_id) REFERENCES partner_call (id)
);
CREATE INDEX ix_partner_call_content_until ON partner_call_content (keep_until);
CREATE TRIGGER partner_call_content_no_update BEFORE UPDATE ON partner_call_content FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what partners sent is append-only';
DELIMITER //
CREATE TRIGGER partner_call_content_kept BEFORE DELETE ON partner_call_content FOR EACH ROW
BEGIN
  IF OLD.keep_until >= university_today() THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what partners sent is kept until its day';
  END IF;
END//
DELIMITER ;
