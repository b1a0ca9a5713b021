-- access.partner: what submits something is kept before it is acted on, and taken once

CREATE TABLE partner_message (
  id             BIGINT        NOT NULL PRIMARY KEY,
  uuid           UUID          NOT NULL,
  partner_id     BIGINT        NOT NULL,
  message_id     VARCHAR(100)  NOT NULL,
  service        VARCHAR(32)   NOT NULL,
  operation      VARCHAR(64)   NOT NULL,
  version        VARCHAR(8)    NOT NULL,
  request_type   VARCHAR(300)  NULL,
  -- as it came but for the password
  request        LONGBLOB      NOT NULL,
  -- of what it asks, without its header
  payload_sha256 BINARY(32)    NOT NULL,
  received_at    DATETIME(6)   NOT NULL,
  state          VARCHAR(16)   NOT NULL,
  attempts       INT           NOT NULL DEFAULT 1,
  -- the start of a server that is at it now
  claimed_by     VARCHAR(100)  NULL,
  claimed_until  DATETIME(6)   NULL,
  -- why it is not answered
  reason         VARCHAR(2000) NULL,
  answer_type    VARCHAR(300)  NULL,
  answer         LONGBLOB      NULL,
  handled_by     VARCHAR(64)   NULL,
  handled_at     DATETIME(6)   NULL,
  CONSTRAINT uq_partner_message_uuid UNIQUE (uuid),
  CONSTRAINT uq_partner_message_id UNIQUE (partner_id, message_id),
  CONSTRAINT fk_partner_message_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT ck_partner_message_state CHECK (state IN ('RECEIVED', 'ANSWERED', 'REFUSED', 'QUARANTINED', 'DISCARDED')),
  CONSTRAINT ck_partner_message_answered CHECK ((state = 'ANSWERED') = (answer IS NOT NULL)),
  CONSTRAINT ck_partner_message_reason CHECK (state NOT IN ('QUARANTINED', 'DISCARDED') OR reason IS NOT NULL)
);
CREATE INDEX ix_partner_message_state ON partner_message (state, received_at);
CREATE INDEX ix_partner_message_received ON partner_message (received_at);
