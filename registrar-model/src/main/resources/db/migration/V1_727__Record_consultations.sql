-- office.consultation: what is asked, and the journal of what was answered

CREATE TABLE consultation (
  id          BIGINT        NOT NULL PRIMARY KEY,
  uuid        UUID          NOT NULL,
  kind        VARCHAR(16)   NOT NULL,
  topic       VARCHAR(32)   NOT NULL,
  status      VARCHAR(16)   NOT NULL,
  slot_id     BIGINT        NULL,
  -- who asks: an account; without one a student, a teacher, or a name only
  account_id  BIGINT        NULL,
  student_id  BIGINT        NULL,
  teacher_id  BIGINT        NULL,
  asker_kind  VARCHAR(16)   NOT NULL,
  asker_name  VARCHAR(200)  NOT NULL,
  -- in whose hands it is; nobody's yet where null
  holder_id   BIGINT        NULL,
  question    VARCHAR(1000) NOT NULL,
  asked_at    DATETIME(6)   NOT NULL,
  due_on      DATE          NOT NULL,
  ended_at    DATETIME(6)   NULL,
  recorded_by VARCHAR(64)   NOT NULL,
  version     INT           NOT NULL DEFAULT 0,
  -- of one appointment one booking that has not been taken back
  booked      BIGINT GENERATED ALWAYS AS
    (IF(status IN ('CANCELLED', 'CALLED_OFF'), NULL, slot_id)) STORED,
  CONSTRAINT uq_consultation_uuid UNIQUE (uuid),
  CONSTRAINT uq_consultation_booked UNIQUE (booked),
  CONSTRAINT fk_consultation_slot FOREIGN KEY (slot_id) REFERENCES consultation_slot (id),
  CONSTRAINT fk_consultation_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT fk_consultation_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_consultation_teacher FOREIGN KEY (teacher_id) REFERENCES teacher (id),
  CONSTRAINT fk_consultation_holder FOREIGN KEY (holder_id) REFERENCES account (id),
  CONSTRAINT ck_consultation_kind CHECK (kind IN ('APPOINTMENT', 'QUESTION', 'WALK_IN')),
  CONSTRAINT ck_consultation_status CHECK (status IN ('OPEN', 'ANSWERED', 'MISSED', 'CANCELLED', 'CALLED_OFF')),
  CONSTRAINT ck_consultation_asker CHECK (asker_kind IN ('STUDENT', 'TEACHER', 'STAFF', 'OTHER')),
  CONSTRAINT ck_consultation_slot CHECK ((kind = 'APPOINTMENT') = (slot_id IS NOT NULL)),
  CONSTRAINT ck_consultation_ended CHECK ((status = 'OPEN') = (ended_at IS NULL)),
  CONSTRAINT ck_consultation_missed CHECK (status NOT IN ('MISSED', 'CALLED_OFF') OR kind = 'APPOINTMENT')
);
CREATE INDEX ix_consultation_account ON consultation (account_id, status);
CREATE INDEX ix_consultation_student ON consultation (student_id);
CREATE INDEX ix_consultation_due ON consultation (status, due_on);
CREATE INDEX ix_consultation_asked ON consultation (asked_at);

CREATE TRIGGER consultation_no_delete BEFORE DELETE ON consultation FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a consultation is kept';
DELIMITER //
CREATE TRIGGER consultation_ended_once BEFORE UPDATE ON consultation FOR EACH ROW
BEGIN
  IF NEW.question <> OLD.question OR NEW.asked_at <> OLD.asked_at
      OR NOT (NEW.account_id <=> OLD.account_id) OR NOT (NEW.student_id <=> OLD.student_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was asked, and by whom, does not change';
  END IF;
  IF OLD.status <> 'OPEN' AND NEW.status <> OLD.status THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a consultation ends once';
  END IF;
END//
DELIMITER ;

-- The journal: an answer, and each that corrected it
CREATE TABLE consultation_entry (
  id              BIGINT       NOT NULL PRIMARY KEY,
  consultation_id BIGINT       NOT NULL,
  entry_no        INT          NOT NULL,
  topic           VARCHAR(32)  NOT NULL,
  outcome         VARCHAR(16)  NOT NULL,
  answer          TEXT         NOT NULL,
  -- why it takes the place of the one before
  reason          VARCHAR(500) NULL,
  writer_id       BIGINT       NOT NULL,
  written_at      DATETIME(6)  NOT NULL,
  CONSTRAINT uq_consultation_entry_no UNIQUE (consultation_id, entry_no),
  CONSTRAINT fk_consultation_entry_of FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  CONSTRAINT fk_consultation_entry_writer FOREIGN KEY (writer_id) REFERENCES account (id),
  CONSTRAINT ck_consultation_entry_outcome CHECK (outcome IN ('EXPLAINED', 'TO_APPLY', 'REFERRED', 'TO_FOLLOW_UP')),
  CONSTRAINT ck_consultation_entry_reason CHECK (entry_no >= 1 AND (entry_no = 1) = (reason IS NULL))
);

CREATE TRIGGER consultation_entry_no_update BEFORE UPDATE ON consultation_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the journal of consultations is append-only';
CREATE TRIGGER consultation_entry_no_delete BEFORE DELETE ON consultation_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the journal of consultations is append-only';

-- the frequent question an answer was offered as
ALTER TABLE frequent_question
  ADD COLUMN consultation_id BIGINT NULL AFTER replaces_id,
  ADD CONSTRAINT fk_frequent_question_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id);
