-- a posted sheet is never opened again, by whatever way it comes to the database: it stays what was
-- posted, and becomes another only as its next version
DELIMITER //
CREATE TRIGGER sheet_posted_kept BEFORE UPDATE ON sheet FOR EACH ROW
BEGIN
  IF OLD.closed_at IS NOT NULL THEN
    IF NEW.closed_at IS NULL OR NEW.status NOT IN ('CLOSED', 'AMENDED', 'ARCHIVED')
        OR (NEW.status = 'CLOSED' AND OLD.status <> 'CLOSED') THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posted sheet is never opened again';
    END IF;
    IF NOT (NEW.number <=> OLD.number AND NEW.kind <=> OLD.kind AND NEW.term_id <=> OLD.term_id
        AND NEW.discipline_id <=> OLD.discipline_id AND NEW.section_id <=> OLD.section_id
        AND NEW.level <=> OLD.level AND NEW.rule_set_code <=> OLD.rule_set_code
        AND NEW.teacher_id <=> OLD.teacher_id AND NEW.examiner_id <=> OLD.examiner_id
        AND NEW.exam_date <=> OLD.exam_date AND NEW.exam_time <=> OLD.exam_time
        AND NEW.room <=> OLD.room AND NEW.exam_form <=> OLD.exam_form
        AND NEW.protocol_no <=> OLD.protocol_no AND NEW.protocol_date <=> OLD.protocol_date
        AND NEW.submitted_by <=> OLD.submitted_by AND NEW.submitted_at <=> OLD.submitted_at
        AND NEW.closed_by <=> OLD.closed_by AND NEW.closed_at <=> OLD.closed_at
        AND NEW.checksum <=> OLD.checksum) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posted sheet does not change';
    END IF;
    IF NEW.version_no <> OLD.version_no AND (NEW.version_no <> OLD.version_no + 1 OR NOT EXISTS
        (SELECT 1 FROM sheet_amendment a WHERE a.sheet_id = NEW.id AND a.version_no = NEW.version_no)) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posted sheet has no version without an amendment';
    END IF;
  END IF;
END//
CREATE TRIGGER sheet_posted_no_delete BEFORE DELETE ON sheet FOR EACH ROW
BEGIN
  IF OLD.closed_at IS NOT NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posted sheet is not deleted';
  END IF;
END//
-- journals of ratings post nothing; what is kept in them may move on with the student
CREATE TRIGGER sheet_row_posted_insert BEFORE INSERT ON sheet_row FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM sheet_version v WHERE v.sheet_id = NEW.sheet_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posted sheet gets no rows';
  END IF;
END//
CREATE TRIGGER sheet_row_posted_kept BEFORE UPDATE ON sheet_row FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM sheet h WHERE h.id IN (OLD.sheet_id, NEW.sheet_id) AND h.closed_at IS NOT NULL AND h.kind <> 'RATING') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a row of a posted sheet does not change';
  END IF;
END//
CREATE TRIGGER sheet_row_posted_no_delete BEFORE DELETE ON sheet_row FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM sheet h WHERE h.id = OLD.sheet_id AND h.closed_at IS NOT NULL AND h.kind <> 'RATING') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a row of a posted sheet is not deleted';
  END IF;
END//
DELIMITER ;
