-- attestation: mark sheets

CREATE SEQUENCE attestation_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE sheet (
  id             BIGINT       NOT NULL PRIMARY KEY,
  uuid           UUID         NOT NULL,
  number         VARCHAR(32)  NOT NULL,
  kind           VARCHAR(32)  NOT NULL,
  term_id        BIGINT       NOT NULL,
  discipline_id  BIGINT       NOT NULL,
  section_id     BIGINT       NULL,
  rule_set_code  VARCHAR(64)  NOT NULL,
  teacher_id     BIGINT       NULL,
  examiner_id    BIGINT       NULL,
  exam_date      DATE         NULL,
  exam_time      TIME         NULL,
  room           VARCHAR(32)  NULL,
  status         VARCHAR(16)  NOT NULL,
  rating_by      VARCHAR(64)  NULL,
  submitted_by   VARCHAR(64)  NULL,
  submitted_at   DATETIME(6)  NULL,
  closed_by      VARCHAR(64)  NULL,
  closed_at      DATETIME(6)  NULL,
  published_at   DATETIME(6)  NULL,
  checksum       BINARY(32)   NULL,
  version        INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_sheet_uuid UNIQUE (uuid),
  CONSTRAINT uq_sheet_number UNIQUE (number),
  CONSTRAINT fk_sheet_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_sheet_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_sheet_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT fk_sheet_teacher FOREIGN KEY (teacher_id) REFERENCES teacher (id),
  CONSTRAINT fk_sheet_examiner FOREIGN KEY (examiner_id) REFERENCES teacher (id),
  CONSTRAINT ck_sheet_status CHECK (status IN ('CREATED', 'OPEN', 'OVERDUE', 'SUBMITTED', 'CLOSED', 'AMENDED', 'ARCHIVED')),
  CONSTRAINT ck_sheet_four_eyes CHECK (closed_by IS NULL OR (closed_by <> submitted_by)),
  CONSTRAINT ck_sheet_closed CHECK ((status IN ('CLOSED', 'AMENDED', 'ARCHIVED')) = (closed_at IS NOT NULL))
);
CREATE INDEX ix_sheet_term ON sheet (term_id, status);
CREATE INDEX ix_sheet_section ON sheet (section_id);
CREATE INDEX ix_sheet_teacher ON sheet (teacher_id);
CREATE INDEX ix_sheet_examiner ON sheet (examiner_id);

CREATE TABLE sheet_row (
  id            BIGINT       NOT NULL PRIMARY KEY,
  sheet_id      BIGINT       NOT NULL,
  student_id    BIGINT       NOT NULL,
  enrolment_id  BIGINT       NULL,
  position      SMALLINT     NOT NULL,
  p1            DECIMAL(5,2) NULL,
  p2            DECIMAL(5,2) NULL,
  carried_rating SMALLINT    NULL,
  score         SMALLINT     NULL,
  mark          VARCHAR(4)   NULL,
  typed_by      VARCHAR(64)  NULL,
  absences_total SMALLINT    NULL,
  absences_valid SMALLINT    NULL,
  note          VARCHAR(300) NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_sheet_row UNIQUE (sheet_id, student_id),
  CONSTRAINT fk_sheet_row_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_sheet_row_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_sheet_row_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT ck_sheet_row_p1 CHECK (p1 IS NULL OR p1 BETWEEN 0 AND 100),
  CONSTRAINT ck_sheet_row_p2 CHECK (p2 IS NULL OR p2 BETWEEN 0 AND 100),
  CONSTRAINT ck_sheet_row_carried CHECK (carried_rating IS NULL OR carried_rating BETWEEN 0 AND 100),
  CONSTRAINT ck_sheet_row_score CHECK (score IS NULL OR score BETWEEN 0 AND 100),
  CONSTRAINT ck_sheet_row_one CHECK (score IS NULL OR mark IS NULL)
);
CREATE INDEX ix_sheet_row_student ON sheet_row (student_id);
