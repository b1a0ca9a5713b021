-- registration: a receipt seals the whole answer too; 1 marks those made before, over the log alone
ALTER TABLE registration_submission
  ADD COLUMN receipt_form TINYINT NOT NULL DEFAULT 1,
  ADD CONSTRAINT ck_registration_submission_form CHECK (receipt_form IN (1, 2));
