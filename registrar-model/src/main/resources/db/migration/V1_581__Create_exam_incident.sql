-- attestation.room: acts about incidents at exams, and what was decided on them

-- Numbers of acts restart each calendar year
CREATE TABLE incident_series (
  year        SMALLINT NOT NULL PRIMARY KEY,
  last_number INT      NOT NULL
);

CREATE TABLE exam_incident (
  id              BIGINT        NOT NULL PRIMARY KEY,
  uuid            UUID          NOT NULL,
  number          VARCHAR(16)   NOT NULL,
  sheet_id        BIGINT        NOT NULL,
  student_id      BIGINT        NOT NULL,
  occurred_at     DATETIME(6)   NOT NULL,
  kind            VARCHAR(16)   NOT NULL,
  removed         BOOLEAN       NOT NULL,
  description     VARCHAR(2000) NOT NULL,
  -- names and posts of who was present and signs, one a line
  witnesses       VARCHAR(1000) NOT NULL,
  -- what the student wrote of it; NULL where nothing was written
  explanation     VARCHAR(2000) NULL,
  registered_by   VARCHAR(64)   NOT NULL,
  registered_at   DATETIME(6)   NOT NULL,
  status          VARCHAR(16)   NOT NULL,
  document        VARCHAR(16)   NULL,
  document_no     VARCHAR(64)   NULL,
  document_date   DATE          NULL,
  decision_reason VARCHAR(500)  NULL,
  decided_by      VARCHAR(64)   NULL,
  decided_at      DATETIME(6)   NULL,
  version         INT           NOT NULL DEFAULT 0,
  annulled_key    BIGINT AS (IF(status = 'ANNULLED', sheet_id, NULL)) PERSISTENT,
  CONSTRAINT uq_exam_incident_uuid UNIQUE (uuid),
  CONSTRAINT uq_exam_incident_number UNIQUE (number),
  -- a result is annulled once
  CONSTRAINT uq_exam_incident_annulled UNIQUE (annulled_key, student_id),
  CONSTRAINT fk_exam_incident_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_exam_incident_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_exam_incident_kind CHECK (kind IN ('CRIB', 'DEVICE', 'COPYING', 'HELP', 'IMPERSONATION', 'DISORDER', 'OTHER')),
  CONSTRAINT ck_exam_incident_status CHECK (status IN ('REGISTERED', 'ANNULLED', 'DISMISSED')),
  CONSTRAINT ck_exam_incident_words CHECK (description <> '' AND witnesses <> ''),
  CONSTRAINT ck_exam_incident_decided CHECK ((status = 'REGISTERED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (document_no IS NULL) AND (decided_by IS NULL) = (document_date IS NULL) AND (decided_by IS NULL) = (document IS NULL) AND (decided_by IS NULL) = (decision_reason IS NULL)),
  CONSTRAINT ck_exam_incident_two_people CHECK (decided_by IS NULL OR decided_by <> registered_by)
);
CREATE INDEX ix_exam_incident_sheet ON exam_incident (sheet_id, student_id);
CREATE INDEX ix_exam_incident_status ON exam_incident (status, occurred_at);
CREATE TRIGGER exam_incident_no_delete BEFORE DELETE ON exam_incident FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'exam_incident is never deleted';
DELIMITER //
CREATE TRIGGER exam_incident_act_kept BEFORE UPDATE ON exam_incident FOR EACH ROW
BEGIN
  IF NOT (NEW.number = OLD.number AND NEW.sheet_id = OLD.sheet_id AND NEW.student_id = OLD.student_id AND NEW.occurred_at = OLD.occurred_at AND NEW.kind = OLD.kind AND NEW.removed = OLD.removed AND NEW.description = OLD.description AND NEW.witnesses = OLD.witnesses AND NEW.explanation <=> OLD.explanation AND NEW.registered_by = OLD.registered_by AND NEW.registered_at = OLD.registered_at) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an act never changes';
  END IF;
  IF OLD.status <> 'REGISTERED' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decision on an act stands';
  END IF;
END//
DELIMITER ;

-- The act by whose decision the result of a row that is not posted yet was annulled
ALTER TABLE sheet_row
  ADD COLUMN annulled_by_act VARCHAR(16) NULL,
  ADD CONSTRAINT ck_sheet_row_annulled CHECK (annulled_by_act IS NULL OR score <=> 0 OR mark <=> 'W');
