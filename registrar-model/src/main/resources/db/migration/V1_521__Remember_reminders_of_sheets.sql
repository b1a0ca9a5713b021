-- attestation: who was reminded of a sheet that is late, so that nobody is reminded twice a day
CREATE TABLE sheet_reminder (
  sheet_id    BIGINT      NOT NULL,
  teacher_id  BIGINT      NOT NULL,
  reminded_on DATE        NOT NULL,
  reminded_by VARCHAR(64) NOT NULL,
  reminded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (sheet_id, teacher_id, reminded_on),
  CONSTRAINT fk_sheet_reminder_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_sheet_reminder_teacher FOREIGN KEY (teacher_id) REFERENCES teacher (id)
);
CREATE TRIGGER sheet_reminder_no_update BEFORE UPDATE ON sheet_reminder FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_reminder is append-only';
CREATE TRIGGER sheet_reminder_no_delete BEFORE DELETE ON sheet_reminder FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_reminder is append-only';
