-- transcript: a document takes the place of an issued one because that is wrong, or as a duplicate
-- of what is lost or damaged
ALTER TABLE issued_document
  ADD COLUMN reissue VARCHAR(16) NULL AFTER replaces_id;
UPDATE issued_document d SET d.reissue = CASE WHEN EXISTS (SELECT 1 FROM document_request r
    WHERE r.document_id = d.id AND r.duplicates_id IS NOT NULL) THEN 'DUPLICATE' ELSE 'CORRECTION' END
  WHERE d.replaces_id IS NOT NULL;
ALTER TABLE issued_document
  ADD CONSTRAINT ck_issued_document_reissue CHECK ((reissue IS NULL) = (replaces_id IS NULL) AND (reissue IS NULL OR reissue IN ('CORRECTION', 'DUPLICATE')));
