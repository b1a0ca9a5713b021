-- After the end of changes a whole academic group is enrolled by decision, as one student is: in one
-- offering, or in what its curriculum prescribes for the term (no offering).
ALTER TABLE registration_request
  DROP CONSTRAINT uq_registration_request_open,
  DROP COLUMN subject_key,
  DROP CONSTRAINT ck_registration_request_kind,
  DROP CONSTRAINT ck_registration_request_student,
  ADD COLUMN group_id BIGINT NULL AFTER enrolment_id;
ALTER TABLE registration_request
  ADD COLUMN subject_key VARCHAR(160) AS (CONCAT_WS(' ', kind, COALESCE(student_id, 0), COALESCE(offering_id, 0), COALESCE(section_id, 0), COALESCE(enrolment_id, 0), COALESCE(rule, ''), COALESCE(group_id, 0), CASE WHEN group_id IS NULL THEN 0 ELSE term_id END)) PERSISTENT,
  ADD CONSTRAINT uq_registration_request_open UNIQUE (subject_key, open_key),
  ADD CONSTRAINT fk_registration_request_group FOREIGN KEY (group_id) REFERENCES student_group (id),
  ADD CONSTRAINT ck_registration_request_kind CHECK (kind IN ('EXCEED', 'LATE', 'WAIVER', 'WITHDRAW', 'GROUP', 'CLOSE_SECTION')),
  ADD CONSTRAINT ck_registration_request_student CHECK ((kind IN ('GROUP', 'CLOSE_SECTION')) = (student_id IS NULL)),
  ADD CONSTRAINT ck_registration_request_group CHECK ((kind = 'GROUP') = (group_id IS NOT NULL) AND (kind <> 'GROUP' OR (offering_id IS NULL) = (enrolment_type IS NULL)));
