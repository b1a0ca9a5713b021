-- A limit of credits is exceeded up to the figure that was decided; null where none was kept.
ALTER TABLE registration_request
  ADD COLUMN decided_credits INT NULL,
  ADD CONSTRAINT ck_registration_request_credits CHECK (decided_credits > 0);
