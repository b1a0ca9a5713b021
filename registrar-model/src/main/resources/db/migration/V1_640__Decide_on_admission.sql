-- the office denies somebody an exam the rating would admit to, or admits again; the last decision counts
CREATE TABLE exam_admission (
  id            BIGINT       NOT NULL PRIMARY KEY,
  sheet_id      BIGINT       NOT NULL,
  student_id    BIGINT       NOT NULL,
  denied        BOOLEAN      NOT NULL,
  document      VARCHAR(16)  NOT NULL,
  document_no   VARCHAR(64)  NOT NULL,
  document_date DATE         NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  decided_by    VARCHAR(64)  NOT NULL,
  decided_at    DATETIME(6)  NOT NULL,
  KEY ix_exam_admission_sheet (sheet_id, student_id, decided_at),
  CONSTRAINT fk_exam_admission_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_exam_admission_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_exam_admission_document CHECK (document IN ('ORDER', 'DECISION', 'PROTOCOL', 'MEMO', 'CERTIFICATE'))
);
CREATE TRIGGER exam_admission_no_update BEFORE UPDATE ON exam_admission FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'exam_admission is append-only';
CREATE TRIGGER exam_admission_no_delete BEFORE DELETE ON exam_admission FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'exam_admission is append-only';
