-- achievement: the end of an academic year. A run belongs to a school or one of its programmes; a
-- student is in one run of a year at most. Nobody both submits and agrees.
CREATE TABLE promotion_run (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  year_start    SMALLINT     NOT NULL,
  school_id     BIGINT       NOT NULL,
  programme_id  BIGINT       NULL,
  council_no    VARCHAR(64)  NOT NULL,
  council_on    DATE         NOT NULL,
  status        VARCHAR(16)  NOT NULL,
  prepared_by   VARCHAR(64)  NOT NULL,
  prepared_at   DATETIME(6)  NOT NULL,
  submitted_by  VARCHAR(64)  NULL,
  submitted_at  DATETIME(6)  NULL,
  agreed_by     VARCHAR(64)  NULL,
  agreed_at     DATETIME(6)  NULL,
  return_note   VARCHAR(500) NULL,
  order_no      VARCHAR(32)  NULL,
  order_on      DATE         NULL,
  effective_on  DATE         NULL,
  ordered_by    VARCHAR(64)  NULL,
  ordered_at    DATETIME(6)  NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_promotion_run_uuid UNIQUE (uuid),
  CONSTRAINT fk_promotion_run_school FOREIGN KEY (school_id) REFERENCES org_unit (id),
  CONSTRAINT fk_promotion_run_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT ck_promotion_run_status CHECK (status IN ('DRAFT', 'SUBMITTED', 'AGREED', 'ORDERED')),
  CONSTRAINT ck_promotion_run_submitted CHECK ((status = 'DRAFT') = (submitted_by IS NULL)),
  CONSTRAINT ck_promotion_run_agreed CHECK ((status IN ('AGREED', 'ORDERED')) = (agreed_by IS NOT NULL)),
  CONSTRAINT ck_promotion_run_four_eyes CHECK (agreed_by IS NULL OR agreed_by <> submitted_by),
  CONSTRAINT ck_promotion_run_ordered CHECK ((status = 'ORDERED') = (order_no IS NOT NULL AND order_on IS NOT NULL AND effective_on IS NOT NULL AND ordered_by IS NOT NULL))
);
CREATE INDEX ix_promotion_run_year ON promotion_run (year_start, school_id);

-- What is proposed and decided for each student, with the place of the history it was derived from
CREATE TABLE promotion_line (
  run_id          BIGINT        NOT NULL,
  student_id      BIGINT        NOT NULL,
  year_start      SMALLINT      NOT NULL,
  course_year     SMALLINT      NOT NULL,
  last_course     BOOLEAN       NOT NULL,
  curriculum_id   BIGINT        NOT NULL,
  funding         VARCHAR(16)   NOT NULL,
  proposed        VARCHAR(20)   NULL,
  decided         VARCHAR(20)   NULL,
  left_out        BOOLEAN       NOT NULL DEFAULT FALSE,
  gpa             DECIMAL(4,2)  NULL,
  gpa_points      DECIMAL(10,2) NULL,
  gpa_credits     INT           NULL,
  threshold       DECIMAL(4,2)  NULL,
  debt_credits    INT           NOT NULL,
  earned          INT           NOT NULL,
  rule_set_code   VARCHAR(64)   NOT NULL,
  reasons         MEDIUMTEXT    NOT NULL,
  grounds         MEDIUMTEXT    NOT NULL,
  ledger_position INT           NOT NULL,
  changed_by      VARCHAR(64)   NULL,
  changed_at      DATETIME(6)   NULL,
  change_reason   VARCHAR(500)  NULL,
  order_id        BIGINT        NULL,
  -- who is left out may be decided by a later run of the year
  held            TINYINT       AS (CASE WHEN left_out THEN NULL ELSE 1 END) PERSISTENT,
  PRIMARY KEY (run_id, student_id),
  CONSTRAINT uq_promotion_line_student UNIQUE (year_start, student_id, held),
  CONSTRAINT fk_promotion_line_run FOREIGN KEY (run_id) REFERENCES promotion_run (id),
  CONSTRAINT fk_promotion_line_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_promotion_line_curriculum FOREIGN KEY (curriculum_id) REFERENCES curriculum (id),
  CONSTRAINT fk_promotion_line_order FOREIGN KEY (order_id) REFERENCES student_order (id),
  CONSTRAINT ck_promotion_line_proposed CHECK (proposed IS NULL OR proposed IN ('PROMOTED', 'PROMOTED_WITH_DEBT', 'REPEAT', 'GRADUATED')),
  CONSTRAINT ck_promotion_line_decided CHECK (decided IS NULL OR decided IN ('PROMOTED', 'PROMOTED_WITH_DEBT', 'REPEAT', 'GRADUATED')),
  CONSTRAINT ck_promotion_line_left_out CHECK (NOT left_out OR decided IS NULL),
  CONSTRAINT ck_promotion_line_changed CHECK ((changed_by IS NULL) = (change_reason IS NULL)),
  CONSTRAINT ck_promotion_line_otherwise CHECK (changed_by IS NOT NULL OR (NOT left_out AND decided <=> proposed))
);
CREATE INDEX ix_promotion_line_decided ON promotion_line (run_id, decided);
-- What an order has carried out stays as it was decided; what is submitted stays
CREATE TRIGGER promotion_line_no_update BEFORE UPDATE ON promotion_line FOR EACH ROW
BEGIN
  IF OLD.order_id IS NOT NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'promotion_line is ordered';
  END IF;
END;
CREATE TRIGGER promotion_line_no_delete BEFORE DELETE ON promotion_line FOR EACH ROW
BEGIN
  IF (SELECT r.status FROM promotion_run r WHERE r.id = OLD.run_id) <> 'DRAFT' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'promotion_line is submitted';
  END IF;
END;
CREATE TRIGGER promotion_run_no_delete BEFORE DELETE ON promotion_run FOR EACH ROW
BEGIN
  IF OLD.status <> 'DRAFT' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'promotion_run is submitted';
  END IF;
END;
