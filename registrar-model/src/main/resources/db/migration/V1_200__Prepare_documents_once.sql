-- what the document was asked for by: the same form sent twice asks for one document
ALTER TABLE issued_document
  ADD COLUMN request_key BINARY(32) NULL AFTER prepared_at,
  ADD CONSTRAINT uq_issued_document_request UNIQUE (request_key);
