-- attestation.room: works of an exam that are marked without names

CREATE TABLE work_coding (
  sheet_id   BIGINT      NOT NULL PRIMARY KEY,
  coded_by   VARCHAR(64) NOT NULL,
  coded_at   DATETIME(6) NOT NULL,
  decoded_by VARCHAR(64) NULL,
  decoded_at DATETIME(6) NULL,
  CONSTRAINT fk_work_coding_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT ck_work_coding_decoded CHECK ((decoded_by IS NULL) = (decoded_at IS NULL))
);

-- Whose work carries which code: read by the office only until the works are decoded
CREATE TABLE work_code (
  sheet_id   BIGINT     NOT NULL,
  student_id BIGINT     NOT NULL,
  code       VARCHAR(8) NOT NULL,
  PRIMARY KEY (sheet_id, code),
  CONSTRAINT uq_work_code_student UNIQUE (sheet_id, student_id),
  CONSTRAINT fk_work_code_coding FOREIGN KEY (sheet_id) REFERENCES work_coding (sheet_id),
  CONSTRAINT fk_work_code_student FOREIGN KEY (student_id) REFERENCES student (id)
);
CREATE TRIGGER work_code_no_update BEFORE UPDATE ON work_code FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a code never changes';

CREATE TABLE work_mark (
  sheet_id  BIGINT      NOT NULL,
  code      VARCHAR(8)  NOT NULL,
  score     SMALLINT    NOT NULL,
  marked_by VARCHAR(64) NOT NULL,
  marked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (sheet_id, code),
  CONSTRAINT fk_work_mark_code FOREIGN KEY (sheet_id, code) REFERENCES work_code (sheet_id, code),
  CONSTRAINT ck_work_mark_score CHECK (score BETWEEN 0 AND 100)
);

-- Who did what with the codes of a sheet; also who has seen whose work is whose
CREATE TABLE work_log (
  id       BIGINT      NOT NULL PRIMARY KEY,
  sheet_id BIGINT      NOT NULL,
  act      VARCHAR(8)  NOT NULL,
  login    VARCHAR(64) NOT NULL,
  at       DATETIME(6) NOT NULL,
  works    INT         NOT NULL,
  CONSTRAINT fk_work_log_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT ck_work_log_act CHECK (act IN ('CODED', 'SEEN', 'MARKED', 'LIFTED', 'DECODED'))
);
CREATE INDEX ix_work_log_sheet ON work_log (sheet_id, id);
CREATE TRIGGER work_log_no_update BEFORE UPDATE ON work_log FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'work_log is append-only';
CREATE TRIGGER work_log_no_delete BEFORE DELETE ON work_log FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'work_log is append-only';
