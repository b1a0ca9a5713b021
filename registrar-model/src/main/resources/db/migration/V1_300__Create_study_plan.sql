-- registration.plan: the individual study plan (ИУП), one a student and academic year

CREATE TABLE study_plan (
  id               BIGINT       NOT NULL PRIMARY KEY,
  uuid             UUID         NOT NULL,
  student_id       BIGINT       NOT NULL,
  academic_year_id BIGINT       NOT NULL,
  status           VARCHAR(24)  NOT NULL DEFAULT 'DRAFT',
  -- counts submissions; a line remembers in which it was changed
  revision         INT          NOT NULL DEFAULT 0,
  submitted_at     DATETIME(6)  NULL,
  escalated_at     DATETIME(6)  NULL,
  approved_at      DATETIME(6)  NULL,
  approved_by      VARCHAR(64)  NULL,
  signed_at        DATETIME(6)  NULL,
  signed_by        VARCHAR(64)  NULL,
  registered_at    DATETIME(6)  NULL,
  registered_by    VARCHAR(64)  NULL,
  version          INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_study_plan_uuid UNIQUE (uuid),
  CONSTRAINT uq_study_plan_year UNIQUE (student_id, academic_year_id),
  CONSTRAINT fk_study_plan_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_study_plan_year FOREIGN KEY (academic_year_id) REFERENCES academic_year (id),
  CONSTRAINT ck_study_plan_status CHECK (status IN ('DRAFT', 'SUBMITTED', 'ADVISER_APPROVED', 'DEAN_SIGNED', 'REGISTERED', 'RETURNED', 'AMENDING', 'CLOSED')),
  CONSTRAINT ck_study_plan_revision CHECK (revision >= 0)
);
CREATE INDEX ix_study_plan_status ON study_plan (academic_year_id, status);

-- A discipline of the plan: first without a section (choice of disciplines), then with one.
-- Practice, research work and final attestation stay without.
CREATE TABLE study_plan_line (
  id            BIGINT        NOT NULL PRIMARY KEY,
  plan_id       BIGINT        NOT NULL,
  term_id       BIGINT        NOT NULL,
  discipline_id BIGINT        NOT NULL,
  type          VARCHAR(16)   NOT NULL,
  language      CHAR(2)       NOT NULL,
  prescribed    BOOLEAN       NOT NULL DEFAULT FALSE,
  choice_block  VARCHAR(48)   NULL,
  offering_id   BIGINT        NULL,
  -- the group wished for; null for any with a free seat
  section_id    BIGINT        NULL,
  enrolment_id  BIGINT        NULL,
  status        VARCHAR(16)   NOT NULL,
  revision      INT           NOT NULL DEFAULT 0,
  remark        VARCHAR(1000) NULL,
  -- a returned line keeps its seat until then
  seat_until    DATETIME(6)   NULL,
  decided_at    DATETIME(6)   NULL,
  decided_by    VARCHAR(64)   NULL,
  active_key    TINYINT       AS (CASE WHEN status <> 'REMOVED' THEN 1 END) PERSISTENT,
  version       INT           NOT NULL DEFAULT 0,
  CONSTRAINT uq_study_plan_line UNIQUE (plan_id, term_id, discipline_id, active_key),
  CONSTRAINT fk_study_plan_line_plan FOREIGN KEY (plan_id) REFERENCES study_plan (id),
  CONSTRAINT fk_study_plan_line_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_study_plan_line_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_study_plan_line_offering FOREIGN KEY (offering_id) REFERENCES offering (id),
  CONSTRAINT fk_study_plan_line_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT fk_study_plan_line_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT ck_study_plan_line_type CHECK (type IN ('MAIN', 'RETAKE', 'DEBT', 'DIFFERENCE', 'GPA_RAISE', 'MINOR', 'ADDITIONAL')),
  CONSTRAINT ck_study_plan_line_language CHECK (language IN ('kk', 'ru', 'en')),
  CONSTRAINT ck_study_plan_line_status CHECK (status IN ('CHOSEN', 'SUBMITTED', 'APPROVED', 'REGISTERED', 'RETURNED', 'REMOVED')),
  CONSTRAINT ck_study_plan_line_returned CHECK (status <> 'RETURNED' OR remark IS NOT NULL)
);
CREATE INDEX ix_study_plan_line_demand ON study_plan_line (term_id, discipline_id, status);
CREATE INDEX ix_study_plan_line_enrolment ON study_plan_line (enrolment_id);
CREATE INDEX ix_study_plan_line_seat ON study_plan_line (status, seat_until);

-- What was done with the plan and how its lines stood then: the change list of the printed plan
CREATE TABLE study_plan_event (
  id       BIGINT        NOT NULL PRIMARY KEY,
  plan_id  BIGINT        NOT NULL,
  revision INT           NOT NULL,
  at       DATETIME(6)   NOT NULL,
  actor    VARCHAR(64)   NOT NULL,
  act      VARCHAR(24)   NOT NULL,
  remark   VARCHAR(1000) NULL,
  content  MEDIUMTEXT    NULL,
  CONSTRAINT fk_study_plan_event_plan FOREIGN KEY (plan_id) REFERENCES study_plan (id),
  CONSTRAINT ck_study_plan_event_act CHECK (act IN ('SUBMITTED', 'APPROVED', 'RETURNED', 'SIGNED', 'REGISTERED', 'CHANGED', 'ESCALATED', 'CLOSED'))
);
CREATE INDEX ix_study_plan_event ON study_plan_event (plan_id, at);
CREATE TRIGGER study_plan_event_no_update BEFORE UPDATE ON study_plan_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'study_plan_event is append-only';
CREATE TRIGGER study_plan_event_no_delete BEFORE DELETE ON study_plan_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'study_plan_event is append-only';
