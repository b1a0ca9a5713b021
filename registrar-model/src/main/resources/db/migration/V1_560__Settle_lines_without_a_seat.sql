-- registration.plan: a line that was accepted without a seat while a prerequisite is being studied holds only until
-- its mark arrives; it is judged again when something it stands on has changed
ALTER TABLE study_plan_line
  ADD COLUMN provisional BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN to_settle BOOLEAN NOT NULL DEFAULT FALSE,
  -- its prerequisite is lost for good: adviser and office were told and decide whether it stays
  ADD COLUMN to_decide BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX ix_study_plan_line_to_settle ON study_plan_line (to_settle, status);
UPDATE study_plan_line l JOIN study_plan p ON p.id = l.plan_id
SET l.provisional = TRUE, l.to_settle = TRUE
WHERE l.enrolment_id IS NULL AND l.status IN ('SUBMITTED', 'APPROVED', 'REGISTERED') AND p.status <> 'CLOSED'
  AND EXISTS (SELECT 1 FROM prerequisite r JOIN offering o ON o.discipline_id = r.requires_id JOIN enrolment e
    ON e.offering_id = o.id WHERE r.discipline_id = l.discipline_id AND e.student_id = p.student_id AND e.status = 'ENROLLED');
