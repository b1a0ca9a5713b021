-- attestation.commission: the director approves the meetings of a commission as its schedule; the council
-- approves the report of its chair
ALTER TABLE attestation_commission_meeting
  ADD COLUMN approved_by     VARCHAR(64)  NULL,
  ADD COLUMN approved_at     DATETIME(6)  NULL,
  ADD COLUMN approved_reason VARCHAR(500) NULL,
  ADD CONSTRAINT ck_attestation_meeting_approved CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND approved_by <> planned_by);
ALTER TABLE attestation_commission
  ADD COLUMN report_no VARCHAR(50) NULL,
  ADD COLUMN report_on DATE        NULL,
  ADD CONSTRAINT ck_attestation_commission_report CHECK ((report_no IS NULL) = (report_on IS NULL));
