-- registration: an enrolment is judged again when something it stands on has changed, not every minute
ALTER TABLE enrolment
  ADD COLUMN to_settle BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX ix_enrolment_to_settle ON enrolment (to_settle, status);
UPDATE enrolment SET to_settle = TRUE WHERE provisional = TRUE AND status IN ('WAITLISTED', 'ENROLLED');
