-- registration.payment: prices of a credit by order, and requests to pay for what a student repeats,
-- raises or takes in the summer

-- An order is never edited: a later one with a later first day follows it
CREATE TABLE price_order (
  id               BIGINT        NOT NULL PRIMARY KEY,
  purpose          VARCHAR(16)   NOT NULL,
  -- null: every level
  level            VARCHAR(16)   NULL,
  -- one of both, or none: every term
  term_id          BIGINT        NULL,
  academic_year_id BIGINT        NULL,
  valid_from       DATE          NOT NULL,
  price            DECIMAL(12,2) NOT NULL,
  order_no         VARCHAR(64)   NOT NULL,
  order_date       DATE          NOT NULL,
  entered_by       VARCHAR(64)   NOT NULL,
  entered_at       DATETIME(6)   NOT NULL,
  CONSTRAINT fk_price_order_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_price_order_year FOREIGN KEY (academic_year_id) REFERENCES academic_year (id),
  CONSTRAINT ck_price_order_purpose CHECK (purpose IN ('SUMMER', 'RETAKE', 'GPA_RAISE')),
  CONSTRAINT ck_price_order_level CHECK (level IS NULL OR level IN ('BACHELOR', 'MASTER', 'PHD')),
  CONSTRAINT ck_price_order_when CHECK (term_id IS NULL OR academic_year_id IS NULL),
  CONSTRAINT ck_price_order_price CHECK (price > 0)
);
CREATE INDEX ix_price_order_purpose ON price_order (purpose, valid_from);
CREATE TRIGGER price_order_no_update BEFORE UPDATE ON price_order FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'price_order is append-only';
CREATE TRIGGER price_order_no_delete BEFORE DELETE ON price_order FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'price_order is append-only';

-- What a payer writes on the receipt, so that accounting finds the request
CREATE SEQUENCE payment_number_seq START WITH 1 INCREMENT BY 1 NOCACHE NOCYCLE;

CREATE TABLE payment_request (
  id               BIGINT        NOT NULL PRIMARY KEY,
  uuid             UUID          NOT NULL,
  number           VARCHAR(32)   NOT NULL,
  student_id       BIGINT        NOT NULL,
  term_id          BIGINT        NOT NULL,
  discipline_id    BIGINT        NOT NULL,
  -- null while it is a summer application whose group is not opened yet
  enrolment_id     BIGINT        NULL,
  purpose          VARCHAR(16)   NOT NULL,
  credits          SMALLINT      NOT NULL,
  price            DECIMAL(12,2) NOT NULL,
  amount           DECIMAL(12,2) NOT NULL,
  price_basis      VARCHAR(200)  NOT NULL,
  requested_at     DATETIME(6)   NOT NULL,
  expires_on       DATE          NOT NULL,
  status           VARCHAR(16)   NOT NULL DEFAULT 'REQUESTED',
  paid_on          DATE          NULL,
  document         VARCHAR(200)  NULL,
  marked_by        VARCHAR(64)   NULL,
  marked_at        DATETIME(6)   NULL,
  ended_at         DATETIME(6)   NULL,
  reason           VARCHAR(500)  NULL,
  -- one that waits or is paid for each discipline of a term
  active_key       TINYINT       AS (CASE WHEN status IN ('REQUESTED', 'PAID') THEN 1 END) PERSISTENT,
  version          INT           NOT NULL DEFAULT 0,
  CONSTRAINT uq_payment_request_uuid UNIQUE (uuid),
  CONSTRAINT uq_payment_request_number UNIQUE (number),
  CONSTRAINT uq_payment_request_active UNIQUE (student_id, term_id, discipline_id, active_key),
  CONSTRAINT fk_payment_request_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_payment_request_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_payment_request_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_payment_request_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT ck_payment_request_purpose CHECK (purpose IN ('SUMMER', 'RETAKE', 'GPA_RAISE')),
  CONSTRAINT ck_payment_request_status CHECK (status IN ('REQUESTED', 'PAID', 'EXPIRED', 'WITHDRAWN')),
  CONSTRAINT ck_payment_request_credits CHECK (credits BETWEEN 1 AND 60),
  CONSTRAINT ck_payment_request_amount CHECK (amount >= 0),
  CONSTRAINT ck_payment_request_paid CHECK (status <> 'PAID' OR (paid_on IS NOT NULL AND document IS NOT NULL AND marked_by IS NOT NULL))
);
CREATE INDEX ix_payment_request_due ON payment_request (status, expires_on);
CREATE INDEX ix_payment_request_enrolment ON payment_request (enrolment_id);
