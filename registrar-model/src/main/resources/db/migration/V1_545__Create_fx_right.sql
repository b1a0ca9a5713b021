-- attestation.retake: the right to retake an exam after FX, from publication to the end of its window

CREATE TABLE fx_right (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  student_id    BIGINT       NOT NULL,
  discipline_id BIGINT       NOT NULL,
  term_id       BIGINT       NOT NULL,
  -- the closed sheet the FX stands in
  sheet_id      BIGINT       NOT NULL,
  opened_at     DATETIME(6)  NOT NULL,
  status        VARCHAR(8)   NOT NULL,
  asked_at      DATETIME(6)  NULL,
  asked_by      VARCHAR(64)  NULL,
  -- what accounting saw where the rules ask for a payment
  paid_on       DATE         NULL,
  paid_document VARCHAR(200) NULL,
  paid_by       VARCHAR(64)  NULL,
  slip_no       VARCHAR(64)  NULL,
  slip_by       VARCHAR(64)  NULL,
  slip_at       DATETIME(6)  NULL,
  -- the one sitting the slip is for; null until the sheet is formed
  slip_sheet_id BIGINT       NULL,
  ended_at      DATETIME(6)  NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_fx_right_uuid UNIQUE (uuid),
  CONSTRAINT uq_fx_right UNIQUE (student_id, discipline_id, term_id),
  CONSTRAINT uq_fx_right_slip UNIQUE (slip_no),
  CONSTRAINT fk_fx_right_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_fx_right_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_fx_right_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_fx_right_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_fx_right_slip_sheet FOREIGN KEY (slip_sheet_id) REFERENCES sheet (id),
  CONSTRAINT ck_fx_right_status CHECK (status IN ('OPEN', 'ASKED', 'SLIP', 'USED', 'EXPIRED', 'ENDED')),
  CONSTRAINT ck_fx_right_asked CHECK ((asked_at IS NULL) = (asked_by IS NULL)),
  CONSTRAINT ck_fx_right_paid CHECK ((paid_on IS NULL) = (paid_document IS NULL) AND (paid_on IS NULL) = (paid_by IS NULL)),
  CONSTRAINT ck_fx_right_slip CHECK ((slip_no IS NULL) = (slip_by IS NULL) AND (slip_no IS NULL) = (slip_at IS NULL)),
  CONSTRAINT ck_fx_right_sitting CHECK (slip_sheet_id IS NULL OR slip_no IS NOT NULL),
  CONSTRAINT ck_fx_right_ended CHECK ((status IN ('USED', 'EXPIRED', 'ENDED')) = (ended_at IS NOT NULL))
);
CREATE INDEX ix_fx_right_sheet ON fx_right (sheet_id, status);
CREATE INDEX ix_fx_right_term ON fx_right (term_id, status);

-- FX retakes the attempt had used before an individual sitting that continues one
ALTER TABLE sheet
  ADD COLUMN fx_used SMALLINT NOT NULL DEFAULT 0 AFTER continues_id,
  ADD CONSTRAINT ck_sheet_fx_used CHECK (fx_used BETWEEN 0 AND 1);
