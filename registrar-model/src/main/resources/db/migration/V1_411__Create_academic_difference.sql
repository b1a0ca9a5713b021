-- Disciplines a student still has to pass after a transfer, reinstatement or return from leave, each
-- with the day it is to be closed by. A result that passes closes one; what was listed wrongly or is
-- recognised otherwise is lifted, never deleted.
CREATE TABLE academic_difference (
  id            BIGINT       NOT NULL PRIMARY KEY,
  student_id    BIGINT       NOT NULL,
  discipline_id BIGINT       NOT NULL,
  listed_on     DATE         NOT NULL,
  due_on        DATE         NOT NULL,
  document      VARCHAR(300) NOT NULL,
  lifted_on     DATE         NULL,
  entered_by    VARCHAR(64)  NOT NULL,
  entered_at    DATETIME(6)  NOT NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_academic_difference UNIQUE (student_id, discipline_id),
  CONSTRAINT fk_academic_difference_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_academic_difference_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT ck_academic_difference_due CHECK (due_on > listed_on),
  CONSTRAINT ck_academic_difference_lifted CHECK (lifted_on IS NULL OR lifted_on >= listed_on)
);
CREATE TRIGGER academic_difference_no_delete BEFORE DELETE ON academic_difference FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'academic_difference is lifted, never deleted';
