-- nothing archives a sheet: what is posted may be amended however late a mistake is found
ALTER TABLE sheet
  DROP CONSTRAINT ck_sheet_status,
  DROP CONSTRAINT ck_sheet_closed,
  DROP CONSTRAINT ck_sheet_version_no,
  ADD CONSTRAINT ck_sheet_status CHECK (status IN ('CREATED', 'OPEN', 'OVERDUE', 'SUBMITTED', 'CLOSED', 'AMENDED')),
  ADD CONSTRAINT ck_sheet_closed CHECK ((status IN ('CLOSED', 'AMENDED')) = (closed_at IS NOT NULL)),
  ADD CONSTRAINT ck_sheet_version_no CHECK (version_no >= 1 AND (version_no = 1 OR status = 'AMENDED'));
