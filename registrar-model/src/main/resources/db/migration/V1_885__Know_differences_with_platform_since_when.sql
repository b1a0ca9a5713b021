-- correspondence.ministry: since when a difference with the platform is known, so that what is new stands out

ALTER TABLE ministry_difference ADD COLUMN first_found_at DATETIME(6) NULL AFTER found_at;
UPDATE ministry_difference SET first_found_at = found_at;
ALTER TABLE ministry_difference MODIFY COLUMN first_found_at DATETIME(6) NOT NULL;
CREATE INDEX ix_ministry_difference_student ON ministry_difference (student_id);
