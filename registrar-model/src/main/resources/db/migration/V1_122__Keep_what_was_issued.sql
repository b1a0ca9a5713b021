-- what was issued stays as issued, and a number once given is never given again
DELIMITER //
CREATE TRIGGER issued_document_kept BEFORE UPDATE ON issued_document FOR EACH ROW
BEGIN
  IF OLD.number IS NOT NULL AND NOT (NEW.number <=> OLD.number
      AND NEW.register_code <=> OLD.register_code
      AND NEW.register_year <=> OLD.register_year
      AND NEW.register_number <=> OLD.register_number) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the number of a document does not change';
  END IF;
  IF OLD.status IN ('ISSUED', 'REPLACED', 'ANNULLED') AND NOT (NEW.pdf <=> OLD.pdf
      AND NEW.pdf_sha256 <=> OLD.pdf_sha256
      AND NEW.snapshot <=> OLD.snapshot
      AND NEW.kind <=> OLD.kind
      AND NEW.student_id <=> OLD.student_id
      AND NEW.issued_on <=> OLD.issued_on
      AND NEW.signed_by <=> OLD.signed_by
      AND NEW.verification_code <=> OLD.verification_code) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued document does not change';
  END IF;
  IF OLD.status IN ('ISSUED', 'REPLACED', 'ANNULLED', 'SPOILED')
      AND NEW.status IN ('PREPARED', 'RESERVED') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued document is not taken back to a draft';
  END IF;
END//
CREATE TRIGGER issued_document_no_delete BEFORE DELETE ON issued_document FOR EACH ROW
BEGIN
  IF OLD.number IS NOT NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a numbered document is not deleted';
  END IF;
END//
CREATE TRIGGER document_register_forward BEFORE UPDATE ON document_register FOR EACH ROW
BEGIN
  IF NEW.last_number < OLD.last_number OR NEW.code <> OLD.code OR NEW.year <> OLD.year THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a number once given is never given again';
  END IF;
END//
CREATE TRIGGER document_register_no_delete BEFORE DELETE ON document_register FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a number once given is never given again';
END//
DELIMITER ;
