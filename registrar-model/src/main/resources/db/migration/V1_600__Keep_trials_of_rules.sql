-- Trials of proposed rules on the real data: what was tried, by whom, and what would differ.
-- Whatever is found stays as it was found: whoever approves rules reads it, and so does an auditor.

CREATE TABLE rule_trial (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  level         VARCHAR(16)  NOT NULL,
  -- digest of level and values: a proposal finds the trials of its own values by it
  fingerprint   BINARY(32)   NOT NULL,
  rule_set_code VARCHAR(64)  NOT NULL,
  judged_on     DATE         NOT NULL,
  year_start    SMALLINT     NOT NULL,
  tried_by      VARCHAR(64)  NOT NULL,
  tried_at      DATETIME(6)  NOT NULL,
  CONSTRAINT uq_rule_trial_uuid UNIQUE (uuid),
  CONSTRAINT fk_rule_trial_set FOREIGN KEY (rule_set_code) REFERENCES rule_set (code),
  CONSTRAINT ck_rule_trial_level CHECK (level IN ('BACHELOR', 'MASTER', 'PHD'))
);
CREATE INDEX ix_rule_trial_fingerprint ON rule_trial (fingerprint, tried_at);

CREATE TABLE rule_trial_value (
  trial_id  BIGINT       NOT NULL,
  parameter VARCHAR(64)  NOT NULL,
  value     VARCHAR(200) NOT NULL,
  PRIMARY KEY (trial_id, parameter),
  CONSTRAINT fk_rule_trial_value FOREIGN KEY (trial_id) REFERENCES rule_trial (id)
);

CREATE TABLE rule_trial_term (
  trial_id BIGINT NOT NULL,
  term_id  BIGINT NOT NULL,
  PRIMARY KEY (trial_id, term_id),
  CONSTRAINT fk_rule_trial_term FOREIGN KEY (trial_id) REFERENCES rule_trial (id),
  CONSTRAINT fk_rule_trial_term_term FOREIGN KEY (term_id) REFERENCES term (id)
);

-- A student of whom anything would differ
CREATE TABLE rule_trial_line (
  trial_id            BIGINT       NOT NULL,
  student_id          BIGINT       NOT NULL,
  programme_id        BIGINT       NOT NULL,
  course_year         SMALLINT     NULL,
  gpa_before          DECIMAL(6,4) NULL,
  gpa_after           DECIMAL(6,4) NULL,
  year_gpa_before     DECIMAL(6,4) NULL,
  year_gpa_after      DECIMAL(6,4) NULL,
  earned_before       INT          NOT NULL,
  earned_after        INT          NOT NULL,
  debts_before        INT          NOT NULL,
  debts_after         INT          NOT NULL,
  debt_credits_before INT          NOT NULL,
  debt_credits_after  INT          NOT NULL,
  promotion_before    VARCHAR(20)  NULL,
  promotion_after     VARCHAR(20)  NULL,
  standing_before     VARCHAR(16)  NULL,
  standing_after      VARCHAR(16)  NULL,
  compared_before     DECIMAL(6,4) NULL,
  compared_after      DECIMAL(6,4) NULL,
  threshold_before    DECIMAL(4,2) NULL,
  threshold_after     DECIMAL(4,2) NULL,
  crossing            VARCHAR(8)   NOT NULL,
  results             INT          NOT NULL,
  PRIMARY KEY (trial_id, student_id),
  CONSTRAINT fk_rule_trial_line FOREIGN KEY (trial_id) REFERENCES rule_trial (id),
  CONSTRAINT fk_rule_trial_line_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_rule_trial_line_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT ck_rule_trial_line_crossing CHECK (crossing IN ('NONE', 'BELOW', 'ABOVE'))
);

