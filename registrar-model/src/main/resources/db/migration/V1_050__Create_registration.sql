-- registration: offerings of a term, their sections with seats, and who is enrolled

CREATE SEQUENCE registration_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

-- One discipline offered in one term in one language: the lecture stream (CRD-4: exactly one term)
CREATE TABLE offering (
  id            BIGINT      NOT NULL PRIMARY KEY,
  uuid          UUID        NOT NULL,
  term_id       BIGINT      NOT NULL,
  discipline_id BIGINT      NOT NULL,
  code          VARCHAR(48) NOT NULL,
  language      CHAR(2)     NOT NULL,
  status        VARCHAR(16) NOT NULL DEFAULT 'OPEN',
  version       INT         NOT NULL DEFAULT 0,
  CONSTRAINT uq_offering_uuid UNIQUE (uuid),
  CONSTRAINT uq_offering_code UNIQUE (term_id, code),
  CONSTRAINT fk_offering_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_offering_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT ck_offering_language CHECK (language IN ('kk', 'ru', 'en')),
  CONSTRAINT ck_offering_status CHECK (status IN ('PLANNED', 'OPEN', 'CANCELLED', 'CLOSED'))
);
CREATE INDEX ix_offering_discipline ON offering (discipline_id, term_id);

-- A section of an offering: the lecture stream, a seminar group, a laboratory subgroup.
-- A student has one place in each kind; sheets are formed per GROUP section.
CREATE TABLE section (
  id          BIGINT      NOT NULL PRIMARY KEY,
  uuid        UUID        NOT NULL,
  offering_id BIGINT      NOT NULL,
  kind        VARCHAR(16) NOT NULL,
  code        VARCHAR(48) NOT NULL,
  status      VARCHAR(16) NOT NULL DEFAULT 'OPEN',
  version     INT         NOT NULL DEFAULT 0,
  CONSTRAINT uq_section_uuid UNIQUE (uuid),
  CONSTRAINT uq_section_code UNIQUE (offering_id, code),
  CONSTRAINT fk_section_offering FOREIGN KEY (offering_id) REFERENCES offering (id),
  CONSTRAINT ck_section_kind CHECK (kind IN ('LECTURE', 'GROUP', 'SUBGROUP')),
  CONSTRAINT ck_section_status CHECK (status IN ('OPEN', 'CANCELLED', 'CLOSED'))
);

-- Seats are taken by one conditional statement; never a mapped, writable attribute
CREATE TABLE section_seat (
  section_id BIGINT      NOT NULL,
  pool       VARCHAR(32) NOT NULL DEFAULT 'ALL',
  capacity   INT         NOT NULL,
  taken      INT         NOT NULL DEFAULT 0,
  waiting    INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (section_id, pool),
  CONSTRAINT fk_section_seat_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT ck_section_seat_capacity CHECK (capacity >= 0),
  CONSTRAINT ck_section_seat_taken CHECK (taken BETWEEN 0 AND capacity),
  CONSTRAINT ck_section_seat_waiting CHECK (waiting >= 0)
);

-- Who teaches a section, from a date, replaceable in mid-term by order
CREATE TABLE section_teacher (
  id         BIGINT       NOT NULL PRIMARY KEY,
  section_id BIGINT       NOT NULL,
  teacher_id BIGINT       NOT NULL,
  duty       VARCHAR(16)  NOT NULL,
  valid_from DATE         NOT NULL,
  valid_to   DATE         NULL,
  basis      VARCHAR(300) NULL,
  version    INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_section_teacher UNIQUE (section_id, teacher_id, duty, valid_from),
  CONSTRAINT fk_section_teacher_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT fk_section_teacher_teacher FOREIGN KEY (teacher_id) REFERENCES teacher (id),
  CONSTRAINT ck_section_teacher_duty CHECK (duty IN ('TEACHER', 'EXAMINER')),
  CONSTRAINT ck_section_teacher_dates CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX ix_section_teacher_teacher ON section_teacher (teacher_id);

CREATE TABLE section_slot (
  id          BIGINT      NOT NULL PRIMARY KEY,
  section_id  BIGINT      NOT NULL,
  day_of_week SMALLINT    NOT NULL,
  starts_at   TIME        NOT NULL,
  ends_at     TIME        NOT NULL,
  weeks       VARCHAR(8)  NOT NULL DEFAULT 'ALL',
  room        VARCHAR(32) NULL,
  CONSTRAINT fk_section_slot_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT ck_section_slot_day CHECK (day_of_week BETWEEN 1 AND 7),
  CONSTRAINT ck_section_slot_time CHECK (ends_at > starts_at),
  CONSTRAINT ck_section_slot_weeks CHECK (weeks IN ('ALL', 'ODD', 'EVEN'))
);
CREATE INDEX ix_section_slot_section ON section_slot (section_id);

-- A student on a discipline in a term; places in sections follow below
CREATE TABLE enrolment (
  id          BIGINT       NOT NULL PRIMARY KEY,
  uuid        UUID         NOT NULL,
  student_id  BIGINT       NOT NULL,
  offering_id BIGINT       NOT NULL,
  type        VARCHAR(16)  NOT NULL,
  attempt_no  SMALLINT     NOT NULL DEFAULT 1,
  status      VARCHAR(16)  NOT NULL,
  enrolled_at DATETIME(6)  NOT NULL,
  ended_at    DATETIME(6)  NULL,
  reason      VARCHAR(500) NULL,
  -- one active enrolment per student and offering: NULL once ended, so history may repeat
  active_key  TINYINT      AS (CASE WHEN status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED') THEN 1 END) PERSISTENT,
  version     INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_enrolment_uuid UNIQUE (uuid),
  CONSTRAINT uq_enrolment_active UNIQUE (student_id, offering_id, active_key),
  CONSTRAINT fk_enrolment_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_enrolment_offering FOREIGN KEY (offering_id) REFERENCES offering (id),
  CONSTRAINT ck_enrolment_type CHECK (type IN ('MAIN', 'RETAKE', 'DEBT', 'DIFFERENCE', 'GPA_RAISE', 'MINOR', 'ADDITIONAL')),
  CONSTRAINT ck_enrolment_status CHECK (status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'DROPPED', 'WITHDRAWN', 'CANCELLED_BY_OR', 'COMPLETED')),
  CONSTRAINT ck_enrolment_attempt CHECK (attempt_no >= 1)
);
CREATE INDEX ix_enrolment_offering ON enrolment (offering_id, status);

-- The seat itself: one in each kind of section of the offering
CREATE TABLE enrolment_place (
  enrolment_id BIGINT      NOT NULL,
  section_id   BIGINT      NOT NULL,
  pool         VARCHAR(32) NOT NULL DEFAULT 'ALL',
  PRIMARY KEY (enrolment_id, section_id),
  CONSTRAINT fk_enrolment_place_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT fk_enrolment_place_seat FOREIGN KEY (section_id, pool) REFERENCES section_seat (section_id, pool)
);
CREATE INDEX ix_enrolment_place_section ON enrolment_place (section_id);
