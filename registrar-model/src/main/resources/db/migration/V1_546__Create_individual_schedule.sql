-- attestation.retake: individual exam schedules, asked for on a certificate, agreed by the dean, decided by the office

CREATE TABLE individual_schedule (
  id            BIGINT        NOT NULL PRIMARY KEY,
  uuid          UUID          NOT NULL,
  student_id    BIGINT        NOT NULL,
  term_id       BIGINT        NOT NULL,
  reason        VARCHAR(16)   NOT NULL,
  -- an early session by order instead of a later sitting
  early         BOOLEAN       NOT NULL,
  explanation   VARCHAR(1000) NOT NULL,
  file_name     VARCHAR(200)  NOT NULL,
  file_sha256   BINARY(32)    NOT NULL,
  scan          LONGBLOB      NOT NULL,
  asked_by      VARCHAR(64)   NOT NULL,
  asked_at      DATETIME(6)   NOT NULL,
  decide_by     DATE          NOT NULL,
  status        VARCHAR(8)    NOT NULL,
  agreed_by     VARCHAR(64)   NULL,
  agreed_at     DATETIME(6)   NULL,
  decided_by    VARCHAR(64)   NULL,
  decided_at    DATETIME(6)   NULL,
  document      VARCHAR(16)   NULL,
  document_no   VARCHAR(64)   NULL,
  document_date DATE          NULL,
  note          VARCHAR(500)  NULL,
  version       INT           NOT NULL DEFAULT 0,
  CONSTRAINT uq_individual_schedule_uuid UNIQUE (uuid),
  CONSTRAINT fk_individual_schedule_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_individual_schedule_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT ck_individual_schedule_reason CHECK (reason IN ('ILLNESS', 'FAMILY', 'SPORT', 'MOBILITY', 'PRACTICE', 'OTHER')),
  CONSTRAINT ck_individual_schedule_early CHECK (NOT early OR reason IN ('MOBILITY', 'PRACTICE')),
  CONSTRAINT ck_individual_schedule_status CHECK (status IN ('ASKED', 'AGREED', 'DECLINED', 'APPROVED', 'REFUSED')),
  CONSTRAINT ck_individual_schedule_agreed CHECK ((agreed_at IS NULL) = (agreed_by IS NULL)),
  CONSTRAINT ck_individual_schedule_decided CHECK ((status IN ('APPROVED', 'REFUSED')) = (decided_by IS NOT NULL)),
  CONSTRAINT ck_individual_schedule_two_people CHECK (decided_by IS NULL OR decided_by <> asked_by),
  CONSTRAINT ck_individual_schedule_document CHECK (status <> 'APPROVED' OR (document IS NOT NULL AND document_no IS NOT NULL AND document_date IS NOT NULL))
);
CREATE INDEX ix_individual_schedule_student ON individual_schedule (student_id);
CREATE INDEX ix_individual_schedule_status ON individual_schedule (status, decide_by);

CREATE TABLE individual_sitting (
  id                  BIGINT      NOT NULL PRIMARY KEY,
  schedule_id         BIGINT      NOT NULL,
  -- the sheet the exam is, or was to be, in
  sheet_id            BIGINT      NOT NULL,
  -- formed at once for an early session
  individual_sheet_id BIGINT      NULL,
  -- code of what kept it from being carried out when all was decided
  left_out            VARCHAR(64) NULL,
  version             INT         NOT NULL DEFAULT 0,
  CONSTRAINT uq_individual_sitting UNIQUE (schedule_id, sheet_id),
  CONSTRAINT fk_individual_sitting_schedule FOREIGN KEY (schedule_id) REFERENCES individual_schedule (id),
  CONSTRAINT fk_individual_sitting_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_individual_sitting_individual FOREIGN KEY (individual_sheet_id) REFERENCES sheet (id)
);
