-- transcript: whatever is asked for of the office is one request, whoever asks and by which way; it
-- takes over what organisations have asked for

CREATE TABLE document_request (
  id                BIGINT        NOT NULL PRIMARY KEY,
  uuid              UUID          NOT NULL,
  receipt           VARCHAR(24)   NOT NULL,
  kind              VARCHAR(32)   NOT NULL,
  channel           VARCHAR(16)   NOT NULL,
  account_id        BIGINT        NOT NULL,
  student_id        BIGINT        NOT NULL,
  languages         VARCHAR(16)   NOT NULL,
  copies            SMALLINT      NOT NULL DEFAULT 1,
  purpose           VARCHAR(200)  NULL,
  recipient         VARCHAR(200)  NULL,
  details           LONGTEXT      NULL,
  delivery          VARCHAR(16)   NOT NULL,
  address           VARCHAR(300)  NULL,
  consent           VARCHAR(200)  NULL,
  -- the letter of a state body it is asked for by
  ordered_by        VARCHAR(200)  NULL,
  -- the document a duplicate is asked of
  duplicates_id     BIGINT        NULL,
  -- by what it is known when it comes again, and what it asked then
  request_key       BINARY(32)    NULL,
  payload_sha256    BINARY(32)    NULL,
  requested_at      DATETIME(6)   NOT NULL,
  -- the first instant that is too late; NULL while something is owed
  due_at            DATETIME(6)   NULL,
  fee               DECIMAL(10,2) NULL,
  paid_on           DATE          NULL,
  paid_document     VARCHAR(200)  NULL,
  paid_by           VARCHAR(64)   NULL,
  paid_at           DATETIME(6)   NULL,
  identity_document VARCHAR(200)  NULL,
  identity_by       VARCHAR(64)   NULL,
  identity_at       DATETIME(6)   NULL,
  proxy_name        VARCHAR(200)  NULL,
  proxy_no          VARCHAR(64)   NULL,
  proxy_on          DATE          NULL,
  override_reason   VARCHAR(500)  NULL,
  override_sheets   LONGTEXT      NULL,
  override_by       VARCHAR(64)   NULL,
  override_at       DATETIME(6)   NULL,
  status            VARCHAR(16)   NOT NULL,
  reason            VARCHAR(500)  NULL,
  handled_by        VARCHAR(64)   NULL,
  handled_at        DATETIME(6)   NULL,
  document_id       BIGINT        NULL,
  version           INT           NOT NULL DEFAULT 0,
  CONSTRAINT uq_document_request_uuid UNIQUE (uuid),
  CONSTRAINT uq_document_request_receipt UNIQUE (receipt),
  CONSTRAINT uq_document_request_key UNIQUE (request_key),
  CONSTRAINT uq_document_request_document UNIQUE (document_id),
  CONSTRAINT fk_document_request_kind FOREIGN KEY (kind) REFERENCES document_kind (code),
  CONSTRAINT fk_document_request_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT fk_document_request_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_document_request_document FOREIGN KEY (document_id) REFERENCES issued_document (id),
  CONSTRAINT fk_document_request_duplicates FOREIGN KEY (duplicates_id) REFERENCES issued_document (id),
  CONSTRAINT ck_document_request_channel CHECK (channel IN ('COUNTER', 'SELF_SERVICE', 'PARTNER')),
  CONSTRAINT ck_document_request_delivery CHECK (delivery IN ('HAND', 'ELECTRONIC', 'POST') AND (delivery <> 'POST' OR COALESCE(address, '') <> '')),
  CONSTRAINT ck_document_request_details CHECK (details IS NULL OR JSON_VALID(details)),
  CONSTRAINT ck_document_request_consent CHECK (channel <> 'PARTNER' OR COALESCE(consent, '') <> ''),
  CONSTRAINT ck_document_request_status CHECK (status IN ('RECEIVED', 'IN_PROCESS', 'PREPARED', 'REJECTED', 'CANCELLED')),
  CONSTRAINT ck_document_request_due CHECK (due_at IS NOT NULL OR fee IS NOT NULL AND paid_on IS NULL),
  CONSTRAINT ck_document_request_paid CHECK ((paid_on IS NULL) = (paid_document IS NULL) AND (paid_on IS NULL) = (paid_by IS NULL) AND (paid_on IS NULL) = (paid_at IS NULL) AND (paid_on IS NULL OR fee IS NOT NULL)),
  CONSTRAINT ck_document_request_identity CHECK ((identity_document IS NULL) = (identity_by IS NULL) AND (identity_document IS NULL) = (identity_at IS NULL)),
  CONSTRAINT ck_document_request_proxy CHECK ((proxy_name IS NULL) = (proxy_no IS NULL) AND (proxy_name IS NULL) = (proxy_on IS NULL)),
  CONSTRAINT ck_document_request_override CHECK ((override_reason IS NULL) = (override_sheets IS NULL) AND (override_reason IS NULL) = (override_by IS NULL) AND (override_reason IS NULL) = (override_at IS NULL)),
  CONSTRAINT ck_document_request_document CHECK ((status = 'PREPARED') = (document_id IS NOT NULL)),
  CONSTRAINT ck_document_request_prepared CHECK (status <> 'PREPARED' OR fee IS NULL OR paid_on IS NOT NULL),
  CONSTRAINT ck_document_request_handled CHECK ((status = 'RECEIVED') = (handled_at IS NULL)),
  CONSTRAINT ck_document_request_reason CHECK (status <> 'REJECTED' OR reason IS NOT NULL)
);
CREATE INDEX ix_document_request_status ON document_request (status, due_at);
CREATE INDEX ix_document_request_student ON document_request (student_id, requested_at);
CREATE INDEX ix_document_request_account ON document_request (account_id, requested_at);

