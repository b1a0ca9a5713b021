-- attestation.appeal: commissions named by order, appeals against exam results, protocols and votes

CREATE TABLE appeal_commission (
  id            BIGINT      NOT NULL PRIMARY KEY,
  uuid          UUID        NOT NULL,
  order_no      VARCHAR(50) NOT NULL,
  order_date    DATE        NOT NULL,
  term_id       BIGINT      NOT NULL,
  valid_from    DATE        NOT NULL,
  valid_to      DATE        NOT NULL,
  last_protocol INT         NOT NULL DEFAULT 0,
  registered_by VARCHAR(64) NOT NULL,
  registered_at DATETIME(6) NOT NULL,
  version       INT         NOT NULL DEFAULT 0,
  CONSTRAINT uq_appeal_commission_uuid UNIQUE (uuid),
  CONSTRAINT uq_appeal_commission_order UNIQUE (order_no, order_date),
  CONSTRAINT fk_appeal_commission_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT ck_appeal_commission_order CHECK (order_no <> ''),
  CONSTRAINT ck_appeal_commission_dates CHECK (valid_to >= valid_from)
);

-- A member is a teacher, or, as secretary, somebody of the office
CREATE TABLE commission_member (
  id            BIGINT      NOT NULL PRIMARY KEY,
  commission_id BIGINT      NOT NULL,
  office        VARCHAR(16) NOT NULL,
  teacher_id    BIGINT      NULL,
  account_id    BIGINT      NULL,
  chair_key     BIGINT AS (IF(office = 'CHAIR', commission_id, NULL)) PERSISTENT,
  secretary_key BIGINT AS (IF(office = 'SECRETARY', commission_id, NULL)) PERSISTENT,
  CONSTRAINT uq_commission_member_teacher UNIQUE (commission_id, teacher_id),
  CONSTRAINT uq_commission_member_account UNIQUE (commission_id, account_id),
  CONSTRAINT uq_commission_member_chair UNIQUE (chair_key),
  CONSTRAINT uq_commission_member_secretary UNIQUE (secretary_key),
  CONSTRAINT fk_commission_member_commission FOREIGN KEY (commission_id) REFERENCES appeal_commission (id),
  CONSTRAINT fk_commission_member_teacher FOREIGN KEY (teacher_id) REFERENCES teacher (id),
  CONSTRAINT fk_commission_member_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT ck_commission_member_office CHECK (office IN ('CHAIR', 'MEMBER', 'SECRETARY')),
  CONSTRAINT ck_commission_member_who CHECK ((teacher_id IS NULL) <> (account_id IS NULL)),
  CONSTRAINT ck_commission_member_votes CHECK (office = 'SECRETARY' OR teacher_id IS NOT NULL)
);
-- who is named by order is replaced by another order, with a commission of its own
CREATE TRIGGER commission_member_no_update BEFORE UPDATE ON commission_member FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'commission_member is append-only';
CREATE TRIGGER commission_member_no_delete BEFORE DELETE ON commission_member FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'commission_member is append-only';

-- The rights of a member reach the matters of the commission and end with it
ALTER TABLE role_grant
  ADD COLUMN commission_id BIGINT NULL AFTER school_id,
  ADD CONSTRAINT fk_role_grant_commission FOREIGN KEY (commission_id) REFERENCES appeal_commission (id);

-- Numbers of appeals restart each calendar year
CREATE TABLE appeal_series (
  year        SMALLINT NOT NULL PRIMARY KEY,
  last_number INT      NOT NULL
);

CREATE TABLE appeal (
  id             BIGINT        NOT NULL PRIMARY KEY,
  uuid           UUID          NOT NULL,
  number         VARCHAR(16)   NOT NULL,
  student_id     BIGINT        NOT NULL,
  sheet_id       BIGINT        NOT NULL,
  published_at   DATETIME(6)   NOT NULL,
  until_on       DATE          NOT NULL,
  filed_at       DATETIME(6)   NOT NULL,
  reason         VARCHAR(2000) NOT NULL,
  hear_by        DATE          NOT NULL,
  status         VARCHAR(16)   NOT NULL,
  commission_id  BIGINT        NULL,
  answered_by    VARCHAR(64)   NULL,
  answered_at    DATETIME(6)   NULL,
  refusal_reason VARCHAR(500)  NULL,
  hearing_at     DATETIME(6)   NULL,
  place          VARCHAR(100)  NULL,
  outcome        VARCHAR(16)   NULL,
  decided_by     VARCHAR(64)   NULL,
  decided_at     DATETIME(6)   NULL,
  applied_by     VARCHAR(64)   NULL,
  applied_at     DATETIME(6)   NULL,
  version        INT           NOT NULL DEFAULT 0,
  live_key       BIGINT AS (IF(status = 'REJECTED', NULL, sheet_id)) PERSISTENT,
  CONSTRAINT uq_appeal_uuid UNIQUE (uuid),
  CONSTRAINT uq_appeal_number UNIQUE (number),
  -- a result is appealed once; what was refused for its form may be filed anew
  CONSTRAINT uq_appeal_live UNIQUE (live_key, student_id),
  CONSTRAINT fk_appeal_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_appeal_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_appeal_commission FOREIGN KEY (commission_id) REFERENCES appeal_commission (id),
  CONSTRAINT ck_appeal_status CHECK (status IN ('SUBMITTED', 'ACCEPTED', 'REJECTED', 'UNDER_REVIEW', 'DECIDED', 'APPLIED')),
  CONSTRAINT ck_appeal_reason CHECK (reason <> ''),
  CONSTRAINT ck_appeal_answered CHECK ((status = 'SUBMITTED') = (answered_by IS NULL)),
  CONSTRAINT ck_appeal_refused CHECK ((status = 'REJECTED') = (refusal_reason IS NOT NULL)),
  CONSTRAINT ck_appeal_commission CHECK (status IN ('SUBMITTED', 'REJECTED') OR commission_id IS NOT NULL),
  CONSTRAINT ck_appeal_hearing CHECK (status IN ('SUBMITTED', 'REJECTED', 'ACCEPTED') OR (hearing_at IS NOT NULL AND place IS NOT NULL)),
  CONSTRAINT ck_appeal_decided CHECK ((status IN ('DECIDED', 'APPLIED')) = (outcome IS NOT NULL) AND (outcome IS NULL) = (decided_by IS NULL)),
  CONSTRAINT ck_appeal_outcome CHECK (outcome IS NULL OR outcome IN ('RAISED', 'KEPT', 'LOWERED', 'ANNULLED')),
  CONSTRAINT ck_appeal_applied CHECK ((status = 'APPLIED') = (applied_by IS NOT NULL) AND (status <> 'APPLIED' OR outcome <> 'KEPT')),
  CONSTRAINT ck_appeal_four_eyes CHECK (applied_by IS NULL OR applied_by <> decided_by)
);
CREATE INDEX ix_appeal_student ON appeal (student_id, filed_at);
CREATE INDEX ix_appeal_status ON appeal (status, hear_by);

