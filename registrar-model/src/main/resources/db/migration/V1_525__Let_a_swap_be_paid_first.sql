-- Who has to pay before another seat of the same offering is looked for keeps the one they have until
-- then; and the group they have named is kept, since the line of the plan stands for the seat they have
ALTER TABLE enrolment DROP INDEX uq_enrolment_active;
ALTER TABLE enrolment DROP COLUMN active_key;
ALTER TABLE enrolment
  ADD COLUMN wished_section_id BIGINT NULL AFTER replaces_id,
  ADD COLUMN active_key TINYINT AS (CASE WHEN status IN ('ENROLLED', 'COMPLETED') THEN 1 WHEN status = 'WAITLISTED' THEN 2 WHEN status = 'REQUESTED' THEN 3 END) PERSISTENT,
  ADD CONSTRAINT uq_enrolment_active UNIQUE (student_id, offering_id, active_key),
  ADD CONSTRAINT fk_enrolment_wished FOREIGN KEY (wished_section_id) REFERENCES section (id);
UPDATE enrolment e JOIN study_plan_line l ON l.enrolment_id = e.id SET e.wished_section_id = l.section_id WHERE e.status = 'REQUESTED';
