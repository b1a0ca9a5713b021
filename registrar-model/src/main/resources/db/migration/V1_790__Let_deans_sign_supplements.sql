-- transcript: supplements to diplomas are signed by the head and by the dean of the faculty (O47 App. 10);
-- the dean has a place of its own, so that what the office signed at the second before is still told as
-- signed by the office

DELETE FROM document_signatory WHERE kind = 'DIPLOMA_SUPPLEMENT' AND place = 2;
INSERT INTO document_signatory (kind, place, roles, title) VALUES ('DIPLOMA_SUPPLEMENT', 3, 'DEAN', 'dean');

-- one post, one name: the one kept among the details of the university
INSERT IGNORE INTO university_setting (code, valid_from, value) VALUES
  ('dean.kk', '2020-01-01', 'Факультет деканы'),
  ('dean.ru', '2020-01-01', 'Декан факультета'),
  ('dean.en', '2020-01-01', 'Dean of the Faculty');
DELETE FROM university_setting WHERE code LIKE 'supplement.dean.%';
