-- The additional programme (minor) a student follows by a decision: its disciplines are lawful in
-- the plan. One at a time; what it was before stands in the audit trail.
CREATE TABLE student_minor (
  id           BIGINT       NOT NULL PRIMARY KEY,
  student_id   BIGINT       NOT NULL,
  programme_id BIGINT       NOT NULL,
  valid_from   DATE         NOT NULL,
  -- last day it is followed; null while it goes on
  valid_to     DATE         NULL,
  document     VARCHAR(300) NOT NULL,
  recorded_by  VARCHAR(64)  NOT NULL,
  recorded_at  DATETIME(6)  NOT NULL,
  version      INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_student_minor_student UNIQUE (student_id),
  CONSTRAINT fk_student_minor_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_student_minor_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT ck_student_minor_days CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE TRIGGER student_minor_no_delete BEFORE DELETE ON student_minor FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'student_minor is ended, never deleted';
