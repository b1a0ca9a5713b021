-- student: an order says where a student goes, by paragraph; the history keeps the whole standing

ALTER TABLE student_order
  DROP CONSTRAINT ck_student_order_kind,
  DROP INDEX uq_student_order_number,
  ADD COLUMN paragraph SMALLINT NOT NULL DEFAULT 1 AFTER number,
  ADD COLUMN until_on DATE NULL AFTER title,
  ADD COLUMN partner VARCHAR(300) NULL AFTER until_on,
  ADD COLUMN to_curriculum_id BIGINT NULL AFTER partner,
  ADD COLUMN to_group_id BIGINT NULL AFTER to_curriculum_id,
  ADD COLUMN to_course_year SMALLINT NULL AFTER to_group_id,
  ADD COLUMN to_study_form VARCHAR(16) NULL AFTER to_course_year,
  ADD COLUMN to_study_language CHAR(2) NULL AFTER to_study_form,
  ADD COLUMN to_funding VARCHAR(16) NULL AFTER to_study_language;
ALTER TABLE student_order
  ADD CONSTRAINT uq_student_order_number UNIQUE (number, signed_on, paragraph),
  ADD CONSTRAINT ck_student_order_kind CHECK (kind IN ('ADMISSION', 'TRANSFER_IN', 'MOBILITY_IN', 'LEAVE', 'LEAVE_EXTENSION', 'LEAVE_RETURN', 'EXPULSION', 'TRANSFER_OUT', 'REINSTATEMENT', 'COURSE_PROMOTION', 'REPEAT_YEAR', 'TRANSFER_INSIDE', 'MOBILITY_OUT', 'MOBILITY_RETURN', 'GRADUATION', 'PERSONAL_DATA', 'CANCELLATION', 'OTHER')),
  ADD CONSTRAINT ck_student_order_paragraph CHECK (paragraph BETWEEN 1 AND 999),
  ADD CONSTRAINT ck_student_order_until CHECK (until_on IS NULL OR until_on > effective_on),
  ADD CONSTRAINT ck_student_order_cancels CHECK (kind <> 'CANCELLATION' OR corrects_id IS NOT NULL),
  ADD CONSTRAINT ck_student_order_course CHECK (to_course_year IS NULL OR to_course_year BETWEEN 1 AND 7),
  ADD CONSTRAINT ck_student_order_form CHECK (to_study_form IS NULL OR to_study_form IN ('FULL_TIME', 'EVENING', 'DISTANCE', 'ONLINE')),
  ADD CONSTRAINT ck_student_order_language CHECK (to_study_language IS NULL OR to_study_language IN ('kk', 'ru', 'en')),
  ADD CONSTRAINT ck_student_order_funding CHECK (to_funding IS NULL OR to_funding IN ('GRANT', 'PAID', 'QUOTA')),
  ADD CONSTRAINT fk_student_order_curriculum FOREIGN KEY (to_curriculum_id) REFERENCES curriculum (id),
  ADD CONSTRAINT fk_student_order_group FOREIGN KEY (to_group_id) REFERENCES student_group (id);
-- a ground is one of a list; another wording stays readable in the title
UPDATE student_order SET category = CASE category
  WHEN 'академическая неуспеваемость' THEN 'ACADEMIC_FAILURE'
  WHEN 'собственное желание' THEN 'OWN_WISH'
  WHEN 'нарушение условий договора' THEN 'BREACH_OF_CONTRACT'
  WHEN 'по заключению ВКК' THEN 'ILLNESS' END;
ALTER TABLE student_order ADD CONSTRAINT ck_student_order_category CHECK (category IS NULL OR category IN ('NON_PAYMENT', 'ACADEMIC_FAILURE', 'CONSCRIPTION', 'OWN_WISH', 'HEALTH', 'BREACH_OF_CONTRACT', 'NOT_RETURNED', 'DISCIPLINE', 'DISHONESTY', 'DEATH', 'INTERNAL_RULES', 'FAILED_STATE_EXAM', 'FAILED_DEFENCE', 'MISSED_DEFENCE', 'MISSED_STATE_EXAM', 'TO_DOMESTIC_UNIVERSITY', 'TO_FOREIGN_UNIVERSITY', 'MILITARY_SERVICE', 'ILLNESS', 'CHILD'));
-- what is entered is never edited: only its application and its scan come later
CREATE TRIGGER student_order_no_delete BEFORE DELETE ON student_order FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an order is corrected only by another order';
CREATE TRIGGER student_order_line_no_delete BEFORE DELETE ON student_order_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an order is corrected only by another order';

-- What became of each student the order names
ALTER TABLE student_order_line
  DROP COLUMN effect,
  ADD COLUMN outcome VARCHAR(16) NULL,
  ADD COLUMN refusal VARCHAR(500) NULL,
  ADD COLUMN released SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN withdrawn SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN told SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN version INT NOT NULL DEFAULT 0,
  ADD CONSTRAINT ck_student_order_line_outcome CHECK (outcome IS NULL OR outcome IN ('APPLIED', 'REFUSED', 'CANCELLED')),
  ADD CONSTRAINT ck_student_order_line_refusal CHECK ((refusal IS NOT NULL) = (COALESCE(outcome, '') = 'REFUSED'));

-- The whole standing before and after; unknown for orders of the time before this system
ALTER TABLE student_status_change
  ADD COLUMN to_curriculum_id BIGINT NULL,
  ADD COLUMN to_group_id BIGINT NULL,
  ADD COLUMN to_study_form VARCHAR(16) NULL,
  ADD COLUMN to_study_language CHAR(2) NULL,
  ADD COLUMN to_funding VARCHAR(16) NULL,
  ADD COLUMN to_on_mobility BOOLEAN NULL,
  ADD COLUMN from_course_year SMALLINT NULL,
  ADD COLUMN from_curriculum_id BIGINT NULL,
  ADD COLUMN from_group_id BIGINT NULL,
  ADD COLUMN from_study_form VARCHAR(16) NULL,
  ADD COLUMN from_study_language CHAR(2) NULL,
  ADD COLUMN from_funding VARCHAR(16) NULL,
  ADD COLUMN from_on_mobility BOOLEAN NULL,
  ADD COLUMN undoes_id BIGINT NULL,
  ADD COLUMN undoing TINYINT AS (CASE WHEN undoes_id IS NULL THEN 0 ELSE 1 END) PERSISTENT,
  DROP INDEX uq_student_status_change,
  -- an order moves a student once; one that corrects another may undo that first
  ADD CONSTRAINT uq_student_status_change UNIQUE (student_id, order_id, undoing),
  ADD CONSTRAINT uq_student_status_change_undoes UNIQUE (undoes_id),
  ADD CONSTRAINT fk_student_status_change_undoes FOREIGN KEY (undoes_id) REFERENCES student_status_change (id),
  ADD CONSTRAINT fk_student_status_change_to_curriculum FOREIGN KEY (to_curriculum_id) REFERENCES curriculum (id),
  ADD CONSTRAINT fk_student_status_change_to_group FOREIGN KEY (to_group_id) REFERENCES student_group (id),
  ADD CONSTRAINT fk_student_status_change_from_curriculum FOREIGN KEY (from_curriculum_id) REFERENCES curriculum (id),
  ADD CONSTRAINT fk_student_status_change_from_group FOREIGN KEY (from_group_id) REFERENCES student_group (id);
