-- transcript: until when a diploma is to be issued, and its data are to be with the ministry; by the rules
-- in force when it was drafted

ALTER TABLE diploma
  ADD COLUMN issue_by DATE NULL AFTER decided_on,
  ADD COLUMN ministry_by DATE NULL AFTER issue_by;
-- what was drafted before: by the bounds the law draws, with three weeks for fifteen working days
UPDATE diploma SET
  issue_by = CASE WHEN duplicate_of IS NULL THEN decided_on + INTERVAL 30 DAY ELSE applied_on + INTERVAL 21 DAY END,
  ministry_by = CASE WHEN duplicate_of IS NULL THEN decided_on + INTERVAL 1 MONTH END;
CREATE INDEX ix_diploma_issue_by ON diploma (status, issue_by);
