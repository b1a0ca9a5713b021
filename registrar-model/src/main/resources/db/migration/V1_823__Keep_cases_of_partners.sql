-- correspondence.exchange: what partners submit beside requests for documents

CREATE TABLE exchange_case (
  id          BIGINT       NOT NULL PRIMARY KEY,
  uuid        UUID         NOT NULL,
  partner_id  BIGINT       NOT NULL,
  kind        VARCHAR(16)  NOT NULL,
  receipt     VARCHAR(24)  NOT NULL,
  message_id  VARCHAR(36)  NOT NULL,
  subject     VARCHAR(300) NOT NULL,
  -- what was submitted, as a JSON object of texts in their order
  contents    LONGTEXT     NOT NULL,
  -- what people have decided, as a JSON object of texts
  decision    LONGTEXT     NULL,
  status      VARCHAR(24)  NOT NULL,
  reason      VARCHAR(500) NULL,
  received_at DATETIME(6)  NOT NULL,
  changed_at  DATETIME(6)  NOT NULL,
  CONSTRAINT uq_exchange_case_uuid UNIQUE (uuid),
  CONSTRAINT uq_exchange_case_receipt UNIQUE (receipt),
  CONSTRAINT uq_exchange_case_message UNIQUE (partner_id, message_id),
  CONSTRAINT fk_exchange_case_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT ck_exchange_case_kind CHECK (kind IN ('LETTER', 'RECOGNITION', 'MOBILITY')),
  CONSTRAINT ck_exchange_case_contents CHECK (JSON_VALID(contents) AND (decision IS NULL OR JSON_VALID(decision)))
);
CREATE INDEX ix_exchange_case_status ON exchange_case (kind, status, received_at);

CREATE TABLE exchange_case_step (
  id        BIGINT       NOT NULL PRIMARY KEY,
  case_id   BIGINT       NOT NULL,
  status    VARCHAR(24)  NOT NULL,
  side      VARCHAR(16)  NOT NULL,
  taken_by  VARCHAR(64)  NOT NULL,
  taken_at  DATETIME(6)  NOT NULL,
  reason    VARCHAR(500) NULL,
  CONSTRAINT fk_exchange_case_step_case FOREIGN KEY (case_id) REFERENCES exchange_case (id)
);
CREATE TRIGGER exchange_case_step_no_update BEFORE UPDATE ON exchange_case_step FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'exchange_case_step is append-only';
CREATE TRIGGER exchange_case_step_no_delete BEFORE DELETE ON exchange_case_step FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'exchange_case_step is append-only';

CREATE TABLE exchange_case_file (
  id         BIGINT       NOT NULL PRIMARY KEY,
  uuid       UUID         NOT NULL,
  case_id    BIGINT       NOT NULL,
  name       VARCHAR(200) NOT NULL,
  media_type VARCHAR(100) NOT NULL,
  sha256     BINARY(32)   NOT NULL,
  content    LONGBLOB     NOT NULL,
  added_at   DATETIME(6)  NOT NULL,
  CONSTRAINT uq_exchange_case_file_uuid UNIQUE (uuid),
  CONSTRAINT fk_exchange_case_file_case FOREIGN KEY (case_id) REFERENCES exchange_case (id)
);

-- access.partner: what the university has for partners, written with what it is about
CREATE TABLE partner_outbox (
  id              BIGINT       NOT NULL PRIMARY KEY,
  uuid            UUID         NOT NULL,
  partner_id      BIGINT       NOT NULL,
  -- what it is about: one after the other, in the order of the keys
  aggregate       VARCHAR(64)  NOT NULL,
  kind            VARCHAR(32)  NOT NULL,
  in_reply_to     VARCHAR(24)  NULL,
  subject         VARCHAR(200) NOT NULL,
  text            VARCHAR(4000) NULL,
  created_at      DATETIME(6)  NOT NULL,
  state           VARCHAR(16)  NOT NULL DEFAULT 'WAITING',
  acknowledged_at DATETIME(6)  NULL,
  CONSTRAINT uq_partner_outbox_uuid UNIQUE (uuid),
  CONSTRAINT fk_partner_outbox_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT ck_partner_outbox_state CHECK (state IN ('WAITING', 'ACKNOWLEDGED')),
  CONSTRAINT ck_partner_outbox_acknowledged CHECK ((state = 'ACKNOWLEDGED') = (acknowledged_at IS NOT NULL))
);
CREATE INDEX ix_partner_outbox_partner ON partner_outbox (partner_id, state, id);
