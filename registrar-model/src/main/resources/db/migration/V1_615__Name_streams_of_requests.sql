-- A request for a decision names the lecture stream as it names the group: both seats are taken on approval,
-- or neither is. NULL where whatever stream will do.
ALTER TABLE registration_request
  DROP CONSTRAINT uq_registration_request_open,
  DROP COLUMN subject_key,
  ADD COLUMN stream_id BIGINT NULL AFTER section_id;
ALTER TABLE registration_request
  ADD COLUMN subject_key VARCHAR(180) AS (CONCAT_WS(' ', kind, COALESCE(student_id, 0), COALESCE(offering_id, 0), COALESCE(section_id, 0), COALESCE(stream_id, 0), COALESCE(enrolment_id, 0), COALESCE(rule, ''), COALESCE(group_id, 0), CASE WHEN group_id IS NULL THEN 0 ELSE term_id END)) PERSISTENT,
  ADD CONSTRAINT uq_registration_request_open UNIQUE (subject_key, open_key),
  ADD CONSTRAINT fk_registration_request_stream FOREIGN KEY (stream_id) REFERENCES section (id),
  ADD CONSTRAINT ck_registration_request_stream CHECK (stream_id IS NULL OR (offering_id IS NOT NULL AND kind IN ('EXCEED', 'LATE', 'WAIVER', 'GROUP')));
