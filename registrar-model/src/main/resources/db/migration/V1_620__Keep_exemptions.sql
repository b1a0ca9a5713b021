-- attestation: students who are exempt from the control of a sheet, by which document, and until when
CREATE TABLE exemption (
  id            BIGINT       NOT NULL PRIMARY KEY,
  sheet_id      BIGINT       NOT NULL,
  student_id    BIGINT       NOT NULL,
  document      VARCHAR(16)  NOT NULL,
  document_no   VARCHAR(64)  NOT NULL,
  document_date DATE         NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  decided_by    VARCHAR(64)  NOT NULL,
  decided_at    DATETIME(6)  NOT NULL,
  lifted_by     VARCHAR(64)  NULL,
  lifted_at     DATETIME(6)  NULL,
  lift_reason   VARCHAR(500) NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT fk_exemption_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_exemption_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_exemption_document CHECK (document IN ('ORDER', 'DECISION', 'PROTOCOL', 'MEMO', 'CERTIFICATE')),
  CONSTRAINT ck_exemption_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL))
);
CREATE INDEX ix_exemption_student ON exemption (student_id);
-- what was decided stays; it is taken off once
DELIMITER //
CREATE TRIGGER exemption_once BEFORE UPDATE ON exemption FOR EACH ROW
BEGIN
  IF OLD.lifted_at IS NOT NULL OR NEW.lifted_at IS NULL OR NEW.id <> OLD.id OR NEW.sheet_id <> OLD.sheet_id
      OR NEW.student_id <> OLD.student_id OR NEW.document <> OLD.document OR NEW.document_no <> OLD.document_no
      OR NEW.document_date <> OLD.document_date OR NEW.reason <> OLD.reason OR NEW.decided_by <> OLD.decided_by
      OR NEW.decided_at <> OLD.decided_at THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'exemption is never changed, only taken off once';
  END IF;
END//
DELIMITER ;
CREATE TRIGGER exemption_no_delete BEFORE DELETE ON exemption FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'exemption is never deleted';

-- what was typed stays beneath; who has left is not exempt
ALTER TABLE sheet_row
  ADD COLUMN exemption_id BIGINT NULL AFTER annulled_by_act,
  ADD CONSTRAINT fk_sheet_row_exemption FOREIGN KEY (exemption_id) REFERENCES exemption (id),
  ADD CONSTRAINT ck_sheet_row_exemption CHECK (exemption_id IS NULL OR NOT (mark <=> 'W') AND annulled_by_act IS NULL);

-- a posted result that a document exempts from is corrected as any other
ALTER TABLE grade_correction
  DROP CONSTRAINT ck_grade_correction_kind,
  ADD CONSTRAINT ck_grade_correction_kind CHECK (kind IN ('ERROR', 'APPEAL', 'ANNULMENT', 'EXPIRED', 'EXEMPTION'));
