-- curriculum: schools and departments, teachers, programmes, disciplines, curricula, rule sets

CREATE SEQUENCE curriculum_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE org_unit (
  id        BIGINT       NOT NULL PRIMARY KEY,
  code      VARCHAR(32)  NOT NULL,
  kind      VARCHAR(16)  NOT NULL,
  parent_id BIGINT       NULL,
  name_kk   VARCHAR(300) NOT NULL,
  name_ru   VARCHAR(300) NOT NULL,
  name_en   VARCHAR(300) NOT NULL,
  version   INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_org_unit_code UNIQUE (code),
  CONSTRAINT fk_org_unit_parent FOREIGN KEY (parent_id) REFERENCES org_unit (id),
  CONSTRAINT ck_org_unit_kind CHECK (kind IN ('UNIVERSITY', 'SCHOOL', 'DEPARTMENT', 'OFFICE'))
);

CREATE TABLE teacher (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  personnel_no  VARCHAR(32)  NOT NULL,
  last_name     VARCHAR(100) NOT NULL,
  first_name    VARCHAR(100) NOT NULL,
  patronymic    VARCHAR(100) NULL,
  department_id BIGINT       NOT NULL,
  position      VARCHAR(200) NULL,
  email         VARCHAR(200) NULL,
  active        BOOLEAN      NOT NULL DEFAULT TRUE,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_teacher_uuid UNIQUE (uuid),
  CONSTRAINT uq_teacher_personnel_no UNIQUE (personnel_no),
  CONSTRAINT fk_teacher_department FOREIGN KEY (department_id) REFERENCES org_unit (id)
);
ALTER TABLE account ADD CONSTRAINT fk_account_teacher FOREIGN KEY (teacher_id) REFERENCES teacher (id);
ALTER TABLE role_grant ADD CONSTRAINT fk_role_grant_school FOREIGN KEY (school_id) REFERENCES org_unit (id);

CREATE TABLE programme (
  id             BIGINT       NOT NULL PRIMARY KEY,
  uuid           UUID         NOT NULL,
  code           VARCHAR(16)  NOT NULL,
  direction_code VARCHAR(16)  NOT NULL,
  group_code     VARCHAR(16)  NULL,
  level          VARCHAR(16)  NOT NULL,
  name_kk        VARCHAR(300) NOT NULL,
  name_ru        VARCHAR(300) NOT NULL,
  name_en        VARCHAR(300) NOT NULL,
  credits        SMALLINT     NOT NULL,
  years          SMALLINT     NOT NULL,
  languages      VARCHAR(16)  NOT NULL,
  school_id      BIGINT       NOT NULL,
  active         BOOLEAN      NOT NULL DEFAULT TRUE,
  version        INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_programme_uuid UNIQUE (uuid),
  CONSTRAINT uq_programme_code UNIQUE (code),
  CONSTRAINT fk_programme_school FOREIGN KEY (school_id) REFERENCES org_unit (id),
  CONSTRAINT ck_programme_level CHECK (level IN ('BACHELOR', 'MASTER', 'PHD')),
  CONSTRAINT ck_programme_credits CHECK (credits BETWEEN 30 AND 400),
  CONSTRAINT ck_programme_years CHECK (years BETWEEN 1 AND 7)
);

CREATE TABLE discipline (
  id                BIGINT       NOT NULL PRIMARY KEY,
  uuid              UUID         NOT NULL,
  code              VARCHAR(32)  NOT NULL,
  code_kk           VARCHAR(32)  NOT NULL,
  code_en           VARCHAR(32)  NOT NULL,
  name_kk           VARCHAR(300) NOT NULL,
  name_ru           VARCHAR(300) NOT NULL,
  name_en           VARCHAR(300) NOT NULL,
  credits           SMALLINT     NOT NULL,
  control_form      VARCHAR(20)  NOT NULL,
  kind              VARCHAR(16)  NOT NULL DEFAULT 'DISCIPLINE',
  department_id     BIGINT       NOT NULL,
  excluded_from_gpa BOOLEAN      NOT NULL DEFAULT FALSE,
  state_exam        BOOLEAN      NOT NULL DEFAULT FALSE,
  active            BOOLEAN      NOT NULL DEFAULT TRUE,
  version           INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_discipline_uuid UNIQUE (uuid),
  CONSTRAINT uq_discipline_code UNIQUE (code),
  CONSTRAINT fk_discipline_department FOREIGN KEY (department_id) REFERENCES org_unit (id),
  CONSTRAINT ck_discipline_credits CHECK (credits BETWEEN 1 AND 60),
  CONSTRAINT ck_discipline_control_form CHECK (control_form IN ('EXAM', 'STATE_EXAM', 'DIFF_CREDIT', 'CREDIT', 'DEFENCE', 'FINAL_ATTESTATION')),
  CONSTRAINT ck_discipline_kind CHECK (kind IN ('DISCIPLINE', 'PRACTICE', 'COURSEWORK', 'RESEARCH', 'FINAL'))
);