INSERT INTO document_request (id, uuid, receipt, kind, channel, account_id, student_id, languages, consent, purpose, recipient, delivery, status, reason, requested_at, due_at, handled_by, handled_at, document_id, version)
  SELECT r.id, r.uuid, r.receipt, COALESCE(d.kind, CASE WHEN s.status = 'EXPELLED' THEN 'TRANSCRIPT_EXPELLED' ELSE 'TRANSCRIPT' END),
    'PARTNER', r.account_id, r.student_id, r.languages, r.consent, r.purpose, r.recipient, 'ELECTRONIC',
    CASE WHEN r.status = 'IN_PROCESS' THEN 'PREPARED' ELSE r.status END, r.reason, r.requested_at,
    r.requested_at + INTERVAL 24 HOUR, r.handled_by, r.handled_at, r.document_id, r.version
  FROM transcript_request r JOIN student s ON s.id = r.student_id LEFT JOIN issued_document d ON d.id = r.document_id;
DROP TABLE transcript_request;
RENAME TABLE transcript_request_seq TO document_request_seq;

CREATE TRIGGER document_request_no_delete BEFORE DELETE ON document_request FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'document_request is never deleted';
DELIMITER //
CREATE TRIGGER document_request_kept BEFORE UPDATE ON document_request FOR EACH ROW
BEGIN
  IF NOT (NEW.kind <=> OLD.kind AND NEW.channel <=> OLD.channel AND NEW.account_id <=> OLD.account_id
      AND NEW.student_id <=> OLD.student_id AND NEW.languages <=> OLD.languages AND NEW.copies <=> OLD.copies
      AND NEW.purpose <=> OLD.purpose AND NEW.recipient <=> OLD.recipient AND NEW.details <=> OLD.details
      AND NEW.delivery <=> OLD.delivery AND NEW.address <=> OLD.address AND NEW.consent <=> OLD.consent
      AND NEW.fee <=> OLD.fee AND NEW.requested_at <=> OLD.requested_at) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was asked for never changes';
  END IF;
  IF OLD.paid_on IS NOT NULL AND NOT (NEW.paid_on <=> OLD.paid_on AND NEW.paid_document <=> OLD.paid_document) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment is marked once';
  END IF;
END//
DELIMITER ;

-- how a document was received, and by which power of attorney
ALTER TABLE issued_document
  ADD COLUMN received_how VARCHAR(16) NULL AFTER received_by,
  ADD COLUMN receiver_identity VARCHAR(200) NULL AFTER received_how,
  ADD COLUMN proxy_no VARCHAR(64) NULL AFTER receiver_identity,
  ADD COLUMN proxy_on DATE NULL AFTER proxy_no,
  ADD CONSTRAINT ck_issued_document_received CHECK (received_how IS NULL OR received_how IN ('HAND', 'ELECTRONIC', 'POST')),
  ADD CONSTRAINT ck_issued_document_proxy CHECK ((proxy_no IS NULL) = (proxy_on IS NULL));

INSERT INTO university_setting (code, valid_from, value) VALUES
  ('document.duplicate-working-days', '2020-01-01', '15');
