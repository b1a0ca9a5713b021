-- transcript: a batch is about students, or about sheets and groups of a term

ALTER TABLE document_batch_line
  MODIFY student_id BIGINT NULL,
  ADD COLUMN subject_kind VARCHAR(24) NULL AFTER student_id,
  ADD COLUMN subject_uuid UUID NULL AFTER subject_kind,
  ADD COLUMN subject_name VARCHAR(300) NULL AFTER subject_uuid,
  -- what names it beside its id, as a document about it keeps it
  ADD COLUMN subject_details LONGTEXT NULL AFTER subject_name,
  ADD CONSTRAINT uq_document_batch_line_subject UNIQUE (batch_id, subject_uuid),
  ADD CONSTRAINT ck_document_batch_line_about CHECK ((student_id IS NULL) = (subject_uuid IS NOT NULL) AND (subject_uuid IS NULL) = (subject_kind IS NULL) AND (subject_uuid IS NULL) = (subject_name IS NULL) AND (subject_uuid IS NULL) = (subject_details IS NULL)),
  ADD CONSTRAINT ck_document_batch_line_details CHECK (subject_details IS NULL OR JSON_VALID(subject_details));
