-- attestation: who typed, who may type later, what was published, whom an absence was excused

-- everybody who ever typed in a sheet, what somebody else typed over included (four eyes)
CREATE TABLE sheet_typist (
  sheet_id BIGINT      NOT NULL,
  login    VARCHAR(64) NOT NULL,
  PRIMARY KEY (sheet_id, login),
  CONSTRAINT fk_sheet_typist_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id)
);
INSERT INTO sheet_typist (sheet_id, login)
  SELECT sheet_id, typed_by FROM sheet_row WHERE typed_by IS NOT NULL
  UNION
  SELECT sheet_id, scored_by FROM sheet_row WHERE scored_by IS NOT NULL;
CREATE TRIGGER sheet_typist_no_update BEFORE UPDATE ON sheet_typist FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_typist is append-only';
CREATE TRIGGER sheet_typist_no_delete BEFORE DELETE ON sheet_typist FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_typist is append-only';

-- who typed does not close, by whatever way it comes to the database
DELIMITER //
CREATE TRIGGER sheet_four_eyes BEFORE UPDATE ON sheet FOR EACH ROW
BEGIN
  IF NEW.closed_by IS NOT NULL AND OLD.closed_by IS NULL AND EXISTS
      (SELECT 1 FROM sheet_typist t WHERE t.sheet_id = NEW.id AND t.login = NEW.closed_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'who typed in a sheet does not close it';
  END IF;
END//
DELIMITER ;

-- decisions that let entry go on; the latest one counts
CREATE TABLE sheet_extension (
  id            BIGINT       NOT NULL PRIMARY KEY,
  sheet_id      BIGINT       NOT NULL,
  until_at      DATETIME(6)  NOT NULL,
  document      VARCHAR(16)  NOT NULL,
  document_no   VARCHAR(64)  NOT NULL,
  document_date DATE         NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  decided_by    VARCHAR(64)  NOT NULL,
  decided_at    DATETIME(6)  NOT NULL,
  CONSTRAINT fk_sheet_extension_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT ck_sheet_extension_later CHECK (until_at > decided_at),
  CONSTRAINT ck_sheet_extension_document CHECK (document IN ('ORDER', 'DECISION', 'PROTOCOL', 'MEMO', 'CERTIFICATE'))
);
CREATE INDEX ix_sheet_extension_sheet ON sheet_extension (sheet_id, decided_at);
CREATE TRIGGER sheet_extension_no_update BEFORE UPDATE ON sheet_extension FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_extension is append-only';
CREATE TRIGGER sheet_extension_no_delete BEFORE DELETE ON sheet_extension FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_extension is append-only';

-- each part is published once
CREATE TABLE sheet_publication (
  sheet_id     BIGINT      NOT NULL,
  part         VARCHAR(8)  NOT NULL,
  published_at DATETIME(6) NOT NULL,
  published_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (sheet_id, part),
  CONSTRAINT fk_sheet_publication_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT ck_sheet_publication_part CHECK (part IN ('RATING', 'RESULT'))
);
-- until now results were published by closing
INSERT INTO sheet_publication (sheet_id, part, published_at, published_by)
  SELECT id, 'RESULT', published_at, closed_by FROM sheet WHERE published_at IS NOT NULL AND closed_by IS NOT NULL;
CREATE TRIGGER sheet_publication_no_update BEFORE UPDATE ON sheet_publication FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_publication is append-only';
CREATE TRIGGER sheet_publication_no_delete BEFORE DELETE ON sheet_publication FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_publication is append-only';
ALTER TABLE sheet DROP COLUMN published_at;

-- by student and not by row: a row may leave its sheet, the decision stays
CREATE TABLE absence_excuse (
  id            BIGINT       NOT NULL PRIMARY KEY,
  sheet_id      BIGINT       NOT NULL,
  student_id    BIGINT       NOT NULL,
  document      VARCHAR(16)  NOT NULL,
  document_no   VARCHAR(64)  NOT NULL,
  document_date DATE         NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  decided_by    VARCHAR(64)  NOT NULL,
  decided_at    DATETIME(6)  NOT NULL,
  CONSTRAINT uq_absence_excuse UNIQUE (sheet_id, student_id),
  CONSTRAINT fk_absence_excuse_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_absence_excuse_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_absence_excuse_document CHECK (document IN ('ORDER', 'DECISION', 'PROTOCOL', 'MEMO', 'CERTIFICATE'))
);
CREATE TRIGGER absence_excuse_no_update BEFORE UPDATE ON absence_excuse FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'absence_excuse is append-only';
CREATE TRIGGER absence_excuse_no_delete BEFORE DELETE ON absence_excuse FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'absence_excuse is append-only';
