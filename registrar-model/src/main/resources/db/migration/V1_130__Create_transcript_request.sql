-- transcript: what organisations ask for, and the messages they asked by

CREATE SEQUENCE transcript_request_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

-- A transcript asked for from outside: prepared and signed by people, fetched by its receipt
CREATE TABLE transcript_request (
  id           BIGINT       NOT NULL PRIMARY KEY,
  uuid         UUID         NOT NULL,
  receipt      VARCHAR(24)  NOT NULL,
  account_id   BIGINT       NOT NULL,
  student_id   BIGINT       NOT NULL,
  languages    VARCHAR(16)  NOT NULL,
  consent      VARCHAR(200) NOT NULL,
  purpose      VARCHAR(200) NOT NULL,
  recipient    VARCHAR(200) NOT NULL,
  status       VARCHAR(16)  NOT NULL,
  reason       VARCHAR(500) NULL,
  requested_at DATETIME(6)  NOT NULL,
  handled_by   VARCHAR(64)  NULL,
  handled_at   DATETIME(6)  NULL,
  document_id  BIGINT       NULL,
  version      INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_transcript_request_uuid UNIQUE (uuid),
  CONSTRAINT uq_transcript_request_receipt UNIQUE (receipt),
  CONSTRAINT uq_transcript_request_document UNIQUE (document_id),
  CONSTRAINT fk_transcript_request_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT fk_transcript_request_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_transcript_request_document FOREIGN KEY (document_id) REFERENCES issued_document (id),
  CONSTRAINT ck_transcript_request_status CHECK (status IN ('RECEIVED', 'IN_PROCESS', 'REJECTED', 'CANCELLED')),
  CONSTRAINT ck_transcript_request_document CHECK ((status = 'IN_PROCESS') = (document_id IS NOT NULL)),
  CONSTRAINT ck_transcript_request_handled CHECK ((status = 'RECEIVED') = (handled_at IS NULL)),
  CONSTRAINT ck_transcript_request_reason CHECK (status <> 'REJECTED' OR reason IS NOT NULL),
  CONSTRAINT ck_transcript_request_consent CHECK (consent <> '')
);
CREATE INDEX ix_transcript_request_status ON transcript_request (status, requested_at);
CREATE INDEX ix_transcript_request_account ON transcript_request (account_id, requested_at);

-- Messages that made something: repeated, they get the answer they got
CREATE TABLE received_message (
  account_id     BIGINT        NOT NULL,
  message_id     UUID          NOT NULL,
  operation      VARCHAR(64)   NOT NULL,
  payload_sha256 BINARY(32)    NOT NULL,
  answer         VARCHAR(2000) NOT NULL,
  received_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (account_id, message_id),
  CONSTRAINT fk_received_message_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE TRIGGER received_message_no_update BEFORE UPDATE ON received_message FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'received_message is append-only';
CREATE TRIGGER received_message_no_delete BEFORE DELETE ON received_message FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'received_message is append-only';

-- documents are looked up by the fingerprint of their file
CREATE INDEX ix_issued_document_sha256 ON issued_document (pdf_sha256);

INSERT INTO university_setting (code, valid_from, value) VALUES
  ('transcript.sla-hours', '2020-01-01', '24'),
  ('message.window-minutes', '2020-01-01', '15');
