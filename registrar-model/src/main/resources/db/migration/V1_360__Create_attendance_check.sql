-- registration.summer: who was in a lesson of the summer semester, as it was checked

-- A check is never changed: a correction is the next revision of it, and the last one counts
CREATE TABLE attendance_check (
  id         BIGINT       NOT NULL PRIMARY KEY,
  uuid       UUID         NOT NULL,
  section_id BIGINT       NOT NULL,
  held_on    DATE         NOT NULL,
  -- which lesson of the day; 0 where that is not said
  lesson     SMALLINT     NOT NULL DEFAULT 0,
  revision   SMALLINT     NOT NULL DEFAULT 1,
  reason     VARCHAR(500) NULL,
  checked_by VARCHAR(64)  NOT NULL,
  checked_at DATETIME(6)  NOT NULL,
  CONSTRAINT uq_attendance_check_uuid UNIQUE (uuid),
  CONSTRAINT uq_attendance_check UNIQUE (section_id, held_on, lesson, revision),
  CONSTRAINT fk_attendance_check_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT ck_attendance_check_lesson CHECK (lesson BETWEEN 0 AND 12),
  CONSTRAINT ck_attendance_check_revision CHECK (revision >= 1)
);

CREATE TABLE attendance_mark (
  check_id   BIGINT      NOT NULL,
  student_id BIGINT      NOT NULL,
  presence   VARCHAR(16) NOT NULL,
  PRIMARY KEY (check_id, student_id),
  CONSTRAINT fk_attendance_mark_check FOREIGN KEY (check_id) REFERENCES attendance_check (id),
  CONSTRAINT fk_attendance_mark_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_attendance_mark_presence CHECK (presence IN ('PRESENT', 'ABSENT', 'EXCUSED'))
);
CREATE INDEX ix_attendance_mark_student ON attendance_mark (student_id);

CREATE TRIGGER attendance_check_no_update BEFORE UPDATE ON attendance_check FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attendance_check is append-only';
CREATE TRIGGER attendance_check_no_delete BEFORE DELETE ON attendance_check FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attendance_check is append-only';
CREATE TRIGGER attendance_mark_no_update BEFORE UPDATE ON attendance_mark FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attendance_mark is append-only';
CREATE TRIGGER attendance_mark_no_delete BEFORE DELETE ON attendance_mark FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attendance_mark is append-only';
