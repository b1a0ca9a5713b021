-- transcript: what the university keeps of its own for its documents: templates, the catalogue of
-- certificates, its own details. One person writes an edition, another puts it in force from a day on

CREATE SEQUENCE document_edition_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE document_edition (
  id          BIGINT       NOT NULL PRIMARY KEY,
  subject     VARCHAR(64)  NOT NULL,
  edition_no  INT          NOT NULL,
  content     MEDIUMTEXT   NOT NULL,
  note        VARCHAR(500) NOT NULL,
  valid_from  DATE         NULL,
  state       VARCHAR(16)  NOT NULL,
  author      VARCHAR(64)  NOT NULL,
  created_at  DATETIME(6)  NOT NULL,
  proposed_at DATETIME(6)  NULL,
  decided_by  VARCHAR(64)  NULL,
  decided_at  DATETIME(6)  NULL,
  decision    VARCHAR(500) NULL,
  version     INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_document_edition_no UNIQUE (subject, edition_no),
  CONSTRAINT ck_document_edition_no CHECK (edition_no > 0),
  CONSTRAINT ck_document_edition_state CHECK (state IN ('DRAFT', 'PROPOSED', 'APPROVED', 'WITHDRAWN')),
  CONSTRAINT ck_document_edition_proposed CHECK (state NOT IN ('PROPOSED', 'APPROVED') OR (valid_from IS NOT NULL AND proposed_at IS NOT NULL)),
  CONSTRAINT ck_document_edition_approved CHECK (state <> 'APPROVED' OR (decided_by IS NOT NULL AND decided_at IS NOT NULL)),
  CONSTRAINT ck_document_edition_four_eyes CHECK (state <> 'APPROVED' OR decided_by <> author)
);
CREATE INDEX ix_document_edition_in_force ON document_edition (subject, state, valid_from, edition_no);
CREATE INDEX ix_document_edition_state ON document_edition (state);

DELIMITER //
CREATE TRIGGER document_edition_kept BEFORE UPDATE ON document_edition FOR EACH ROW
BEGIN
  IF OLD.state IN ('APPROVED', 'WITHDRAWN') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decided edition does not change';
  END IF;
  IF NEW.subject <> OLD.subject OR NEW.edition_no <> OLD.edition_no OR NEW.author <> OLD.author THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an edition keeps its number and its author';
  END IF;
  IF OLD.state = 'PROPOSED' AND (NEW.content <> OLD.content OR NOT (NEW.valid_from <=> OLD.valid_from)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a proposed edition does not change';
  END IF;
END//
CREATE TRIGGER document_edition_no_delete BEFORE DELETE ON document_edition FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'editions are kept'//
DELIMITER ;

-- images of the university: its crest, signs of accreditation; each from a day on
CREATE TABLE university_image (
  code       VARCHAR(64) NOT NULL,
  valid_from DATE        NOT NULL,
  media_type VARCHAR(32) NOT NULL,
  content    MEDIUMBLOB  NOT NULL,
  PRIMARY KEY (code, valid_from),
  CONSTRAINT ck_university_image_type CHECK (media_type IN ('image/png', 'image/jpeg'))
);
