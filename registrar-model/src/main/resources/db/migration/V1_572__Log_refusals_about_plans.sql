-- registration.log: that a line without a seat is not submitted again or not taken out is a decision too

ALTER TABLE study_plan_event
  ADD COLUMN verdict MEDIUMTEXT NULL,
  DROP CONSTRAINT ck_study_plan_event_act,
  ADD CONSTRAINT ck_study_plan_event_act CHECK (act IN ('CHOSEN', 'SUBMITTED', 'APPROVED', 'RETURNED', 'SIGNED', 'REGISTERED', 'CHANGED', 'ESCALATED', 'CLOSED', 'REFUSED')),
  ADD CONSTRAINT ck_study_plan_event_refused CHECK (act <> 'REFUSED' OR verdict IS NOT NULL);
