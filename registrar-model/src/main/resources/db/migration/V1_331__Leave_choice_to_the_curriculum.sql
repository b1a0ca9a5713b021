-- registration.plan: what a student must take and what is chosen from a block is told by the
-- curriculum and the catalogue of electives; nothing ever wrote it into the lines of plans
ALTER TABLE study_plan_line
  DROP COLUMN prescribed,
  DROP COLUMN choice_block;
