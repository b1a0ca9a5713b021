-- student: the person, the record, orders and the status history that follows from them

CREATE SEQUENCE student_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE student_group (
  id            BIGINT      NOT NULL PRIMARY KEY,
  code          VARCHAR(32) NOT NULL,
  curriculum_id BIGINT      NOT NULL,
  language      CHAR(2)     NOT NULL,
  adviser_id    BIGINT      NULL,
  version       INT         NOT NULL DEFAULT 0,
  CONSTRAINT uq_student_group_code UNIQUE (code),
  CONSTRAINT fk_student_group_curriculum FOREIGN KEY (curriculum_id) REFERENCES curriculum (id),
  CONSTRAINT fk_student_group_adviser FOREIGN KEY (adviser_id) REFERENCES teacher (id),
  CONSTRAINT ck_student_group_language CHECK (language IN ('kk', 'ru', 'en'))
);

CREATE TABLE student (
  id               BIGINT       NOT NULL PRIMARY KEY,
  uuid             UUID         NOT NULL,
  student_no       VARCHAR(32)  NOT NULL,
  iin              CHAR(12)     NULL,
  iin_confirmed    BOOLEAN      NOT NULL DEFAULT FALSE,
  last_name        VARCHAR(100) NOT NULL,
  first_name       VARCHAR(100) NOT NULL,
  patronymic       VARCHAR(100) NULL,
  last_name_latin  VARCHAR(100) NOT NULL,
  first_name_latin VARCHAR(100) NOT NULL,
  birth_date       DATE         NOT NULL,
  sex              VARCHAR(8)     NOT NULL,
  citizenship      CHAR(2)      NOT NULL DEFAULT 'KZ',
  identity_doc     VARCHAR(100) NULL,
  email            VARCHAR(200) NULL,
  phone            VARCHAR(50)  NULL,
  programme_id     BIGINT       NOT NULL,
  curriculum_id    BIGINT       NOT NULL,
  group_id         BIGINT       NULL,
  course_year      SMALLINT     NOT NULL,
  study_form       VARCHAR(16)  NOT NULL,
  study_language   CHAR(2)      NOT NULL,
  funding          VARCHAR(16)  NOT NULL,
  admission_year   SMALLINT     NOT NULL,
  adviser_id       BIGINT       NULL,
  status           VARCHAR(16)  NOT NULL,
  on_mobility      BOOLEAN      NOT NULL DEFAULT FALSE,
  previous_education VARCHAR(300) NULL,
  search_text      VARCHAR(500) NOT NULL,
  version          INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_student_uuid UNIQUE (uuid),
  CONSTRAINT uq_student_no UNIQUE (student_no),
  CONSTRAINT fk_student_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_student_curriculum FOREIGN KEY (curriculum_id) REFERENCES curriculum (id),
  CONSTRAINT fk_student_group FOREIGN KEY (group_id) REFERENCES student_group (id),
  CONSTRAINT fk_student_adviser FOREIGN KEY (adviser_id) REFERENCES teacher (id),
  CONSTRAINT ck_student_iin CHECK (iin IS NULL OR iin REGEXP '^[0-9]{12}$'),
  CONSTRAINT ck_student_identity CHECK (iin IS NOT NULL OR identity_doc IS NOT NULL),
  CONSTRAINT ck_student_sex CHECK (sex IN ('MALE', 'FEMALE')),
  CONSTRAINT ck_student_course CHECK (course_year BETWEEN 1 AND 7),
  CONSTRAINT ck_student_form CHECK (study_form IN ('FULL_TIME', 'EVENING', 'DISTANCE', 'ONLINE')),
  CONSTRAINT ck_student_language CHECK (study_language IN ('kk', 'ru', 'en')),
  CONSTRAINT ck_student_funding CHECK (funding IN ('GRANT', 'PAID', 'QUOTA')),
  CONSTRAINT ck_student_status CHECK (status IN ('STUDYING', 'ON_LEAVE', 'EXPELLED', 'GRADUATED'))
);
CREATE INDEX ix_student_iin ON student (iin);
CREATE INDEX ix_student_name ON student (last_name, first_name);
CREATE INDEX ix_student_group ON student (group_id);
CREATE INDEX ix_student_programme ON student (programme_id, course_year);
CREATE INDEX ix_student_adviser ON student (adviser_id);
CREATE FULLTEXT INDEX ft_student_search ON student (search_text);
ALTER TABLE account ADD CONSTRAINT fk_account_student FOREIGN KEY (student_id) REFERENCES student (id);

