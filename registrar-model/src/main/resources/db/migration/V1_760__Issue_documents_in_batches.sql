-- transcript: documents of one kind for many students, prepared in one act and signed in another,
-- each document in steps of its own; what is done is not done again, whatever stops the server

CREATE SEQUENCE document_batch_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE document_batch (
  id          BIGINT       NOT NULL PRIMARY KEY,
  uuid        UUID         NOT NULL,
  kind        VARCHAR(32)  NOT NULL,
  languages   VARCHAR(16)  NOT NULL,
  purpose     VARCHAR(300) NULL,
  chosen      VARCHAR(300) NOT NULL,
  prepared_by VARCHAR(64)  NOT NULL,
  prepared_at DATETIME(6)  NOT NULL,
  act         VARCHAR(8)   NOT NULL,
  acting      VARCHAR(64)  NOT NULL,
  roles       VARCHAR(120) NOT NULL,
  state       VARCHAR(8)   NOT NULL,
  begun_at    DATETIME(6)  NOT NULL,
  -- when something was done last: what is silent for long works no more
  alive_at    DATETIME(6)  NOT NULL,
  ended_at    DATETIME(6)  NULL,
  version     INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_document_batch_uuid UNIQUE (uuid),
  CONSTRAINT fk_document_batch_kind FOREIGN KEY (kind) REFERENCES document_kind (code),
  CONSTRAINT ck_document_batch_act CHECK (act IN ('PREPARE', 'SIGN')),
  CONSTRAINT ck_document_batch_state CHECK (state IN ('RUNNING', 'PAUSED', 'ENDED')),
  CONSTRAINT ck_document_batch_ended CHECK ((state = 'ENDED') = (ended_at IS NOT NULL)),
  CONSTRAINT ck_document_batch_four_eyes CHECK (act = 'PREPARE' OR acting <> prepared_by)
);
CREATE INDEX ix_document_batch_state ON document_batch (state, alive_at);

CREATE TABLE document_batch_line (
  batch_id    BIGINT   NOT NULL,
  place       INT      NOT NULL,
  student_id  BIGINT   NOT NULL,
  document_id BIGINT   NULL,
  -- why it was not done in the act that goes on; an empty list where the system failed
  reasons     LONGTEXT NULL,
  PRIMARY KEY (batch_id, place),
  CONSTRAINT uq_document_batch_line_student UNIQUE (batch_id, student_id),
  CONSTRAINT uq_document_batch_line_document UNIQUE (document_id),
  CONSTRAINT fk_document_batch_line_batch FOREIGN KEY (batch_id) REFERENCES document_batch (id),
  CONSTRAINT fk_document_batch_line_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_document_batch_line_document FOREIGN KEY (document_id) REFERENCES issued_document (id),
  CONSTRAINT ck_document_batch_line_reasons CHECK (reasons IS NULL OR JSON_VALID(reasons))
);
