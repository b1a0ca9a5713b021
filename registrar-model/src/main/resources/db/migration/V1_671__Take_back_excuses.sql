-- EXC-1: an absence excused by mistake, or of who comes after all, is excused no more, by a document,
-- while nothing is posted; it may be excused again later
CREATE TABLE absence_excuse_lift (
  excuse_id     BIGINT       NOT NULL PRIMARY KEY,
  document      VARCHAR(16)  NOT NULL,
  document_no   VARCHAR(64)  NOT NULL,
  document_date DATE         NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  decided_by    VARCHAR(64)  NOT NULL,
  decided_at    DATETIME(6)  NOT NULL,
  CONSTRAINT fk_absence_excuse_lift_excuse FOREIGN KEY (excuse_id) REFERENCES absence_excuse (id),
  CONSTRAINT ck_absence_excuse_lift_document CHECK (document IN ('ORDER', 'DECISION', 'PROTOCOL', 'MEMO', 'CERTIFICATE'))
);
CREATE TRIGGER absence_excuse_lift_no_update BEFORE UPDATE ON absence_excuse_lift FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'absence_excuse_lift is append-only';
CREATE TRIGGER absence_excuse_lift_no_delete BEFORE DELETE ON absence_excuse_lift FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'absence_excuse_lift is append-only';

-- of several only the last may stand; whoever excuses holds the sheet
ALTER TABLE absence_excuse
  ADD KEY ix_absence_excuse_row (sheet_id, student_id),
  DROP KEY uq_absence_excuse;
