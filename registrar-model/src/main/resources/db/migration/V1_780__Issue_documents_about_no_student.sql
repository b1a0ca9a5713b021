-- transcript: sheets, consolidated sheets and protocols as documents of record. A kind says what it is
-- about, and which part in it the signatory of a place has

ALTER TABLE document_kind
  ADD COLUMN subject VARCHAR(16) NULL AFTER family,
  ADD CONSTRAINT ck_document_kind_subject CHECK ((family IN ('SHEET', 'SUMMARY_SHEET', 'PROTOCOL')) = (subject IS NOT NULL)),
  ADD CONSTRAINT ck_document_kind_subject_of CHECK (subject IS NULL
    OR family = 'SHEET' AND subject IN ('EXAM_SHEET', 'RETAKE_SHEET', 'RATING_SHEET')
    OR family = 'SUMMARY_SHEET' AND subject = 'GROUP_SHEET'
    OR family = 'PROTOCOL' AND subject IN ('APPEAL', 'RECOGNITION'));
ALTER TABLE document_signatory
  ADD COLUMN part VARCHAR(16) NULL AFTER roles,
  ADD CONSTRAINT ck_document_signatory_part CHECK (part IN ('EXAMINER', 'TEACHER', 'DEAN', 'CHAIR', 'SECRETARY', 'DECIDER'));

INSERT INTO document_kind (code, family, subject, register_code, name_kk, name_ru, name_en, template, term_unit, term_amount, channels, awaits, held, enabled) VALUES
  ('EXAM_SHEET', 'SHEET', 'EXAM_SHEET', 'ES', 'емтихан ведомосы', 'экзаменационная ведомость', 'examination sheet', 'sheet', 'HOURS', 24, '', FALSE, FALSE, TRUE),
  ('RETAKE_SHEET', 'SHEET', 'RETAKE_SHEET', 'RS', 'қайта тапсыру ведомосы', 'ведомость пересдачи', 'retake sheet', 'sheet', 'HOURS', 24, '', FALSE, FALSE, TRUE),
  ('RATING_SHEET', 'SHEET', 'RATING_SHEET', 'RT', 'рейтинг ведомосы', 'рейтинговая ведомость', 'rating sheet', 'rating', 'HOURS', 24, '', FALSE, FALSE, TRUE),
  ('GROUP_SHEET', 'SUMMARY_SHEET', 'GROUP_SHEET', 'GS', 'топтың жиынтық ведомосы', 'сводная ведомость группы', 'consolidated sheet of a group', 'group-sheet', 'HOURS', 24, '', FALSE, FALSE, TRUE),
  ('APPEAL_PROTOCOL', 'PROTOCOL', 'APPEAL', 'AP', 'апелляциялық комиссия отырысының хаттамасы', 'протокол заседания апелляционной комиссии', 'protocol of the appeal commission', 'appeal-protocol', 'HOURS', 24, '', FALSE, FALSE, TRUE),
  ('RECOGNITION_PROTOCOL', 'PROTOCOL', 'RECOGNITION', 'RP', 'оқу нәтижелерін тану хаттамасы', 'протокол признания результатов обучения', 'protocol of recognition', 'recognition-protocol', 'HOURS', 24, '', FALSE, FALSE, FALSE);
INSERT INTO document_signatory (kind, place, roles, part, title) VALUES
  ('EXAM_SHEET', 1, 'TCH', 'EXAMINER', 'examiner'),
  ('EXAM_SHEET', 2, 'DIR DEP', NULL, 'registrar'),
  ('RETAKE_SHEET', 1, 'TCH', 'EXAMINER', 'examiner'),
  ('RETAKE_SHEET', 2, 'DIR DEP', NULL, 'registrar'),
  ('RATING_SHEET', 1, 'TCH', 'TEACHER', 'teacher'),
  ('RATING_SHEET', 2, 'DEAN', 'DEAN', 'dean'),
  ('RATING_SHEET', 3, 'DIR DEP', NULL, 'registrar'),
  ('GROUP_SHEET', 1, 'DEAN', 'DEAN', 'dean'),
  ('GROUP_SHEET', 2, 'DIR DEP', NULL, 'registrar'),
  ('APPEAL_PROTOCOL', 1, 'APC', 'CHAIR', 'chair'),
  ('APPEAL_PROTOCOL', 2, 'APC', 'SECRETARY', 'secretary'),
  ('RECOGNITION_PROTOCOL', 1, 'DIR DEP DEAN', 'DECIDER', 'decider'),
  ('RECOGNITION_PROTOCOL', 2, 'DIR DEP', NULL, 'registrar');

-- a prepared document of what has moved since is taken back before it has a number; of a sheet, a
-- group or a protocol one document of a kind is prepared at a time
ALTER TABLE issued_document
  DROP CONSTRAINT ck_issued_document_status,
  DROP CONSTRAINT ck_issued_document_numbered,
  ADD CONSTRAINT ck_issued_document_status CHECK (status IN ('PREPARED', 'RESERVED', 'ISSUED', 'REPLACED', 'ANNULLED', 'SPOILED', 'WITHDRAWN')),
  ADD CONSTRAINT ck_issued_document_numbered CHECK (status IN ('PREPARED', 'WITHDRAWN') OR (register_number IS NOT NULL AND number IS NOT NULL)),
  ADD COLUMN preparing TINYINT AS (CASE WHEN subject_uuid IS NOT NULL AND status IN ('PREPARED', 'RESERVED') THEN 1 END) PERSISTENT,
  ADD CONSTRAINT uq_issued_document_preparing UNIQUE (kind, subject_uuid, preparing);

-- up to which place in the history of each student a document about several states results
CREATE TABLE document_stated (
  document_id   BIGINT NOT NULL,
  student_id    BIGINT NOT NULL,
  results_until INT    NOT NULL,
  PRIMARY KEY (document_id, student_id),
  CONSTRAINT fk_document_stated_document FOREIGN KEY (document_id) REFERENCES issued_document (id),
  CONSTRAINT fk_document_stated_student FOREIGN KEY (student_id) REFERENCES student (id)
);
CREATE TRIGGER document_stated_no_update BEFORE UPDATE ON document_stated FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'document_stated is append-only';
CREATE TRIGGER document_stated_no_delete BEFORE DELETE ON document_stated FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'document_stated is append-only';
DELIMITER //
CREATE TRIGGER issued_document_withdrawn BEFORE UPDATE ON issued_document FOR EACH ROW
BEGIN
  IF OLD.status = 'WITHDRAWN' AND NEW.status <> 'WITHDRAWN' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a document that was taken back is prepared anew';
  END IF;
  IF NEW.status = 'WITHDRAWN' AND OLD.status NOT IN ('PREPARED', 'WITHDRAWN') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what has a number is not taken back';
  END IF;
END//
DELIMITER ;
