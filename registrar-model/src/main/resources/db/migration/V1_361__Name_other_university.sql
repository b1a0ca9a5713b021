-- registration.summer: study in or with another university, which the application names

ALTER TABLE summer_application
  ADD COLUMN university VARCHAR(200) NULL,
  -- studied elsewhere alone: no seat and no payment here, and the result must be recognised
  ADD COLUMN recredit BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE summer_application SET university = 'не указан' WHERE purpose IN ('OTHER_HEI', 'DOUBLE_DEGREE');
UPDATE summer_application SET recredit = TRUE WHERE purpose = 'OTHER_HEI' AND enrolment_id IS NULL;

ALTER TABLE summer_application
  ADD CONSTRAINT ck_summer_application_university CHECK ((purpose IN ('OTHER_HEI', 'DOUBLE_DEGREE')) = (university IS NOT NULL)),
  ADD CONSTRAINT ck_summer_application_recredit CHECK (NOT recredit OR (purpose = 'OTHER_HEI' AND enrolment_id IS NULL)),
  DROP CONSTRAINT ck_summer_application_accepted,
  ADD CONSTRAINT ck_summer_application_seated CHECK (status <> 'ACCEPTED' OR recredit OR enrolment_id IS NOT NULL);
