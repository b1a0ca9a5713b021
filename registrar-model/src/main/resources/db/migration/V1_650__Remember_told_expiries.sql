-- INC-3, INC-4: once the student is told that the last day is near, once the office that it has passed
ALTER TABLE incomplete_told
  ADD COLUMN about VARCHAR(8) NOT NULL DEFAULT 'NEAR',
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (student_id, position, last_day, about),
  ADD CONSTRAINT ck_incomplete_told_about CHECK (about IN ('NEAR', 'OVER'));
