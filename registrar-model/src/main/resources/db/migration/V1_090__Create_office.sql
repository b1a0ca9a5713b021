-- office: imports and notices

CREATE SEQUENCE office_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE import_run (
  id          BIGINT       NOT NULL PRIMARY KEY,
  uuid        UUID         NOT NULL,
  list        VARCHAR(32)  NOT NULL,
  file_name   VARCHAR(200) NOT NULL,
  file_sha256 BINARY(32)   NOT NULL,
  uploaded_by VARCHAR(64)  NOT NULL,
  uploaded_at DATETIME(6)  NOT NULL,
  status      VARCHAR(16)  NOT NULL,
  rows_total  INT          NOT NULL DEFAULT 0,
  rows_done   INT          NOT NULL DEFAULT 0,
  rows_bad    INT          NOT NULL DEFAULT 0,
  rows_new    INT          NOT NULL DEFAULT 0,
  rows_changed INT         NOT NULL DEFAULT 0,
  rows_same   INT          NOT NULL DEFAULT 0,
  applied_at  DATETIME(6)  NULL,
  version     INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_import_run_uuid UNIQUE (uuid),
  CONSTRAINT ck_import_run_status CHECK (status IN ('READING', 'CHECKED', 'APPLYING', 'APPLIED', 'REJECTED', 'FAILED'))
);
CREATE TABLE import_row (
  run_id  BIGINT        NOT NULL,
  row_no  INT           NOT NULL,
  content LONGTEXT      NOT NULL,
  state   VARCHAR(8)    NOT NULL,
  errors  VARCHAR(4000) NULL,
  PRIMARY KEY (run_id, row_no),
  CONSTRAINT fk_import_row_run FOREIGN KEY (run_id) REFERENCES import_run (id),
  CONSTRAINT ck_import_row_state CHECK (state IN ('NEW', 'CHANGED', 'SAME', 'BAD', 'WARN'))
);

-- What a person should know: shown on the dashboard of the addressee
CREATE TABLE notice (
  id         BIGINT        NOT NULL PRIMARY KEY,
  account_id BIGINT        NULL,
  teacher_id BIGINT        NULL,
  student_id BIGINT        NULL,
  role       VARCHAR(16)   NULL,
  code       VARCHAR(64)   NOT NULL,
  args       VARCHAR(1000) NOT NULL DEFAULT '',
  link       VARCHAR(200)  NULL,
  at         DATETIME(6)   NOT NULL,
  read_at    DATETIME(6)   NULL,
  CONSTRAINT fk_notice_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT fk_notice_teacher FOREIGN KEY (teacher_id) REFERENCES teacher (id),
  CONSTRAINT fk_notice_student FOREIGN KEY (student_id) REFERENCES student (id)
);
CREATE INDEX ix_notice_account ON notice (account_id, read_at);
