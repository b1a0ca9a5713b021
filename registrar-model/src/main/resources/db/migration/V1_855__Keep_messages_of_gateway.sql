-- Messages to and from the gateway of the government, each kept as it was sent or came.
CREATE SEQUENCE gateway_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE gateway_message (
  id             BIGINT       NOT NULL PRIMARY KEY,
  uuid           UUID         NOT NULL,
  direction      VARCHAR(3)   NOT NULL,
  channel        VARCHAR(8)   NOT NULL,
  message_id     VARCHAR(64)  NOT NULL,
  correlation_id VARCHAR(64)  NULL,
  service_id     VARCHAR(100) NOT NULL,
  state          VARCHAR(16)  NOT NULL,
  original       LONGBLOB     NOT NULL,
  sha256         BINARY(32)   NOT NULL,
  answer         LONGBLOB     NULL,
  answer_code    VARCHAR(64)  NULL,
  answer_text    VARCHAR(500) NULL,
  attempts       SMALLINT     NOT NULL DEFAULT 0,
  next_at        DATETIME(6)  NULL,
  created_by     VARCHAR(64)  NOT NULL,
  created_at     DATETIME(6)  NOT NULL,
  done_at        DATETIME(6)  NULL,
  CONSTRAINT uq_gateway_message_uuid UNIQUE (uuid),
  -- a message that comes twice is one
  CONSTRAINT uq_gateway_message_id UNIQUE (direction, channel, message_id),
  CONSTRAINT ck_gateway_message_direction CHECK (direction IN ('OUT', 'IN')),
  CONSTRAINT ck_gateway_message_channel CHECK (channel IN ('SYNC', 'ASYNC')),
  CONSTRAINT ck_gateway_message_state CHECK (state IN ('WAITING', 'SENT', 'ANSWERED', 'FAILED', 'RECEIVED', 'REFUSED')),
  CONSTRAINT ck_gateway_message_next CHECK ((state = 'WAITING') = (next_at IS NOT NULL))
);
CREATE INDEX ix_gateway_message_due ON gateway_message (state, next_at);
CREATE INDEX ix_gateway_message_correlation ON gateway_message (correlation_id);

DELIMITER //
CREATE TRIGGER gateway_message_kept BEFORE UPDATE ON gateway_message FOR EACH ROW
BEGIN
  IF NOT (NEW.original <=> OLD.original AND NEW.sha256 <=> OLD.sha256 AND NEW.message_id <=> OLD.message_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a message stays as it was';
  END IF;
END//
CREATE TRIGGER gateway_message_not_deleted BEFORE DELETE ON gateway_message FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a message stays as it was'//
DELIMITER ;