CREATE TABLE appeal_protocol (
  id                BIGINT        NOT NULL PRIMARY KEY,
  appeal_id         BIGINT        NOT NULL,
  commission_id     BIGINT        NOT NULL,
  number            INT           NOT NULL,
  held_at           DATETIME(6)   NOT NULL,
  place             VARCHAR(100)  NOT NULL,
  presiding_id      BIGINT        NOT NULL,
  members           INT           NOT NULL,
  needed            INT           NOT NULL,
  applicant_present BOOLEAN       NOT NULL,
  proposal          VARCHAR(8)    NOT NULL,
  arguments         VARCHAR(4000) NOT NULL,
  outcome           VARCHAR(16)   NOT NULL,
  old_rating        SMALLINT      NULL,
  old_score         SMALLINT      NULL,
  old_percent       SMALLINT      NULL,
  old_sign          VARCHAR(4)    NOT NULL,
  new_rating        SMALLINT      NULL,
  new_score         SMALLINT      NULL,
  new_percent       SMALLINT      NULL,
  new_sign          VARCHAR(4)    NOT NULL,
  written_by        VARCHAR(64)   NOT NULL,
  written_at        DATETIME(6)   NOT NULL,
  CONSTRAINT uq_appeal_protocol_number UNIQUE (commission_id, number),
  CONSTRAINT fk_appeal_protocol_appeal FOREIGN KEY (appeal_id) REFERENCES appeal (id),
  CONSTRAINT fk_appeal_protocol_commission FOREIGN KEY (commission_id) REFERENCES appeal_commission (id),
  CONSTRAINT fk_appeal_protocol_presiding FOREIGN KEY (presiding_id) REFERENCES commission_member (id),
  CONSTRAINT ck_appeal_protocol_proposal CHECK (proposal IN ('KEEP', 'CHANGE', 'ANNUL')),
  CONSTRAINT ck_appeal_protocol_outcome CHECK (outcome IN ('RAISED', 'KEPT', 'LOWERED', 'ANNULLED')),
  CONSTRAINT ck_appeal_protocol_scores CHECK (COALESCE(new_score, 0) BETWEEN 0 AND 100 AND COALESCE(new_rating, 0) BETWEEN 0 AND 100)
);
CREATE INDEX ix_appeal_protocol_appeal ON appeal_protocol (appeal_id, id);
CREATE TRIGGER appeal_protocol_no_update BEFORE UPDATE ON appeal_protocol FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appeal_protocol is append-only';
CREATE TRIGGER appeal_protocol_no_delete BEFORE DELETE ON appeal_protocol FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appeal_protocol is append-only';

-- Who is present votes; who is absent has no row
CREATE TABLE appeal_vote (
  id          BIGINT     NOT NULL PRIMARY KEY,
  protocol_id BIGINT     NOT NULL,
  member_id   BIGINT     NOT NULL,
  vote        VARCHAR(8) NOT NULL,
  CONSTRAINT uq_appeal_vote UNIQUE (protocol_id, member_id),
  CONSTRAINT fk_appeal_vote_protocol FOREIGN KEY (protocol_id) REFERENCES appeal_protocol (id),
  CONSTRAINT fk_appeal_vote_member FOREIGN KEY (member_id) REFERENCES commission_member (id),
  CONSTRAINT ck_appeal_vote CHECK (vote IN ('FOR', 'AGAINST'))
);
CREATE TRIGGER appeal_vote_no_update BEFORE UPDATE ON appeal_vote FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appeal_vote is append-only';
CREATE TRIGGER appeal_vote_no_delete BEFORE DELETE ON appeal_vote FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appeal_vote is append-only';
