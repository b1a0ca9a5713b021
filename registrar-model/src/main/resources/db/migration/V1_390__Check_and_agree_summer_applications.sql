-- SUM-13: the office checks an application for the summer, adviser or dean agrees to it
ALTER TABLE summer_application
  ADD COLUMN checked_by VARCHAR(64) NULL AFTER applied_by,
  ADD COLUMN checked_at DATETIME(6) NULL AFTER checked_by,
  ADD COLUMN agreed_by  VARCHAR(64) NULL AFTER checked_at,
  ADD COLUMN agreed_at  DATETIME(6) NULL AFTER agreed_by,
  ADD CONSTRAINT ck_summer_application_checked CHECK ((checked_by IS NULL) = (checked_at IS NULL)),
  ADD CONSTRAINT ck_summer_application_agreed CHECK ((agreed_by IS NULL) = (agreed_at IS NULL));
