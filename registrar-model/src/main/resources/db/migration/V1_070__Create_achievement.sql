-- achievement: the append-only history of results, chained per student

CREATE SEQUENCE achievement_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE achievement (
  id                BIGINT       NOT NULL PRIMARY KEY,
  uuid              UUID         NOT NULL,
  student_id        BIGINT       NOT NULL,
  position          INT          NOT NULL,
  discipline_id     BIGINT       NULL,
  discipline_code   VARCHAR(32)  NOT NULL,
  name_kk           VARCHAR(300) NOT NULL,
  name_ru           VARCHAR(300) NOT NULL,
  name_en           VARCHAR(300) NOT NULL,
  credits           SMALLINT     NOT NULL,
  cycle             VARCHAR(20)  NULL,
  component         VARCHAR(16)  NULL,
  term_id           BIGINT       NOT NULL,
  kind              VARCHAR(20)  NOT NULL,
  sheet_kind        VARCHAR(32)  NULL,
  attempt_no        SMALLINT     NOT NULL,
  rating            SMALLINT     NULL,
  score             SMALLINT     NULL,
  percent           SMALLINT     NULL,
  letter            VARCHAR(2)   NULL,
  mark              VARCHAR(4)   NULL,
  digital           DECIMAL(3,2) NULL,
  result_on         DATE         NOT NULL,
  excluded_from_gpa BOOLEAN      NOT NULL,
  additional        BOOLEAN      NOT NULL,
  final_attestation BOOLEAN      NOT NULL,
  sheet_id          BIGINT       NULL,
  source_document   VARCHAR(300) NOT NULL,
  corrects_id       BIGINT       NULL,
  reason            VARCHAR(500) NULL,
  migrated          BOOLEAN      NOT NULL,
  rule_set_code     VARCHAR(64)  NOT NULL,
  author            VARCHAR(64)  NOT NULL,
  recorded_at       DATETIME(6)  NOT NULL,
  seal              BINARY(32)   NOT NULL,
  CONSTRAINT uq_achievement_uuid UNIQUE (uuid),
  CONSTRAINT uq_achievement_position UNIQUE (student_id, position),
  CONSTRAINT uq_achievement_corrects UNIQUE (corrects_id),
  CONSTRAINT fk_achievement_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_achievement_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_achievement_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_achievement_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_achievement_corrects FOREIGN KEY (corrects_id) REFERENCES achievement (id),
  CONSTRAINT ck_achievement_credits CHECK (credits BETWEEN 0 AND 100),
  CONSTRAINT ck_achievement_percent CHECK (percent IS NULL OR percent BETWEEN 0 AND 100),
  CONSTRAINT ck_achievement_value CHECK (letter IS NOT NULL OR mark IS NOT NULL),
  CONSTRAINT ck_achievement_failed_by CHECK (letter IS NULL OR mark IS NULL OR (letter = 'F' AND mark IN ('NA', 'AB'))),
  CONSTRAINT ck_achievement_digital CHECK ((letter IS NULL) = (digital IS NULL)),
  CONSTRAINT ck_achievement_letter CHECK (letter IS NULL OR letter IN ('A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'D-', 'FX', 'F')),
  CONSTRAINT ck_achievement_correction CHECK (corrects_id IS NULL OR reason IS NOT NULL)
);
CREATE INDEX ix_achievement_discipline ON achievement (discipline_id, term_id);
CREATE INDEX ix_achievement_sheet ON achievement (sheet_id);
CREATE INDEX ix_achievement_term ON achievement (term_id);
CREATE TRIGGER achievement_no_update BEFORE UPDATE ON achievement FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'achievement is append-only';
CREATE TRIGGER achievement_no_delete BEFORE DELETE ON achievement FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'achievement is append-only';

-- Head of each student's chain: the row a posting locks; cutting the tail shows against it
CREATE TABLE achievement_head (
  student_id BIGINT     NOT NULL PRIMARY KEY,
  position   INT        NOT NULL,
  seal       BINARY(32) NOT NULL,
  CONSTRAINT fk_achievement_head_student FOREIGN KEY (student_id) REFERENCES student (id)
);

-- Take-over of past results: what the old system said against ours, per student
CREATE TABLE migration_control (
  student_id  BIGINT       NOT NULL PRIMARY KEY,
  old_credits INT          NOT NULL,
  old_gpa     DECIMAL(4,2) NULL,
  our_credits INT          NOT NULL,
  our_gpa     DECIMAL(4,2) NULL,
  accepted_by VARCHAR(64)  NULL,
  reason      VARCHAR(500) NULL,
  version     INT          NOT NULL DEFAULT 0,
  CONSTRAINT fk_migration_control_student FOREIGN KEY (student_id) REFERENCES student (id)
);
