-- registration.summer: the plan of a summer semester, its disciplines, and who applies for them

CREATE TABLE summer_plan (
  id                BIGINT       NOT NULL PRIMARY KEY,
  uuid              UUID         NOT NULL,
  term_id           BIGINT       NOT NULL,
  status            VARCHAR(16)  NOT NULL DEFAULT 'DRAFT',
  applications_from DATE         NULL,
  applications_to   DATE         NULL,
  -- what whoever returned it wants changed
  remark            VARCHAR(500) NULL,
  submitted_by      VARCHAR(64)  NULL,
  submitted_at      DATETIME(6)  NULL,
  decision          VARCHAR(300) NULL,
  approved_by       VARCHAR(64)  NULL,
  approved_at       DATETIME(6)  NULL,
  closed_by         VARCHAR(64)  NULL,
  closed_at         DATETIME(6)  NULL,
  version           INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_summer_plan_uuid UNIQUE (uuid),
  CONSTRAINT uq_summer_plan_term UNIQUE (term_id),
  CONSTRAINT fk_summer_plan_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT ck_summer_plan_status CHECK (status IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'CLOSED')),
  CONSTRAINT ck_summer_plan_dates CHECK (applications_from IS NULL OR applications_to IS NULL OR applications_to >= applications_from),
  CONSTRAINT ck_summer_plan_approved CHECK (status IN ('DRAFT', 'SUBMITTED') OR (decision IS NOT NULL AND approved_by IS NOT NULL))
);

-- Everybody who has changed or submitted it; none of them approves it
CREATE TABLE summer_author (
  plan_id    BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  PRIMARY KEY (plan_id, account_id),
  CONSTRAINT fk_summer_author_plan FOREIGN KEY (plan_id) REFERENCES summer_plan (id),
  CONSTRAINT fk_summer_author_account FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE TABLE summer_discipline (
  id               BIGINT        NOT NULL PRIMARY KEY,
  uuid             UUID          NOT NULL,
  plan_id          BIGINT        NOT NULL,
  discipline_id    BIGINT        NOT NULL,
  language         CHAR(2)       NOT NULL,
  -- fewest students a group is opened for
  minimum          SMALLINT      NOT NULL,
  -- of a credit, in place of the order's
  price            DECIMAL(12,2) NULL,
  -- of a credit in lessons for fewer than the minimum; null where there are none
  individual_price DECIMAL(12,2) NULL,
  -- what one group costs the university
  group_cost       DECIMAL(12,2) NULL,
  -- proposed by a school, not taken over by the office yet
  proposed         BOOLEAN       NOT NULL DEFAULT FALSE,
  status           VARCHAR(16)   NOT NULL DEFAULT 'PLANNED',
  group_count      SMALLINT      NOT NULL DEFAULT 0,
  offering_id      BIGINT        NULL,
  reason           VARCHAR(500)  NULL,
  decided_by       VARCHAR(64)   NULL,
  decided_at       DATETIME(6)   NULL,
  version          INT           NOT NULL DEFAULT 0,
  CONSTRAINT uq_summer_discipline_uuid UNIQUE (uuid),
  CONSTRAINT uq_summer_discipline UNIQUE (plan_id, discipline_id, language),
  CONSTRAINT fk_summer_discipline_plan FOREIGN KEY (plan_id) REFERENCES summer_plan (id),
  CONSTRAINT fk_summer_discipline_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_summer_discipline_offering FOREIGN KEY (offering_id) REFERENCES offering (id),
  CONSTRAINT ck_summer_discipline_language CHECK (language IN ('kk', 'ru', 'en')),
  CONSTRAINT ck_summer_discipline_minimum CHECK (minimum BETWEEN 1 AND 500),
  CONSTRAINT ck_summer_discipline_prices CHECK ((price IS NULL OR price > 0) AND (individual_price IS NULL OR individual_price > 0) AND (group_cost IS NULL OR group_cost >= 0)),
  CONSTRAINT ck_summer_discipline_status CHECK (status IN ('PLANNED', 'OPENED', 'INDIVIDUAL', 'REFUSED')),
  CONSTRAINT ck_summer_discipline_decided CHECK (status = 'PLANNED' OR decided_by IS NOT NULL),
  CONSTRAINT ck_summer_discipline_offering CHECK ((status IN ('OPENED', 'INDIVIDUAL')) = (offering_id IS NOT NULL))
);

CREATE TABLE summer_application (
  id                   BIGINT       NOT NULL PRIMARY KEY,
  uuid                 UUID         NOT NULL,
  summer_discipline_id BIGINT       NOT NULL,
  student_id           BIGINT       NOT NULL,
  purpose              VARCHAR(16)  NOT NULL,
  type                 VARCHAR(16)  NOT NULL,
  status               VARCHAR(16)  NOT NULL DEFAULT 'APPLIED',
  applied_at           DATETIME(6)  NOT NULL,
  applied_by           VARCHAR(64)  NOT NULL,
  -- since the group is opened: the payment, then the seat are registration's
  enrolment_id         BIGINT       NULL,
  reason               VARCHAR(500) NULL,
  ended_at             DATETIME(6)  NULL,
  active_key           TINYINT      AS (CASE WHEN status IN ('APPLIED', 'ACCEPTED') THEN 1 END) PERSISTENT,
  version              INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_summer_application_uuid UNIQUE (uuid),
  CONSTRAINT uq_summer_application_active UNIQUE (summer_discipline_id, student_id, active_key),
  CONSTRAINT fk_summer_application_discipline FOREIGN KEY (summer_discipline_id) REFERENCES summer_discipline (id),
  CONSTRAINT fk_summer_application_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_summer_application_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT ck_summer_application_accepted CHECK (status <> 'ACCEPTED' OR enrolment_id IS NOT NULL),
  CONSTRAINT ck_summer_application_purpose CHECK (purpose IN ('ADDITIONAL', 'DEBT', 'DIFFERENCE', 'OTHER_HEI', 'GPA_RAISE', 'MINOR', 'DOUBLE_DEGREE')),
  CONSTRAINT ck_summer_application_type CHECK (type IN ('MAIN', 'RETAKE', 'DEBT', 'DIFFERENCE', 'GPA_RAISE', 'MINOR', 'ADDITIONAL')),
  CONSTRAINT ck_summer_application_status CHECK (status IN ('APPLIED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'))
);
CREATE INDEX ix_summer_application_student ON summer_application (student_id);
CREATE INDEX ix_summer_application_enrolment ON summer_application (enrolment_id);
