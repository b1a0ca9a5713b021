-- a sheet has students of one level; an exam has a form and a length; final attestation its protocol
ALTER TABLE sheet
  ADD COLUMN level VARCHAR(16) NULL AFTER rule_set_code,
  ADD COLUMN exam_form VARCHAR(16) NULL AFTER room,
  ADD COLUMN exam_minutes SMALLINT NULL AFTER exam_form,
  ADD COLUMN protocol_no VARCHAR(64) NULL AFTER exam_minutes,
  ADD COLUMN protocol_date DATE NULL AFTER protocol_no,
  ADD CONSTRAINT ck_sheet_level CHECK (level IN ('BACHELOR', 'MASTER', 'PHD')),
  ADD CONSTRAINT ck_sheet_exam_form CHECK (exam_form IN ('WRITTEN', 'ORAL', 'TEST', 'COMBINED', 'DEFENCE', 'OPEN_BOOK')),
  ADD CONSTRAINT ck_sheet_exam_minutes CHECK (exam_minutes BETWEEN 1 AND 1440),
  -- the grade of final attestation comes from the protocol of its commission
  ADD CONSTRAINT ck_sheet_protocol CHECK (kind <> 'FINAL' OR closed_at IS NULL OR (protocol_no IS NOT NULL AND protocol_date IS NOT NULL));

-- sheets of a group with one level say so; a mixed one of earlier years stays open to all of them
UPDATE sheet h JOIN (
    SELECT r.sheet_id, MIN(p.level) AS level
    FROM sheet_row r JOIN student s ON s.id = r.student_id JOIN programme p ON p.id = s.programme_id
    GROUP BY r.sheet_id HAVING COUNT(DISTINCT p.level) = 1) o ON o.sheet_id = h.id
  SET h.level = o.level;

-- one sheet of the first sitting per group and level, whoever forms it at the same moment
ALTER TABLE sheet DROP INDEX uq_sheet_first_sitting, DROP COLUMN first_sitting_of;
ALTER TABLE sheet
  ADD COLUMN first_sitting_of BIGINT AS (CASE WHEN kind IN ('MAIN', 'SUMMER', 'GOS_HISTORY', 'PRACTICE', 'COURSEWORK', 'RETAKE', 'DIFFERENCE', 'FINAL') THEN section_id END) PERSISTENT,
  ADD COLUMN first_sitting_level VARCHAR(16) AS (COALESCE(level, '')) PERSISTENT,
  ADD CONSTRAINT uq_sheet_first_sitting UNIQUE (first_sitting_of, first_sitting_level);
