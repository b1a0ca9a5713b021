-- A student with a seat in one group of an offering may wait for another group of it: one enrolment
-- that counts and one that waits
CREATE INDEX ix_enrolment_student ON enrolment (student_id, status);
ALTER TABLE enrolment DROP INDEX uq_enrolment_active;
ALTER TABLE enrolment DROP COLUMN active_key;
ALTER TABLE enrolment
  ADD COLUMN active_key TINYINT AS (CASE WHEN status IN ('REQUESTED', 'ENROLLED', 'COMPLETED') THEN 1 WHEN status = 'WAITLISTED' THEN 2 END) PERSISTENT,
  ADD CONSTRAINT uq_enrolment_active UNIQUE (student_id, offering_id, active_key);
