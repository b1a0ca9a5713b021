-- windows of registration: prepared by one person, approved by another; what is approved stays in
-- force until a change of it is approved too
CREATE TABLE registration_window (
  id                    BIGINT      NOT NULL PRIMARY KEY,
  uuid                  UUID        NOT NULL,
  term_id               BIGINT      NOT NULL,
  kind                  VARCHAR(16) NOT NULL,
  -- narrowing: NULL narrows nothing
  level                 VARCHAR(16) NULL,
  programme_id          BIGINT      NULL,
  course_year           SMALLINT    NULL,
  -- what is prepared
  off                   BOOLEAN     NOT NULL DEFAULT FALSE,
  opens_at              DATETIME(6) NULL,
  closes_at             DATETIME(6) NULL,
  waves                 SMALLINT    NOT NULL DEFAULT 1,
  wave_minutes          SMALLINT    NOT NULL DEFAULT 0,
  status                VARCHAR(16) NOT NULL,
  prepared_by           VARCHAR(64) NOT NULL,
  prepared_at           DATETIME(6) NOT NULL,
  -- what is in force; NULL until the first approval
  approved_by           VARCHAR(64) NULL,
  approved_at           DATETIME(6) NULL,
  approved_off          BOOLEAN     NULL,
  approved_opens_at     DATETIME(6) NULL,
  approved_closes_at    DATETIME(6) NULL,
  approved_waves        SMALLINT    NULL,
  approved_wave_minutes SMALLINT    NULL,
  -- NULLs are never equal to a unique key: the narrowing as one text is
  reach_key             VARCHAR(64) AS (CONCAT(COALESCE(level, '*'), ' ', COALESCE(programme_id, 0), ' ', COALESCE(course_year, 0))) PERSISTENT,
  version               INT         NOT NULL DEFAULT 0,
  CONSTRAINT uq_registration_window_uuid UNIQUE (uuid),
  CONSTRAINT uq_registration_window_reach UNIQUE (term_id, kind, reach_key),
  CONSTRAINT fk_registration_window_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_registration_window_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT ck_registration_window_kind CHECK (kind IN ('CHOICE', 'REGISTRATION', 'CHANGE', 'LATE', 'SUMMER')),
  CONSTRAINT ck_registration_window_level CHECK (level IS NULL OR level IN ('BACHELOR', 'MASTER', 'PHD')),
  CONSTRAINT ck_registration_window_course CHECK (course_year IS NULL OR course_year BETWEEN 1 AND 7),
  CONSTRAINT ck_registration_window_times CHECK (CASE WHEN off THEN opens_at IS NULL AND closes_at IS NULL ELSE COALESCE(closes_at > opens_at, FALSE) END),
  CONSTRAINT ck_registration_window_waves CHECK (waves BETWEEN 1 AND 48 AND wave_minutes BETWEEN 0 AND 1440 AND (waves > 1) = (wave_minutes > 0)),
  CONSTRAINT ck_registration_window_status CHECK (status IN ('PREPARED', 'APPROVED')),
  CONSTRAINT ck_registration_window_two_people CHECK (status = 'PREPARED' OR approved_by <> prepared_by),
  CONSTRAINT ck_registration_window_approved CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (approved_by IS NULL) = (approved_off IS NULL) AND (approved_by IS NULL) = (approved_waves IS NULL) AND (approved_by IS NULL) = (approved_wave_minutes IS NULL) AND (status = 'PREPARED' OR approved_by IS NOT NULL)),
  CONSTRAINT ck_registration_window_in_force CHECK (approved_off IS NULL OR CASE WHEN approved_off THEN approved_opens_at IS NULL AND approved_closes_at IS NULL ELSE COALESCE(approved_closes_at > approved_opens_at, FALSE) END)
);
CREATE INDEX ix_registration_window_status ON registration_window (status, term_id);
