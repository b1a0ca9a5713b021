-- transcript: diplomas with what their supplements print, numbers and QR codes of the ministry, the
-- book of issue; duplicates are diplomas in the place of another

CREATE SEQUENCE diploma_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE diploma (
  id              BIGINT        NOT NULL PRIMARY KEY,
  uuid            UUID          NOT NULL,
  student_id      BIGINT        NOT NULL,
  duplicate_of    BIGINT        NULL,
  application     VARCHAR(100)  NULL,
  applied_on      DATE          NULL,
  series          VARCHAR(8)    NOT NULL,
  qualification_kk VARCHAR(300) NOT NULL,
  qualification_ru VARCHAR(300) NOT NULL,
  qualification_en VARCHAR(300) NOT NULL,
  protocol        VARCHAR(64)   NOT NULL,
  decided_on      DATE          NOT NULL,
  topic_kk        VARCHAR(1000) NULL,
  topic_ru        VARCHAR(1000) NULL,
  topic_en        VARCHAR(1000) NULL,
  thesis_code     VARCHAR(32)   NULL,
  previous_kk     VARCHAR(500)  NULL,
  previous_en     VARCHAR(500)  NULL,
  entrance_kk     VARCHAR(500)  NULL,
  entrance_en     VARCHAR(500)  NULL,
  at_distance     SMALLINT      NOT NULL DEFAULT 0,
  additional_application VARCHAR(200) NULL,
  number          VARCHAR(32)   NULL,
  qr_text         VARCHAR(1000) NULL,
  number_order    VARCHAR(200)  NULL,
  honours         BOOLEAN       NULL,
  status          VARCHAR(16)   NOT NULL,
  status_reason   VARCHAR(500)  NULL,
  drafted_by      VARCHAR(64)   NOT NULL,
  drafted_at      DATETIME(6)   NOT NULL,
  numbered_by     VARCHAR(64)   NULL,
  numbered_at     DATETIME(6)   NULL,
  approved_by     VARCHAR(64)   NULL,
  approved_at     DATETIME(6)   NULL,
  book_year       SMALLINT      NULL,
  book_number     INT           NULL,
  handed_on       DATE          NULL,
  handed_by       VARCHAR(64)   NULL,
  received_by     VARCHAR(200)  NULL,
  proxy           VARCHAR(200)  NULL,
  version         INT           NOT NULL DEFAULT 0,
  -- one that counts of an original, and one of each duplicate
  live_key        BIGINT AS (CASE WHEN status = 'ANNULLED' THEN NULL ELSE COALESCE(duplicate_of, 0) END) PERSISTENT,
  CONSTRAINT uq_diploma_uuid UNIQUE (uuid),
  CONSTRAINT uq_diploma_live UNIQUE (student_id, live_key),
  CONSTRAINT uq_diploma_number UNIQUE (number),
  CONSTRAINT uq_diploma_book UNIQUE (book_year, book_number),
  CONSTRAINT fk_diploma_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_diploma_original FOREIGN KEY (duplicate_of) REFERENCES diploma (id),
  CONSTRAINT ck_diploma_status CHECK (status IN ('DRAFT', 'NUMBERED', 'APPROVED', 'HANDED_OUT', 'REPLACED', 'ANNULLED')),
  CONSTRAINT ck_diploma_duplicate CHECK ((duplicate_of IS NULL) = (applied_on IS NULL) AND (duplicate_of IS NULL) = (application IS NULL)),
  CONSTRAINT ck_diploma_topic CHECK ((topic_kk IS NULL) = (topic_ru IS NULL) AND (topic_kk IS NULL) = (topic_en IS NULL)),
  CONSTRAINT ck_diploma_number CHECK (status IN ('DRAFT', 'ANNULLED') OR (number IS NOT NULL AND qr_text IS NOT NULL AND numbered_by IS NOT NULL)),
  CONSTRAINT ck_diploma_approved CHECK (status IN ('DRAFT', 'NUMBERED', 'ANNULLED') OR (approved_by IS NOT NULL AND honours IS NOT NULL)),
  CONSTRAINT ck_diploma_four_eyes CHECK (approved_by IS NULL OR (approved_by <> drafted_by AND approved_by <> numbered_by)),
  CONSTRAINT ck_diploma_handed CHECK (status <> 'HANDED_OUT' OR (book_number IS NOT NULL AND handed_on IS NOT NULL AND received_by IS NOT NULL)),
  CONSTRAINT ck_diploma_distance CHECK (at_distance >= 0)
);

DELIMITER //
CREATE TRIGGER diploma_kept BEFORE UPDATE ON diploma FOR EACH ROW
BEGIN
  IF OLD.status NOT IN ('DRAFT', 'NUMBERED') AND NOT (NEW.student_id <=> OLD.student_id
      AND NEW.series <=> OLD.series AND NEW.number <=> OLD.number AND NEW.qr_text <=> OLD.qr_text
      AND NEW.qualification_kk <=> OLD.qualification_kk
      AND NEW.qualification_ru <=> OLD.qualification_ru
      AND NEW.qualification_en <=> OLD.qualification_en
      AND NEW.protocol <=> OLD.protocol AND NEW.decided_on <=> OLD.decided_on
      AND NEW.topic_kk <=> OLD.topic_kk AND NEW.topic_ru <=> OLD.topic_ru AND NEW.topic_en <=> OLD.topic_en
      AND NEW.honours <=> OLD.honours AND NEW.approved_by <=> OLD.approved_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved diploma does not change';
  END IF;
  IF OLD.book_number IS NOT NULL AND NOT (NEW.book_number <=> OLD.book_number
      AND NEW.received_by <=> OLD.received_by AND NEW.handed_on <=> OLD.handed_on) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the book of issue does not change';
  END IF;
END//
CREATE TRIGGER diploma_not_deleted BEFORE DELETE ON diploma FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'diplomas are not deleted'//
DELIMITER ;

INSERT INTO document_kind (code, family, register_code, name_kk, name_ru, name_en, template, term_unit, term_amount, channels, awaits, held, enabled) VALUES
  ('DIPLOMA_SUPPLEMENT', 'DIPLOMA_SUPPLEMENT', 'DS', 'дипломға қосымша', 'приложение к диплому', 'supplement to diploma', 'diploma-supplement', 'WORKING_DAYS', 5, 'COUNTER', TRUE, FALSE, TRUE),
  ('EUROPEAN_SUPPLEMENT', 'EUROPEAN_SUPPLEMENT', 'ES', 'еуропалық дипломға қосымша', 'европейское приложение к диплому', 'European diploma supplement', 'european-supplement', 'WORKING_DAYS', 15, 'COUNTER', TRUE, FALSE, TRUE);
INSERT INTO document_signatory (kind, place, roles, title) VALUES
  ('DIPLOMA_SUPPLEMENT', 1, 'PRES RECTOR VR', 'head'),
  ('DIPLOMA_SUPPLEMENT', 2, 'DIR DEP', 'registrar'),
  ('EUROPEAN_SUPPLEMENT', 1, 'PRES RECTOR VR', 'head');

INSERT INTO university_setting (code, valid_from, value) VALUES
  ('supplement.hours', '2020-01-01', 'false'),
  ('supplement.dean.kk', '2020-01-01', 'Факультет деканы'),
  ('supplement.dean.ru', '2020-01-01', 'Декан факультета'),
  ('supplement.dean.en', '2020-01-01', 'Dean of the Faculty');
