-- what only the director or the deputy may decide about a registration: asked for by one person,
-- decided by another, carried out once
CREATE TABLE registration_request (
  id             BIGINT        NOT NULL PRIMARY KEY,
  uuid           UUID          NOT NULL,
  kind           VARCHAR(16)   NOT NULL,
  student_id     BIGINT        NULL,
  term_id        BIGINT        NOT NULL,
  offering_id    BIGINT        NULL,
  section_id     BIGINT        NULL,
  enrolment_id   BIGINT        NULL,
  enrolment_type VARCHAR(16)   NULL,
  rule           VARCHAR(8)    NULL,
  reason         VARCHAR(1000) NOT NULL,
  -- what the student says of it in writing
  explanation    VARCHAR(1000) NULL,
  document       VARCHAR(300)  NULL,
  file_name      VARCHAR(200)  NULL,
  file_sha256    BINARY(32)    NULL,
  file           LONGBLOB      NULL,
  status         VARCHAR(16)   NOT NULL,
  requested_by   VARCHAR(64)   NOT NULL,
  requested_at   DATETIME(6)   NOT NULL,
  decided_by     VARCHAR(64)   NULL,
  decided_at     DATETIME(6)   NULL,
  decision_note  VARCHAR(500)  NULL,
  carried_out_at DATETIME(6)   NULL,
  -- why it could not be carried out yet, codes and figures; NULL where nothing speaks against it
  obstacle       VARCHAR(2000) NULL,
  subject_key    VARCHAR(120)  AS (CONCAT_WS(' ', kind, COALESCE(student_id, 0), COALESCE(offering_id, 0), COALESCE(section_id, 0), COALESCE(enrolment_id, 0), COALESCE(rule, ''))) PERSISTENT,
  open_key       TINYINT       AS (CASE WHEN status = 'REQUESTED' THEN 1 END) PERSISTENT,
  version        INT           NOT NULL DEFAULT 0,
  CONSTRAINT uq_registration_request_uuid UNIQUE (uuid),
  CONSTRAINT uq_registration_request_open UNIQUE (subject_key, open_key),
  CONSTRAINT fk_registration_request_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_registration_request_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_registration_request_offering FOREIGN KEY (offering_id) REFERENCES offering (id),
  CONSTRAINT fk_registration_request_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT fk_registration_request_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT ck_registration_request_kind CHECK (kind IN ('EXCEED', 'LATE', 'WAIVER', 'WITHDRAW', 'CLOSE_SECTION')),
  CONSTRAINT ck_registration_request_student CHECK ((kind = 'CLOSE_SECTION') = (student_id IS NULL)),
  CONSTRAINT ck_registration_request_section CHECK (kind <> 'CLOSE_SECTION' OR section_id IS NOT NULL),
  CONSTRAINT ck_registration_request_enrolment CHECK ((kind = 'WITHDRAW') = (enrolment_id IS NOT NULL)),
  CONSTRAINT ck_registration_request_offering CHECK (kind NOT IN ('EXCEED', 'LATE', 'WAIVER') OR (offering_id IS NOT NULL AND enrolment_type IS NOT NULL)),
  CONSTRAINT ck_registration_request_rule CHECK ((kind = 'WAIVER') = (rule IS NOT NULL)),
  CONSTRAINT ck_registration_request_type CHECK (enrolment_type IS NULL OR enrolment_type IN ('MAIN', 'RETAKE', 'DEBT', 'DIFFERENCE', 'GPA_RAISE', 'MINOR', 'ADDITIONAL')),
  CONSTRAINT ck_registration_request_explained CHECK (kind <> 'LATE' OR explanation IS NOT NULL),
  CONSTRAINT ck_registration_request_file CHECK ((file IS NULL) = (file_name IS NULL) AND (file IS NULL) = (file_sha256 IS NULL)),
  CONSTRAINT ck_registration_request_status CHECK (status IN ('REQUESTED', 'APPROVED', 'DONE', 'REJECTED', 'CANCELLED')),
  CONSTRAINT ck_registration_request_decided CHECK ((status IN ('REQUESTED', 'CANCELLED')) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT ck_registration_request_two_people CHECK (decided_by IS NULL OR decided_by <> requested_by),
  CONSTRAINT ck_registration_request_done CHECK ((status = 'DONE') = (carried_out_at IS NOT NULL)),
  CONSTRAINT ck_registration_request_rejected CHECK (status <> 'REJECTED' OR decision_note IS NOT NULL)
);
CREATE INDEX ix_registration_request_status ON registration_request (status, requested_at);
CREATE INDEX ix_registration_request_student ON registration_request (student_id, term_id, status);
CREATE TRIGGER registration_request_no_delete BEFORE DELETE ON registration_request FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'registration_request is never deleted';
DELIMITER //
CREATE TRIGGER registration_request_file_kept BEFORE UPDATE ON registration_request FOR EACH ROW
BEGIN
  IF OLD.file_sha256 IS NOT NULL AND NOT (NEW.file_sha256 <=> OLD.file_sha256 AND NEW.file <=> OLD.file AND NEW.file_name <=> OLD.file_name) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the document of a request never changes';
  END IF;
END//
DELIMITER ;
