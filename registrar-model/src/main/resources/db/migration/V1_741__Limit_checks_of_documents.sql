-- transcript: what strangers have spent on questions about documents, by the address they ask from
CREATE TABLE document_check_origin (
  origin VARCHAR(64) NOT NULL PRIMARY KEY,
  since  DATETIME(6) NOT NULL,
  spent  INT         NOT NULL
);
CREATE INDEX ix_document_check_origin_since ON document_check_origin (since);

-- DOC-22: changeable by a later row; a whole office may share one address
INSERT INTO university_setting (code, valid_from, value) VALUES
  ('verification.most', '2024-03-01', '300'),
  ('verification.window-seconds', '2024-03-01', '300'),
  ('verification.cost.question', '2024-03-01', '1'),
  ('verification.cost.file', '2024-03-01', '4'),
  ('verification.cost.miss', '2024-03-01', '4'),
  ('verification.cost.guess', '2024-03-01', '19');