-- Register of signed orders; applied once at the effective date, corrected only by another order
CREATE TABLE student_order (
  id             BIGINT       NOT NULL PRIMARY KEY,
  uuid           UUID         NOT NULL,
  number         VARCHAR(32)  NOT NULL,
  signed_on      DATE         NOT NULL,
  effective_on   DATE         NOT NULL,
  kind           VARCHAR(32)  NOT NULL,
  category       VARCHAR(100) NULL,
  title          VARCHAR(500) NOT NULL,
  corrects_id    BIGINT       NULL,
  migrated       BOOLEAN      NOT NULL DEFAULT FALSE,
  applied_at     DATETIME(6)  NULL,
  scan_name      VARCHAR(200) NULL,
  scan_sha256    BINARY(32)   NULL,
  scan           LONGBLOB     NULL,
  version        INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_student_order_uuid UNIQUE (uuid),
  CONSTRAINT uq_student_order_number UNIQUE (number, signed_on),
  CONSTRAINT fk_student_order_corrects FOREIGN KEY (corrects_id) REFERENCES student_order (id),
  CONSTRAINT ck_student_order_kind CHECK (kind IN ('ADMISSION', 'TRANSFER_IN', 'MOBILITY_IN', 'LEAVE', 'LEAVE_EXTENSION', 'LEAVE_RETURN', 'EXPULSION', 'TRANSFER_OUT', 'REINSTATEMENT', 'COURSE_PROMOTION', 'REPEAT_YEAR', 'TRANSFER_INSIDE', 'MOBILITY_OUT', 'MOBILITY_RETURN', 'GRADUATION', 'PERSONAL_DATA', 'OTHER'))
);
CREATE INDEX ix_student_order_effective ON student_order (applied_at, effective_on);

CREATE TABLE student_order_line (
  id         BIGINT        NOT NULL PRIMARY KEY,
  order_id   BIGINT        NOT NULL,
  student_id BIGINT        NOT NULL,
  effect     VARCHAR(2000) NULL,
  CONSTRAINT uq_student_order_line UNIQUE (order_id, student_id),
  CONSTRAINT fk_student_order_line_order FOREIGN KEY (order_id) REFERENCES student_order (id),
  CONSTRAINT fk_student_order_line_student FOREIGN KEY (student_id) REFERENCES student (id)
);
CREATE INDEX ix_student_order_line_student ON student_order_line (student_id);

-- Status history: what each order did, never overlapping, append-only
CREATE TABLE student_status_change (
  id           BIGINT       NOT NULL PRIMARY KEY,
  student_id   BIGINT       NOT NULL,
  effective_on DATE         NOT NULL,
  from_status  VARCHAR(16)  NULL,
  to_status    VARCHAR(16)  NOT NULL,
  course_year  SMALLINT     NOT NULL,
  order_id     BIGINT       NOT NULL,
  recorded_at  DATETIME(6)  NOT NULL,
  CONSTRAINT uq_student_status_change UNIQUE (student_id, order_id),
  CONSTRAINT fk_student_status_change_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_student_status_change_order FOREIGN KEY (order_id) REFERENCES student_order (id)
);
CREATE INDEX ix_student_status_change ON student_status_change (student_id, effective_on);
CREATE TRIGGER student_status_change_no_update BEFORE UPDATE ON student_status_change FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'student_status_change is append-only';
CREATE TRIGGER student_status_change_no_delete BEFORE DELETE ON student_status_change FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'student_status_change is append-only';
