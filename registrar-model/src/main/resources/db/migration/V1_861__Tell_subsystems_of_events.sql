-- access.event: what has happened, written with the fact itself, and who is told by webhook

CREATE SEQUENCE api_event_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE api_event (
  id          BIGINT       NOT NULL PRIMARY KEY,
  uuid        UUID         NOT NULL,
  -- place in the feed, given after the commit
  place       BIGINT       NULL,
  type        VARCHAR(32)  NOT NULL,
  at          DATETIME(6)  NOT NULL,
  student_id  BIGINT       NULL,
  section_id  BIGINT       NULL,
  sheet_id    BIGINT       NULL,
  document_id BIGINT       NULL,
  -- what else it tells, an object in JSON
  detail      VARCHAR(500) NOT NULL DEFAULT '{}',
  CONSTRAINT uq_api_event_uuid UNIQUE (uuid),
  CONSTRAINT uq_api_event_place UNIQUE (place),
  CONSTRAINT ck_api_event_type CHECK (type IN ('GRADE_POSTED', 'ENROLLMENT_CHANGED', 'EXAM_RESCHEDULED', 'STUDENT_STATUS_CHANGED', 'TRANSCRIPT_ISSUED')),
  CONSTRAINT fk_api_event_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_api_event_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT fk_api_event_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_api_event_document FOREIGN KEY (document_id) REFERENCES issued_document (id)
);
CREATE TABLE api_event_feed (
  id    TINYINT NOT NULL PRIMARY KEY,
  place BIGINT  NOT NULL,
  CONSTRAINT ck_api_event_feed CHECK (id = 1)
);
INSERT INTO api_event_feed (id, place) VALUES (1, 0);

CREATE TABLE webhook (
  id           BIGINT       NOT NULL PRIMARY KEY,
  uuid         UUID         NOT NULL,
  subsystem_id BIGINT       NOT NULL,
  url          VARCHAR(500) NOT NULL,
  -- names of types with spaces between
  types        VARCHAR(300) NOT NULL,
  state        VARCHAR(16)  NOT NULL DEFAULT 'ACTIVE',
  state_reason VARCHAR(200) NULL,
  -- the secret follows from the seal key, the public id and this number
  secret_no    INT          NOT NULL DEFAULT 1,
  -- until then messages are signed by the secret before as well
  overlap_until DATETIME(6) NULL,
  -- events up to here have been handed to deliveries
  place        BIGINT       NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  created_by   VARCHAR(64)  NOT NULL,
  CONSTRAINT uq_webhook_uuid UNIQUE (uuid),
  CONSTRAINT fk_webhook_subsystem FOREIGN KEY (subsystem_id) REFERENCES subsystem (id),
  CONSTRAINT ck_webhook_state CHECK (state IN ('ACTIVE', 'GONE', 'ENDED'))
);

CREATE TABLE webhook_delivery (
  id           BIGINT       NOT NULL PRIMARY KEY,
  uuid         UUID         NOT NULL,
  webhook_id   BIGINT       NOT NULL,
  event_id     BIGINT       NOT NULL,
  state        VARCHAR(16)  NOT NULL DEFAULT 'WAITING',
  attempts     INT          NOT NULL DEFAULT 0,
  next_at      DATETIME(6)  NOT NULL,
  -- a server is sending it until then
  claimed_until DATETIME(6) NULL,
  -- status of HTTP, or why there was none
  failure      VARCHAR(200) NULL,
  delivered_at DATETIME(6)  NULL,
  CONSTRAINT uq_webhook_delivery_uuid UNIQUE (uuid),
  CONSTRAINT uq_webhook_delivery UNIQUE (webhook_id, event_id),
  CONSTRAINT fk_webhook_delivery_webhook FOREIGN KEY (webhook_id) REFERENCES webhook (id),
  CONSTRAINT fk_webhook_delivery_event FOREIGN KEY (event_id) REFERENCES api_event (id),
  CONSTRAINT ck_webhook_delivery_state CHECK (state IN ('WAITING', 'DELIVERED', 'DEAD')),
  CONSTRAINT ck_webhook_delivery_done CHECK ((state = 'DELIVERED') = (delivered_at IS NOT NULL))
);
CREATE INDEX ix_webhook_delivery_next ON webhook_delivery (state, next_at);
