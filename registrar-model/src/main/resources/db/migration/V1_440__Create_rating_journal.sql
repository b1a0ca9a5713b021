-- attestation.rating: the journal of the two periods of a term

-- A rating is a mean and is not rounded: thirds of a point are kept, two decimals would admit who is
-- not admitted (49.17 + 49.83 instead of 49.1666… + 49.83)
ALTER TABLE sheet_row
  MODIFY p1 DECIMAL(12,9) NULL,
  MODIFY p2 DECIMAL(12,9) NULL,
  -- a period missed for a reason, whose rating is that of the other one where the rules say so
  ADD COLUMN left_out_period SMALLINT NULL AFTER p2,
  ADD CONSTRAINT ck_sheet_row_left_out CHECK (left_out_period IS NULL OR left_out_period IN (1, 2)),
  ADD CONSTRAINT ck_sheet_row_absences CHECK (COALESCE(absences_valid, 0) BETWEEN 0 AND COALESCE(absences_total, 0));

-- A rating sheet says which sheet its ratings go to and of which period they are
ALTER TABLE sheet
  ADD COLUMN rates_id BIGINT NULL AFTER continues_id,
  ADD COLUMN period_no SMALLINT NULL AFTER rates_id,
  -- sum of the periods (1, 2) whose ratings come from a journal
  ADD COLUMN journal_periods SMALLINT NOT NULL DEFAULT 0 AFTER period_no,
  ADD CONSTRAINT fk_sheet_rates FOREIGN KEY (rates_id) REFERENCES sheet (id),
  ADD CONSTRAINT uq_sheet_rating UNIQUE (rates_id, period_no),
  ADD CONSTRAINT ck_sheet_rating CHECK ((kind = 'RATING') = (rates_id IS NOT NULL) AND (kind = 'RATING') = (period_no IS NOT NULL)),
  ADD CONSTRAINT ck_sheet_period CHECK (period_no IS NULL OR period_no IN (1, 2)),
  ADD CONSTRAINT ck_sheet_journal CHECK (journal_periods BETWEEN 0 AND 3);

CREATE TABLE rating_week (
  id           BIGINT       NOT NULL PRIMARY KEY,
  sheet_row_id BIGINT       NOT NULL,
  week         SMALLINT     NOT NULL,
  points       DECIMAL(5,2) NULL,
  typed_by     VARCHAR(64)  NOT NULL,
  version      INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_rating_week UNIQUE (sheet_row_id, week),
  -- who is dropped inside the change window leaves no trace in the sheet
  CONSTRAINT fk_rating_week_row FOREIGN KEY (sheet_row_id) REFERENCES sheet_row (id) ON DELETE CASCADE,
  CONSTRAINT ck_rating_week CHECK (week BETWEEN 1 AND 30),
  CONSTRAINT ck_rating_week_points CHECK (points IS NULL OR points BETWEEN 0 AND 100)
);

CREATE TABLE rating_excuse (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  student_id    BIGINT       NOT NULL,
  discipline_id BIGINT       NOT NULL,
  term_id       BIGINT       NOT NULL,
  period_no     SMALLINT     NOT NULL,
  document_no   VARCHAR(64)  NOT NULL,
  document_date DATE         NOT NULL,
  until_on      DATE         NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  decided_by    VARCHAR(64)  NOT NULL,
  decided_at    DATETIME(6)  NOT NULL,
  score         SMALLINT     NULL,
  scored_by     VARCHAR(64)  NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_rating_excuse_uuid UNIQUE (uuid),
  CONSTRAINT uq_rating_excuse UNIQUE (student_id, discipline_id, term_id, period_no),
  CONSTRAINT fk_rating_excuse_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_rating_excuse_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_rating_excuse_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT ck_rating_excuse_period CHECK (period_no IN (1, 2)),
  CONSTRAINT ck_rating_excuse_score CHECK (score IS NULL OR score BETWEEN 0 AND 100),
  CONSTRAINT ck_rating_excuse_scored CHECK ((score IS NULL) = (scored_by IS NULL)),
  CONSTRAINT ck_rating_excuse_four_eyes CHECK (scored_by IS NULL OR scored_by <> decided_by)
);
