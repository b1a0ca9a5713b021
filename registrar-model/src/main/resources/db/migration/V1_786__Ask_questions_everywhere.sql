-- transcript: what a kind asks is asked by whichever way it is asked for, so that kinds that ask may
-- be asked for by students; a kind without a term of its own has that of the rules in force
ALTER TABLE document_question
  DROP CONSTRAINT ck_document_question_type,
  ADD CONSTRAINT ck_document_question_type CHECK (type IN ('TEXT', 'DAY', 'YEAR'));

ALTER TABLE document_kind
  MODIFY term_unit VARCHAR(16) NULL,
  MODIFY term_amount SMALLINT NULL,
  ADD CONSTRAINT ck_document_kind_term_whole CHECK ((term_unit IS NULL) = (term_amount IS NULL));
UPDATE document_kind SET term_unit = NULL, term_amount = NULL, version = version + 1
  WHERE family = 'TRANSCRIPT' AND term_unit = 'HOURS' AND term_amount = 24;

-- as they come with the program, where the office has put no edition of its own in force
UPDATE document_kind k SET k.channels = 'COUNTER SELF_SERVICE', k.version = k.version + 1
  WHERE k.code IN ('CERT_MILITARY', 'CERT_EMBASSY', 'CERT_SUMMONS') AND k.channels = 'COUNTER'
    AND NOT EXISTS (SELECT 1 FROM document_edition e
      WHERE e.subject = CONCAT('CERTIFICATE:', k.code) AND e.state = 'APPROVED');
