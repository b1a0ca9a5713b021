-- attestation.rating: named rows of a closed journal change on a document, by two people, as its
-- next version

CREATE TABLE rating_amendment (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  sheet_id      BIGINT       NOT NULL,
  document      VARCHAR(16)  NOT NULL,
  document_no   VARCHAR(64)  NOT NULL,
  document_date DATE         NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  requested_by  VARCHAR(64)  NOT NULL,
  requested_at  DATETIME(6)  NOT NULL,
  status        VARCHAR(16)  NOT NULL,
  decided_by    VARCHAR(64)  NULL,
  decided_at    DATETIME(6)  NULL,
  note          VARCHAR(500) NULL,
  version_no    INT          NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_rating_amendment_uuid UNIQUE (uuid),
  CONSTRAINT uq_rating_amendment_version UNIQUE (sheet_id, version_no),
  CONSTRAINT fk_rating_amendment_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT ck_rating_amendment_document CHECK (document IN ('ORDER', 'DECISION', 'PROTOCOL', 'MEMO', 'CERTIFICATE')),
  CONSTRAINT ck_rating_amendment_words CHECK (document_no <> '' AND reason <> ''),
  CONSTRAINT ck_rating_amendment_status CHECK (status IN ('REQUESTED', 'APPROVED', 'REJECTED')),
  CONSTRAINT ck_rating_amendment_decided CHECK ((status = 'REQUESTED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT ck_rating_amendment_two_people CHECK (decided_by IS NULL OR decided_by <> requested_by),
  CONSTRAINT ck_rating_amendment_version CHECK ((status = 'APPROVED') = (version_no IS NOT NULL) AND (version_no IS NULL OR version_no >= 2))
);
CREATE INDEX ix_rating_amendment_status ON rating_amendment (status, sheet_id);
CREATE TRIGGER rating_amendment_no_delete BEFORE DELETE ON rating_amendment FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rating_amendment is never deleted';

-- the row may move on with the student; whose it was stays known
CREATE TABLE rating_amended_cell (
  id           BIGINT      NOT NULL PRIMARY KEY,
  amendment_id BIGINT      NOT NULL,
  sheet_row_id BIGINT      NOT NULL,
  student_id   BIGINT      NOT NULL,
  cell         VARCHAR(8)  NOT NULL,
  was          VARCHAR(16) NOT NULL,
  becomes      VARCHAR(16) NOT NULL,
  CONSTRAINT uq_rating_amended_cell UNIQUE (amendment_id, sheet_row_id, cell),
  CONSTRAINT fk_rating_amended_cell_amendment FOREIGN KEY (amendment_id) REFERENCES rating_amendment (id),
  CONSTRAINT fk_rating_amended_cell_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_rating_amended_cell_changes CHECK (was <> becomes)
);
CREATE TRIGGER rating_amended_cell_no_update BEFORE UPDATE ON rating_amended_cell FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rating_amended_cell is append-only';
CREATE TRIGGER rating_amended_cell_no_delete BEFORE DELETE ON rating_amended_cell FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rating_amended_cell is append-only';

DELIMITER //
CREATE TRIGGER rating_amendment_kept BEFORE UPDATE ON rating_amendment FOR EACH ROW
BEGIN
  IF OLD.status <> 'REQUESTED' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decision on a journal stands';
  END IF;
  IF NOT (NEW.uuid = OLD.uuid AND NEW.sheet_id = OLD.sheet_id AND NEW.document = OLD.document
      AND NEW.document_no = OLD.document_no AND NEW.document_date = OLD.document_date
      AND NEW.reason = OLD.reason AND NEW.requested_by = OLD.requested_by
      AND NEW.requested_at = OLD.requested_at) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was asked for never changes';
  END IF;
END//

-- as before, and a journal has its versions from its own amendments
DROP TRIGGER sheet_posted_kept//
CREATE TRIGGER sheet_posted_kept BEFORE UPDATE ON sheet FOR EACH ROW
BEGIN
  IF OLD.closed_at IS NOT NULL THEN
    IF NEW.closed_at IS NULL OR NEW.status NOT IN ('CLOSED', 'AMENDED', 'ARCHIVED')
        OR (NEW.status = 'CLOSED' AND OLD.status <> 'CLOSED') THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posted sheet is never opened again';
    END IF;
    IF NOT (NEW.number <=> OLD.number AND NEW.kind <=> OLD.kind AND NEW.term_id <=> OLD.term_id
        AND NEW.discipline_id <=> OLD.discipline_id AND NEW.section_id <=> OLD.section_id
        AND NEW.level <=> OLD.level AND NEW.rule_set_code <=> OLD.rule_set_code
        AND NEW.teacher_id <=> OLD.teacher_id AND NEW.examiner_id <=> OLD.examiner_id
        AND NEW.exam_date <=> OLD.exam_date AND NEW.exam_time <=> OLD.exam_time
        AND NEW.room <=> OLD.room AND NEW.exam_form <=> OLD.exam_form
        AND NEW.protocol_no <=> OLD.protocol_no AND NEW.protocol_date <=> OLD.protocol_date
        AND NEW.submitted_by <=> OLD.submitted_by AND NEW.submitted_at <=> OLD.submitted_at
        AND NEW.closed_by <=> OLD.closed_by AND NEW.closed_at <=> OLD.closed_at
        AND NEW.checksum <=> OLD.checksum) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posted sheet does not change';
    END IF;
    IF NEW.version_no <> OLD.version_no AND (NEW.version_no <> OLD.version_no + 1 OR NOT EXISTS
        (SELECT 1 FROM sheet_amendment a WHERE a.sheet_id = NEW.id AND a.version_no = NEW.version_no UNION ALL
         SELECT 1 FROM rating_amendment j WHERE j.sheet_id = NEW.id AND j.version_no = NEW.version_no AND NEW.kind = 'RATING')) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posted sheet has no version without an amendment';
    END IF;
  END IF;
END//
DELIMITER ;