CREATE TABLE prerequisite (
  discipline_id BIGINT NOT NULL,
  requires_id   BIGINT NOT NULL,
  PRIMARY KEY (discipline_id, requires_id),
  CONSTRAINT fk_prerequisite_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_prerequisite_requires FOREIGN KEY (requires_id) REFERENCES discipline (id),
  CONSTRAINT ck_prerequisite_self CHECK (discipline_id <> requires_id)
);

CREATE TABLE curriculum (
  id             BIGINT       NOT NULL PRIMARY KEY,
  programme_id   BIGINT       NOT NULL,
  admission_year SMALLINT     NOT NULL,
  approved_by    VARCHAR(300) NULL,
  version        INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_curriculum UNIQUE (programme_id, admission_year),
  CONSTRAINT fk_curriculum_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
);

CREATE TABLE curriculum_item (
  id             BIGINT      NOT NULL PRIMARY KEY,
  curriculum_id  BIGINT      NOT NULL,
  discipline_id  BIGINT      NOT NULL,
  term_no        SMALLINT    NOT NULL,
  cycle          VARCHAR(20) NOT NULL,
  component      VARCHAR(16) NULL,
  choice_block   VARCHAR(32) NULL,
  choice_credits SMALLINT    NULL,
  version        INT         NOT NULL DEFAULT 0,
  CONSTRAINT uq_curriculum_item UNIQUE (curriculum_id, discipline_id),
  CONSTRAINT fk_curriculum_item_curriculum FOREIGN KEY (curriculum_id) REFERENCES curriculum (id),
  CONSTRAINT fk_curriculum_item_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT ck_curriculum_item_term CHECK (term_no BETWEEN 1 AND 21),
  CONSTRAINT ck_curriculum_item_cycle CHECK (cycle IN ('GENERAL', 'BASIC', 'PROFILE', 'ADDITIONAL', 'FINAL_ATTESTATION')),
  CONSTRAINT ck_curriculum_item_component CHECK (component IS NULL OR component IN ('COMPULSORY', 'UNIVERSITY', 'ELECTIVE')),
  CONSTRAINT ck_curriculum_item_ok CHECK (component <> 'COMPULSORY' OR cycle = 'GENERAL'),
  CONSTRAINT ck_curriculum_item_block CHECK (component <> 'ELECTIVE' OR choice_block IS NOT NULL)
);

-- Dated parameters of the Academic policy; a set in force is never edited, a new one follows it
CREATE TABLE rule_set (
  id          BIGINT       NOT NULL PRIMARY KEY,
  code        VARCHAR(64)  NOT NULL,
  level       VARCHAR(16)  NULL,
  valid_from  DATE         NOT NULL,
  approved_by VARCHAR(300) NOT NULL,
  version     INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_rule_set_code UNIQUE (code),
  CONSTRAINT uq_rule_set_from UNIQUE (level, valid_from)
);
CREATE TABLE rule_value (
  rule_set_id BIGINT       NOT NULL,
  parameter   VARCHAR(64)  NOT NULL,
  value       VARCHAR(200) NOT NULL,
  PRIMARY KEY (rule_set_id, parameter),
  CONSTRAINT fk_rule_value_rule_set FOREIGN KEY (rule_set_id) REFERENCES rule_set (id)
);
