-- calendar: academic years, terms, events, public holidays

CREATE SEQUENCE calendar_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE academic_year (
  id          BIGINT      NOT NULL PRIMARY KEY,
  start_year  SMALLINT    NOT NULL,
  starts_on   DATE        NOT NULL,
  ends_on     DATE        NOT NULL,
  approved_by VARCHAR(300) NULL,
  version     INT         NOT NULL DEFAULT 0,
  CONSTRAINT uq_academic_year UNIQUE (start_year),
  CONSTRAINT ck_academic_year_dates CHECK (ends_on > starts_on)
);

CREATE TABLE term (
  id               BIGINT      NOT NULL PRIMARY KEY,
  academic_year_id BIGINT      NOT NULL,
  type             VARCHAR(16) NOT NULL,
  code             VARCHAR(16) NOT NULL,
  starts_on        DATE        NOT NULL,
  ends_on          DATE        NOT NULL,
  study_weeks      SMALLINT    NOT NULL,
  closed_at        DATETIME(6) NULL,
  version          INT         NOT NULL DEFAULT 0,
  CONSTRAINT uq_term_code UNIQUE (code),
  CONSTRAINT uq_term_type UNIQUE (academic_year_id, type),
  CONSTRAINT fk_term_academic_year FOREIGN KEY (academic_year_id) REFERENCES academic_year (id),
  CONSTRAINT ck_term_type CHECK (type IN ('AUTUMN', 'SPRING', 'SUMMER', 'TRIMESTER_1', 'TRIMESTER_2', 'TRIMESTER_3')),
  CONSTRAINT ck_term_dates CHECK (ends_on > starts_on),
  CONSTRAINT ck_term_weeks CHECK (study_weeks BETWEEN 1 AND 40)
);

CREATE TABLE calendar_event (
  id          BIGINT      NOT NULL PRIMARY KEY,
  term_id     BIGINT      NOT NULL,
  kind        VARCHAR(16) NOT NULL,
  starts_on   DATE        NOT NULL,
  ends_on     DATE        NOT NULL,
  level       VARCHAR(16) NULL,
  course_year SMALLINT    NULL,
  version     INT         NOT NULL DEFAULT 0,
  CONSTRAINT fk_calendar_event_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT ck_calendar_event_kind CHECK (kind IN ('REGISTRATION', 'CHANGE', 'LATE', 'STUDY', 'RK1', 'RK2', 'SESSION', 'FX_WINDOW', 'VACATION', 'PRACTICE', 'AK', 'GOS')),
  CONSTRAINT ck_calendar_event_dates CHECK (ends_on >= starts_on)
);
CREATE INDEX ix_calendar_event_kind ON calendar_event (term_id, kind);

-- Public holidays and transferred working days of Kazakhstan, loaded by the administrator
CREATE TABLE day_off (
  day     DATE         NOT NULL PRIMARY KEY,
  working BOOLEAN      NOT NULL,
  name    VARCHAR(200) NOT NULL
);
