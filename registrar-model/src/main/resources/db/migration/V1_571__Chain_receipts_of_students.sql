-- registration: the receipts of a student are a chain; each seals the one before it

ALTER TABLE registration_submission
  ADD COLUMN chain_position BIGINT     NULL,
  ADD COLUMN previous       BINARY(32) NULL,
  DROP CONSTRAINT ck_registration_submission_form,
  ADD CONSTRAINT ck_registration_submission_form CHECK (receipt_form IN (1, 2, 3)),
  ADD CONSTRAINT ck_registration_submission_chain CHECK ((receipt_form < 3) = (chain_position IS NULL) AND (chain_position IS NULL) = (previous IS NULL)),
  ADD CONSTRAINT ck_registration_submission_position CHECK (chain_position > 0),
  ADD CONSTRAINT uq_registration_submission_chain UNIQUE (student_id, chain_position);

-- The newest receipt of a student: what was cut off behind it is missed
CREATE TABLE registration_receipt_head (
  student_id BIGINT     NOT NULL PRIMARY KEY,
  position   BIGINT     NOT NULL,
  receipt    BINARY(32) NOT NULL,
  CONSTRAINT fk_registration_receipt_head_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_registration_receipt_head CHECK (position > 0)
);
CREATE TRIGGER registration_receipt_head_no_delete BEFORE DELETE ON registration_receipt_head FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'registration_receipt_head is append-only';
DELIMITER //
CREATE TRIGGER registration_receipt_head_step BEFORE UPDATE ON registration_receipt_head FOR EACH ROW
BEGIN
  IF NEW.student_id <> OLD.student_id OR NEW.position <= OLD.position THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'registration_receipt_head never goes back';
  END IF;
END//
DELIMITER ;
