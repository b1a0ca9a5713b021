-- Requests of the system carried their reason in three languages at once; the message and what it
-- names are kept instead, so that each reader has it in one.
ALTER TABLE registration_request
  ADD COLUMN cause VARCHAR(64) NULL AFTER reason,
  ADD COLUMN cause_about VARCHAR(64) NULL AFTER cause,
  ADD CONSTRAINT ck_registration_request_cause CHECK ((cause IS NULL) = (cause_about IS NULL));

UPDATE registration_request
SET cause = IF(rule = 'REG-17', 'registration.request.corequisite-lost',
               'registration.request.prerequisite-lost'),
    cause_about = REGEXP_REPLACE(reason, '^.*(prerequisite|Corequisite) ([^ ]+) (does not|is no longer).*$', '\\2')
WHERE requested_by = 'registration' AND kind = 'WAIVER' AND rule IN ('REG-2', 'REG-17')
  AND reason REGEXP '(prerequisite|Corequisite) [^ ]{1,64} (does not|is no longer)';

UPDATE registration_request SET reason = CONCAT(rule, ' ', cause_about) WHERE cause IS NOT NULL;
