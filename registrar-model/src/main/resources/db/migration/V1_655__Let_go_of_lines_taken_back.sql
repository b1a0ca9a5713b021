-- achievement: a student whose order at the end of a year was taken back may be decided by a later
-- run of that year; what was ordered and taken back stays to be read
ALTER TABLE promotion_line DROP INDEX uq_promotion_line_student;
ALTER TABLE promotion_line DROP COLUMN held;
ALTER TABLE promotion_line
  ADD COLUMN taken_back BOOLEAN NOT NULL DEFAULT FALSE AFTER order_id;
ALTER TABLE promotion_line
  ADD COLUMN held TINYINT AS (CASE WHEN left_out OR taken_back THEN NULL ELSE 1 END) PERSISTENT;
ALTER TABLE promotion_line
  ADD CONSTRAINT uq_promotion_line_student UNIQUE (year_start, student_id, held),
  ADD CONSTRAINT ck_promotion_line_taken_back CHECK (NOT taken_back OR order_id IS NOT NULL),
  MODIFY gpa DECIMAL(6,4) NULL,
  MODIFY threshold DECIMAL(6,4) NULL;
DROP TRIGGER promotion_line_no_update;
-- What an order has carried out stays as it was decided, but for the note that it was taken back
CREATE TRIGGER promotion_line_no_update BEFORE UPDATE ON promotion_line FOR EACH ROW
BEGIN
  IF OLD.order_id IS NOT NULL AND NOT (NOT OLD.taken_back AND NEW.taken_back
      AND NEW.order_id = OLD.order_id AND NEW.run_id = OLD.run_id
      AND NEW.student_id = OLD.student_id AND NEW.year_start = OLD.year_start
      AND NEW.course_year = OLD.course_year AND NEW.last_course = OLD.last_course
      AND NEW.curriculum_id = OLD.curriculum_id AND NEW.funding = OLD.funding
      AND NEW.proposed <=> OLD.proposed AND NEW.decided <=> OLD.decided
      AND NEW.left_out = OLD.left_out AND NEW.gpa <=> OLD.gpa
      AND NEW.gpa_points <=> OLD.gpa_points AND NEW.gpa_credits <=> OLD.gpa_credits
      AND NEW.threshold <=> OLD.threshold AND NEW.debt_credits = OLD.debt_credits
      AND NEW.earned = OLD.earned AND NEW.rule_set_code = OLD.rule_set_code
      AND NEW.reasons = OLD.reasons AND NEW.grounds = OLD.grounds
      AND NEW.ledger_position = OLD.ledger_position AND NEW.changed_by <=> OLD.changed_by
      AND NEW.changed_at <=> OLD.changed_at AND NEW.change_reason <=> OLD.change_reason) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'promotion_line is ordered';
  END IF;
END;
