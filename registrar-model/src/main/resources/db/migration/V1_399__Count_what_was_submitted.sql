-- Whoever decides about a plan decides about what was submitted: drafts saved meanwhile are stored with
-- the plan, but are no other version of it.
ALTER TABLE study_plan ADD COLUMN submitted_version INT NOT NULL DEFAULT 0 AFTER version;
UPDATE study_plan SET submitted_version = version;