-- A result of such a student that would be another; what it is stands in the history
CREATE TABLE rule_trial_result (
  trial_id       BIGINT       NOT NULL,
  student_id     BIGINT       NOT NULL,
  position       INT          NOT NULL,
  way            VARCHAR(16)  NOT NULL,
  rating         SMALLINT     NULL,
  percent        SMALLINT     NULL,
  letter         VARCHAR(2)   NULL,
  mark           VARCHAR(4)   NULL,
  counted_before BOOLEAN      NOT NULL,
  counted_after  BOOLEAN      NOT NULL,
  parameters     VARCHAR(500) NOT NULL,
  PRIMARY KEY (trial_id, student_id, position),
  CONSTRAINT fk_rule_trial_result FOREIGN KEY (trial_id, student_id) REFERENCES rule_trial_line (trial_id, student_id),
  CONSTRAINT fk_rule_trial_result_entry FOREIGN KEY (student_id, position) REFERENCES achievement (student_id, position),
  CONSTRAINT ck_rule_trial_result_way CHECK (way IN ('DERIVED', 'ELSEWHERE', 'DECIDED', 'WITHOUT_SCORE', 'FALLS_AWAY'))
);

-- That a trial has come to its end; without it, it runs or was broken off
CREATE TABLE rule_trial_outcome (
  trial_id    BIGINT      NOT NULL PRIMARY KEY,
  finished_at DATETIME(6) NOT NULL,
  CONSTRAINT fk_rule_trial_outcome FOREIGN KEY (trial_id) REFERENCES rule_trial (id)
);

-- Its counts by programme and course year; course year 0 of who is not in the contingent
CREATE TABLE rule_trial_count (
  trial_id      BIGINT   NOT NULL,
  programme_id  BIGINT   NOT NULL,
  course_year   SMALLINT NOT NULL,
  students      INT      NOT NULL,
  results       INT      NOT NULL,
  derived       INT      NOT NULL,
  elsewhere     INT      NOT NULL,
  decided       INT      NOT NULL,
  without_score INT      NOT NULL,
  differing     INT      NOT NULL,
  letters       INT      NOT NULL,
  lost          INT      NOT NULL,
  gained        INT      NOT NULL,
  fallen        INT      NOT NULL,
  otherwise     INT      NOT NULL,
  debts         INT      NOT NULL,
  averages      INT      NOT NULL,
  standings     INT      NOT NULL,
  promotions    INT      NOT NULL,
  below         INT      NOT NULL,
  above         INT      NOT NULL,
  PRIMARY KEY (trial_id, programme_id, course_year),
  CONSTRAINT fk_rule_trial_count FOREIGN KEY (trial_id) REFERENCES rule_trial (id),
  CONSTRAINT fk_rule_trial_count_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
);

CREATE TRIGGER rule_trial_no_update BEFORE UPDATE ON rule_trial FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial is append-only';
CREATE TRIGGER rule_trial_no_delete BEFORE DELETE ON rule_trial FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial is append-only';
CREATE TRIGGER rule_trial_value_no_update BEFORE UPDATE ON rule_trial_value FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_value is append-only';
CREATE TRIGGER rule_trial_value_no_delete BEFORE DELETE ON rule_trial_value FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_value is append-only';
CREATE TRIGGER rule_trial_term_no_update BEFORE UPDATE ON rule_trial_term FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_term is append-only';
CREATE TRIGGER rule_trial_term_no_delete BEFORE DELETE ON rule_trial_term FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_term is append-only';
CREATE TRIGGER rule_trial_line_no_update BEFORE UPDATE ON rule_trial_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_line is append-only';
CREATE TRIGGER rule_trial_line_no_delete BEFORE DELETE ON rule_trial_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_line is append-only';
CREATE TRIGGER rule_trial_result_no_update BEFORE UPDATE ON rule_trial_result FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_result is append-only';
CREATE TRIGGER rule_trial_result_no_delete BEFORE DELETE ON rule_trial_result FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_result is append-only';
CREATE TRIGGER rule_trial_outcome_no_update BEFORE UPDATE ON rule_trial_outcome FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_outcome is append-only';
CREATE TRIGGER rule_trial_outcome_no_delete BEFORE DELETE ON rule_trial_outcome FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_outcome is append-only';
CREATE TRIGGER rule_trial_count_no_update BEFORE UPDATE ON rule_trial_count FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_count is append-only';
CREATE TRIGGER rule_trial_count_no_delete BEFORE DELETE ON rule_trial_count FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rule_trial_count is append-only';
