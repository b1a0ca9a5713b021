-- transcript: what a batch was begun by: the same form sent twice begins one
ALTER TABLE document_batch
  ADD COLUMN request_key BINARY(32) NULL AFTER prepared_at,
  ADD CONSTRAINT uq_document_batch_request UNIQUE (request_key);
