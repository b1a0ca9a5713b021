-- achievement.integrity: what was unusual in a month, as it was found, and what the office says of it

CREATE TABLE integrity_report (
  id          BIGINT      NOT NULL PRIMARY KEY,
  -- first day of the month
  month       DATE        NOT NULL,
  sheets      INT         NOT NULL,
  corrections INT         NOT NULL,
  made_by     VARCHAR(64) NOT NULL,
  made_at     DATETIME(6) NOT NULL,
  CONSTRAINT uq_integrity_report_month UNIQUE (month),
  CONSTRAINT ck_integrity_report_month CHECK (DAYOFMONTH(month) = 1),
  CONSTRAINT ck_integrity_report_counts CHECK (sheets >= 0 AND corrections >= 0)
);

CREATE TABLE integrity_flag (
  id            BIGINT        NOT NULL PRIMARY KEY,
  uuid          UUID          NOT NULL,
  report_id     BIGINT        NOT NULL,
  rule          VARCHAR(16)   NOT NULL,
  code          VARCHAR(64)   NOT NULL,
  args          VARCHAR(1000) NOT NULL,
  -- the thresholds it was judged by
  rule_set_code VARCHAR(64)   NOT NULL,
  sheet_id      BIGINT        NULL,
  correction_id BIGINT        NULL,
  teacher_id    BIGINT        NULL,
  student_id    BIGINT        NULL,
  login         VARCHAR(64)   NULL,
  CONSTRAINT uq_integrity_flag_uuid UNIQUE (uuid),
  CONSTRAINT fk_integrity_flag_report FOREIGN KEY (report_id) REFERENCES integrity_report (id),
  CONSTRAINT fk_integrity_flag_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_integrity_flag_correction FOREIGN KEY (correction_id) REFERENCES grade_correction (id),
  CONSTRAINT fk_integrity_flag_teacher FOREIGN KEY (teacher_id) REFERENCES teacher (id),
  CONSTRAINT fk_integrity_flag_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_integrity_flag_subject CHECK (sheet_id IS NOT NULL OR correction_id IS NOT NULL OR student_id IS NOT NULL OR login IS NOT NULL)
);

CREATE TABLE integrity_remark (
  id      BIGINT        NOT NULL PRIMARY KEY,
  flag_id BIGINT        NOT NULL,
  outcome VARCHAR(16)   NOT NULL,
  words   VARCHAR(1000) NULL,
  made_by VARCHAR(64)   NOT NULL,
  made_at DATETIME(6)   NOT NULL,
  CONSTRAINT fk_integrity_remark_flag FOREIGN KEY (flag_id) REFERENCES integrity_flag (id),
  CONSTRAINT ck_integrity_remark_outcome CHECK (outcome IN ('NOTHING', 'FOLLOW')),
  CONSTRAINT ck_integrity_remark_words CHECK (outcome = 'NOTHING' OR words IS NOT NULL)
);
CREATE INDEX ix_integrity_remark_flag ON integrity_remark (flag_id, id);

CREATE TRIGGER integrity_report_no_update BEFORE UPDATE ON integrity_report FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'integrity_report is append-only';
CREATE TRIGGER integrity_report_no_delete BEFORE DELETE ON integrity_report FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'integrity_report is append-only';
CREATE TRIGGER integrity_flag_no_update BEFORE UPDATE ON integrity_flag FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'integrity_flag is append-only';
CREATE TRIGGER integrity_flag_no_delete BEFORE DELETE ON integrity_flag FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'integrity_flag is append-only';
CREATE TRIGGER integrity_remark_no_update BEFORE UPDATE ON integrity_remark FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'integrity_remark is append-only';
CREATE TRIGGER integrity_remark_no_delete BEFORE DELETE ON integrity_remark FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'integrity_remark is append-only';

-- a month of closed sheets and of corrections is read without looking at all years
CREATE INDEX ix_sheet_closed ON sheet (closed_at);
CREATE INDEX ix_achievement_recorded ON achievement (recorded_at, corrects_id);
