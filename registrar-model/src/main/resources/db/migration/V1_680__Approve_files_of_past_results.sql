-- IMP-6: what a file brings into the history is approved by somebody else than who brought it
ALTER TABLE import_run
  ADD COLUMN needs_approval BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD COLUMN submitted_by   VARCHAR(64)  NULL,
  ADD COLUMN submitted_at   DATETIME(6)  NULL,
  ADD COLUMN decided_by     VARCHAR(64)  NULL,
  ADD COLUMN decided_at     DATETIME(6)  NULL,
  ADD COLUMN decision_note  VARCHAR(500) NULL;
-- those on their way are not stored without it either
UPDATE import_run SET needs_approval = TRUE
  WHERE list = 'results' AND status IN ('READING', 'CHECKED', 'FAILED');
ALTER TABLE import_run DROP CONSTRAINT ck_import_run_status;
ALTER TABLE import_run
  ADD CONSTRAINT ck_import_run_status CHECK
    (status IN ('READING', 'CHECKED', 'WAITING', 'APPLYING', 'APPLIED', 'REJECTED', 'FAILED')),
  ADD CONSTRAINT ck_import_run_waiting CHECK
    (status <> 'WAITING' OR (needs_approval AND submitted_by IS NOT NULL AND decided_by IS NULL)),
  ADD CONSTRAINT ck_import_run_two_people CHECK
    (decided_by IS NULL OR (submitted_by IS NOT NULL AND decided_at IS NOT NULL
      AND decided_by <> submitted_by AND decided_by <> uploaded_by)),
  ADD CONSTRAINT ck_import_run_approved CHECK
    (NOT needs_approval OR status NOT IN ('APPLYING', 'APPLIED') OR decided_by IS NOT NULL);
