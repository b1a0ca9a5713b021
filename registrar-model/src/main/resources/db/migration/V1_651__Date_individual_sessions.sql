-- attestation.retake: an individual session has its days, and what was asked for may be taken back
ALTER TABLE individual_schedule
  MODIFY COLUMN status VARCHAR(16) NOT NULL,
  ADD COLUMN session_from DATE NULL,
  ADD COLUMN session_to DATE NULL,
  ADD COLUMN withdrawn_by VARCHAR(64) NULL,
  ADD COLUMN withdrawn_at DATETIME(6) NULL,
  DROP CONSTRAINT ck_individual_schedule_status;
ALTER TABLE individual_schedule
  ADD CONSTRAINT ck_individual_schedule_status CHECK (status IN ('ASKED', 'AGREED', 'DECLINED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  ADD CONSTRAINT ck_individual_schedule_session CHECK ((session_from IS NULL AND session_to IS NULL) OR session_to >= session_from),
  ADD CONSTRAINT ck_individual_schedule_withdrawn CHECK ((status = 'WITHDRAWN') = (withdrawn_by IS NOT NULL) AND (withdrawn_by IS NULL) = (withdrawn_at IS NULL));
