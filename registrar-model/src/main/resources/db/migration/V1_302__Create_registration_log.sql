-- registration.log: every decision about a seat, refusals too, chained a section

-- The head of a section's chain lies in the row that whoever takes a seat locks anyway
ALTER TABLE section_seat
  ADD COLUMN log_position BIGINT     NOT NULL DEFAULT 0,
  ADD COLUMN log_seal     BINARY(32) NULL;

CREATE TABLE registration_log (
  section_id   BIGINT        NOT NULL,
  position     BIGINT        NOT NULL,
  arrived_at   DATETIME(6)   NOT NULL,
  decided_at   DATETIME(6)   NOT NULL,
  -- null where the office changed the section itself
  student_id   BIGINT        NULL,
  enrolment_id BIGINT        NULL,
  submission   UUID          NULL,
  act          VARCHAR(16)   NOT NULL,
  pool         VARCHAR(32)   NOT NULL,
  -- of the section, after the decision
  capacity     INT           NOT NULL,
  taken        INT           NOT NULL,
  waiting      INT           NOT NULL,
  verdict      VARCHAR(4000) NULL,
  author       VARCHAR(64)   NOT NULL,
  seal         BINARY(32)    NOT NULL,
  PRIMARY KEY (section_id, position),
  CONSTRAINT fk_registration_log_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT fk_registration_log_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_registration_log_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT ck_registration_log_act CHECK (act IN ('TAKEN', 'WAITING', 'REFUSED', 'PROMOTED', 'LEFT_QUEUE', 'EXPIRED', 'DROPPED', 'WITHDRAWN', 'CANCELLED', 'MOVED_IN', 'MOVED_OUT', 'RESIZED', 'RESERVED', 'RELEASED', 'CLOSED'))
);
CREATE INDEX ix_registration_log_student ON registration_log (student_id);
CREATE INDEX ix_registration_log_submission ON registration_log (submission);
CREATE TRIGGER registration_log_no_update BEFORE UPDATE ON registration_log FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'registration_log is append-only';
CREATE TRIGGER registration_log_no_delete BEFORE DELETE ON registration_log FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'registration_log is append-only';

-- A request as it arrived, its answer and the receipt of the student; the same key gets the same answer
CREATE TABLE registration_submission (
  id           UUID         NOT NULL PRIMARY KEY,
  account      VARCHAR(64)  NOT NULL,
  request_key  VARCHAR(64)  NOT NULL,
  request_hash BINARY(32)   NOT NULL,
  student_id   BIGINT       NOT NULL,
  term_id      BIGINT       NOT NULL,
  arrived_at   DATETIME(6)  NOT NULL,
  decided_at   DATETIME(6)  NOT NULL,
  answer       MEDIUMTEXT   NOT NULL,
  receipt      BINARY(32)   NOT NULL,
  CONSTRAINT uq_registration_submission UNIQUE (account, request_key),
  CONSTRAINT fk_registration_submission_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_registration_submission_term FOREIGN KEY (term_id) REFERENCES term (id)
);
CREATE INDEX ix_registration_submission_student ON registration_submission (student_id, term_id);
CREATE TRIGGER registration_submission_no_update BEFORE UPDATE ON registration_submission FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'registration_submission is append-only';
CREATE TRIGGER registration_submission_no_delete BEFORE DELETE ON registration_submission FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'registration_submission is append-only';

-- Who came to a section and who left it, for subsystems. A row gets its place in the feed after it
-- has been committed, so that no reader passes one that commits late.
CREATE SEQUENCE roster_change_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;
CREATE TABLE roster_change (
  id           BIGINT      NOT NULL PRIMARY KEY,
  place        BIGINT      NULL,
  term_id      BIGINT      NOT NULL,
  section_id   BIGINT      NOT NULL,
  student_id   BIGINT      NOT NULL,
  joined       BOOLEAN     NOT NULL,
  at           DATETIME(6) NOT NULL,
  CONSTRAINT uq_roster_change_place UNIQUE (place),
  CONSTRAINT fk_roster_change_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_roster_change_section FOREIGN KEY (section_id) REFERENCES section (id),
  CONSTRAINT fk_roster_change_student FOREIGN KEY (student_id) REFERENCES student (id)
);
CREATE INDEX ix_roster_change_term ON roster_change (term_id, place);
CREATE TABLE roster_feed (
  id    TINYINT NOT NULL PRIMARY KEY,
  place BIGINT  NOT NULL,
  CONSTRAINT ck_roster_feed CHECK (id = 1)
);
INSERT INTO roster_feed (id, place) VALUES (1, 0);
