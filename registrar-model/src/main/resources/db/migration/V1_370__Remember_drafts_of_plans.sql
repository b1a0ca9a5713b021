-- What a student chooses and does not submit is remembered too, apart from what others decide about.

ALTER TABLE study_plan_event
  DROP CONSTRAINT ck_study_plan_event_act,
  ADD CONSTRAINT ck_study_plan_event_act CHECK (act IN ('CHOSEN', 'SUBMITTED', 'APPROVED', 'RETURNED', 'SIGNED', 'REGISTERED', 'CHANGED', 'ESCALATED', 'CLOSED'));
