-- achievement: which students were told that the last day of an I is near; a day that moves is told again
CREATE TABLE incomplete_told (
  student_id BIGINT      NOT NULL,
  position   INT         NOT NULL,
  last_day   DATE        NOT NULL,
  told_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (student_id, position, last_day),
  CONSTRAINT fk_incomplete_told_student FOREIGN KEY (student_id) REFERENCES student (id)
);
CREATE TRIGGER incomplete_told_no_update BEFORE UPDATE ON incomplete_told FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'incomplete_told is append-only';
CREATE TRIGGER incomplete_told_no_delete BEFORE DELETE ON incomplete_told FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'incomplete_told is append-only';
