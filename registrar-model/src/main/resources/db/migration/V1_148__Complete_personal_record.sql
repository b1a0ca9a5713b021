-- student: names in Kazakh spelling, country of the document, entrance examinations; folded search

ALTER TABLE student
  ADD COLUMN last_name_kk VARCHAR(100) NULL AFTER first_name_latin,
  ADD COLUMN first_name_kk VARCHAR(100) NULL AFTER last_name_kk,
  ADD COLUMN patronymic_kk VARCHAR(100) NULL AFTER first_name_kk,
  ADD COLUMN identity_country CHAR(2) NULL AFTER identity_doc,
  ADD COLUMN entrance_exams VARCHAR(500) NULL AFTER previous_education,
  MODIFY COLUMN search_text VARCHAR(900) NOT NULL;

UPDATE student SET search_text = LOWER(search_text);
UPDATE student SET search_text = REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(search_text,
  'ә', 'а'), 'ғ', 'г'), 'қ', 'к'), 'ң', 'н'), 'ө', 'о'), 'ұ', 'у'), 'ү', 'у'), 'һ', 'х'), 'і', 'и'), 'ё', 'е'), 'э', 'е'), 'й', 'и'), 'щ', 'ш'), 'ъ', ''), 'ь', ''), '-', ' ');
-- the country that issued the document of whoever has no number of this one
UPDATE student SET identity_country = citizenship WHERE identity_doc IS NOT NULL AND iin IS NULL;

ALTER TABLE student
  ADD CONSTRAINT ck_student_citizenship CHECK (citizenship REGEXP '^[A-Z]{2}$'),
  ADD CONSTRAINT ck_student_identity_country CHECK (iin IS NOT NULL OR identity_country IS NOT NULL);
