-- transcript: kinds of documents of record are data; each document is signed by the signatories of
-- its kind, and may be about something else than one student

CREATE TABLE document_kind (
  code          VARCHAR(32)   NOT NULL PRIMARY KEY,
  family        VARCHAR(24)   NOT NULL,
  register_code VARCHAR(8)    NOT NULL,
  name_kk       VARCHAR(200)  NOT NULL,
  name_ru       VARCHAR(200)  NOT NULL,
  name_en       VARCHAR(200)  NOT NULL,
  template      VARCHAR(64)   NOT NULL,
  term_unit     VARCHAR(16)   NOT NULL,
  term_amount   SMALLINT      NOT NULL,
  validity_days SMALLINT      NULL,
  channels      VARCHAR(40)   NOT NULL,
  awaits        BOOLEAN       NOT NULL,
  held          BOOLEAN       NOT NULL,
  fee           DECIMAL(10,2) NULL,
  enabled       BOOLEAN       NOT NULL,
  version       INT           NOT NULL DEFAULT 0,
  CONSTRAINT ck_document_kind_family CHECK (family IN ('TRANSCRIPT', 'CERTIFICATE', 'DIPLOMA_SUPPLEMENT', 'EUROPEAN_SUPPLEMENT', 'STUDY_PLAN', 'EXTRACT', 'SHEET', 'SUMMARY_SHEET', 'PROTOCOL')),
  CONSTRAINT ck_document_kind_term CHECK (term_unit IN ('HOURS', 'WORKING_DAYS') AND term_amount > 0),
  CONSTRAINT ck_document_kind_validity CHECK (validity_days IS NULL OR validity_days > 0),
  CONSTRAINT ck_document_kind_fee CHECK (fee IS NULL OR fee > 0)
);

-- who signs a document of the kind: one of the roles at each place
CREATE TABLE document_signatory (
  kind  VARCHAR(32) NOT NULL,
  place SMALLINT    NOT NULL,
  roles VARCHAR(64) NOT NULL,
  title VARCHAR(32) NOT NULL,
  PRIMARY KEY (kind, place),
  CONSTRAINT fk_document_signatory_kind FOREIGN KEY (kind) REFERENCES document_kind (code),
  CONSTRAINT ck_document_signatory_place CHECK (place > 0),
  CONSTRAINT ck_document_signatory_roles CHECK (roles <> '')
);

INSERT INTO document_kind (code, family, register_code, name_kk, name_ru, name_en, template, term_unit, term_amount, channels, awaits, held, enabled) VALUES
  ('TRANSCRIPT', 'TRANSCRIPT', 'TR', 'транскрипт', 'транскрипт', 'transcript', 'transcript', 'HOURS', 24, 'COUNTER SELF_SERVICE PARTNER', TRUE, TRUE, TRUE),
  ('TRANSCRIPT_EXPELLED', 'TRANSCRIPT', 'TR', 'транскрипт (оқудан шығарылғанда)', 'транскрипт (при отчислении)', 'transcript (on expulsion)', 'transcript', 'HOURS', 24, 'COUNTER SELF_SERVICE PARTNER', TRUE, FALSE, TRUE);
INSERT INTO document_signatory (kind, place, roles, title) VALUES
  ('TRANSCRIPT', 1, 'PRES RECTOR VR DIR DEP', 'registrar'),
  ('TRANSCRIPT_EXPELLED', 1, 'PRES RECTOR', 'head');

ALTER TABLE issued_document
  MODIFY student_id BIGINT NULL,
  ADD COLUMN subject_kind VARCHAR(24) NULL AFTER student_id,
  ADD COLUMN subject_uuid UUID NULL AFTER subject_kind,
  ADD COLUMN subject_name VARCHAR(300) NULL AFTER subject_uuid,
  ADD COLUMN details LONGTEXT NULL AFTER basis,
  ADD COLUMN template_version BIGINT NULL AFTER snapshot,
  ADD COLUMN valid_until DATE NULL AFTER issued_on,
  ADD CONSTRAINT fk_issued_document_kind FOREIGN KEY (kind) REFERENCES document_kind (code),
  ADD CONSTRAINT ck_issued_document_subject CHECK ((subject_uuid IS NULL) = (subject_kind IS NULL) AND (subject_uuid IS NULL) = (subject_name IS NULL) AND (student_id IS NOT NULL OR subject_uuid IS NOT NULL)),
  ADD CONSTRAINT ck_issued_document_details CHECK (details IS NULL OR JSON_VALID(details));
CREATE INDEX ix_issued_document_subject ON issued_document (subject_uuid);
DELIMITER //
CREATE TRIGGER issued_document_kept_whole BEFORE UPDATE ON issued_document FOR EACH ROW
BEGIN
  IF OLD.status IN ('ISSUED', 'REPLACED', 'ANNULLED') AND NOT (NEW.details <=> OLD.details
      AND NEW.template_version <=> OLD.template_version
      AND NEW.valid_until <=> OLD.valid_until
      AND NEW.subject_uuid <=> OLD.subject_uuid
      AND NEW.subject_name <=> OLD.subject_name
      AND NEW.languages <=> OLD.languages
      AND NEW.prepared_by <=> OLD.prepared_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued document does not change';
  END IF;
END//
DELIMITER ;

-- who has signed a document, in which place; who prepared it never does, and nobody twice
CREATE TABLE document_signature (
  document_id BIGINT      NOT NULL,
  place       SMALLINT    NOT NULL,
  signed_by   VARCHAR(64) NOT NULL,
  signed_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (document_id, place),
  CONSTRAINT uq_document_signature_person UNIQUE (document_id, signed_by),
  CONSTRAINT fk_document_signature_document FOREIGN KEY (document_id) REFERENCES issued_document (id)
);
INSERT INTO document_signature (document_id, place, signed_by, signed_at)
  SELECT id, 1, signed_by, COALESCE(TIMESTAMP(issued_on), prepared_at) FROM issued_document WHERE signed_by IS NOT NULL;
DELIMITER //
CREATE TRIGGER document_signature_four_eyes BEFORE INSERT ON document_signature FOR EACH ROW
BEGIN
  IF NEW.signed_by = (SELECT prepared_by FROM issued_document WHERE id = NEW.document_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'who prepared a document does not sign it';
  END IF;
END//
CREATE TRIGGER document_signature_no_update BEFORE UPDATE ON document_signature FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'document_signature is append-only'//
CREATE TRIGGER document_signature_no_delete BEFORE DELETE ON document_signature FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'document_signature is append-only'//
DELIMITER ;
