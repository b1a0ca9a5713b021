-- who handed a document over, and which document one takes the place of
ALTER TABLE issued_document
  ADD COLUMN handed_by VARCHAR(64) NULL AFTER received_by,
  ADD COLUMN handed_on DATE NULL AFTER handed_by,
  ADD COLUMN replaces_id BIGINT NULL AFTER replaced_by_id,
  ADD CONSTRAINT fk_issued_document_replaces FOREIGN KEY (replaces_id) REFERENCES issued_document (id),
  ADD CONSTRAINT ck_issued_document_handed CHECK ((handed_by IS NULL) = (handed_on IS NULL));
