-- attestation.room: who came to an exam, by which document each was known, and who saw it

CREATE TABLE exam_attendance (
  sheet_id    BIGINT       NOT NULL,
  student_id  BIGINT       NOT NULL,
  state       VARCHAR(8)   NOT NULL,
  identity    VARCHAR(16)  NULL,
  checked_by  VARCHAR(64)  NULL,
  checked_at  DATETIME(6)  NULL,
  recorded_by VARCHAR(64)  NOT NULL,
  recorded_at DATETIME(6)  NOT NULL,
  version     INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (sheet_id, student_id),
  CONSTRAINT fk_exam_attendance_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_exam_attendance_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_exam_attendance_state CHECK (state IN ('PRESENT', 'LATE', 'ABSENT', 'REFUSED', 'REMOVED')),
  CONSTRAINT ck_exam_attendance_identity CHECK (identity IS NULL OR identity IN ('ID_CARD', 'PASSPORT', 'STUDENT_CARD', 'RECORD_BOOK')),
  -- whoever came was known by a document somebody saw
  CONSTRAINT ck_exam_attendance_checked CHECK ((state = 'ABSENT') = (identity IS NULL) AND (identity IS NULL) = (checked_by IS NULL) AND (identity IS NULL) = (checked_at IS NULL))
);
