-- a failed import names its incident; one that has not moved for long is known to have died
ALTER TABLE import_run
  ADD COLUMN incident     VARCHAR(16) NULL,
  ADD COLUMN judged_again BOOLEAN     NOT NULL DEFAULT FALSE,
  ADD COLUMN touched_at   DATETIME(6) NULL;
UPDATE import_run SET touched_at = uploaded_at;
ALTER TABLE import_run MODIFY touched_at DATETIME(6) NOT NULL;
