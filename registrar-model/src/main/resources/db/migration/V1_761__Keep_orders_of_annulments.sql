-- transcript: by which order a document was taken back or is issued again, and the number of the
-- blank where the document is printed on one
ALTER TABLE issued_document
  ADD COLUMN status_order VARCHAR(100) NULL AFTER status_reason,
  ADD COLUMN blank_number VARCHAR(40) NULL AFTER copies,
  ADD CONSTRAINT uq_issued_document_blank UNIQUE (kind, blank_number);
