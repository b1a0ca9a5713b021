-- attestation.commission: commissions named by order, their meetings, the protocol of each student

-- A grant of a role reaches the matters of a commission of either kind
CREATE TABLE commission (
  id   BIGINT      NOT NULL PRIMARY KEY,
  kind VARCHAR(16) NOT NULL,
  CONSTRAINT ck_commission_kind CHECK (kind IN ('APPEAL', 'ATTESTATION'))
);
INSERT INTO commission (id, kind) SELECT id, 'APPEAL' FROM appeal_commission;
ALTER TABLE role_grant DROP FOREIGN KEY fk_role_grant_commission;
ALTER TABLE role_grant ADD CONSTRAINT fk_role_grant_of_commission FOREIGN KEY (commission_id) REFERENCES commission (id);
CREATE TRIGGER appeal_commission_known BEFORE INSERT ON appeal_commission FOR EACH ROW
  INSERT INTO commission (id, kind) VALUES (NEW.id, 'APPEAL');

CREATE TABLE attestation_commission (
  id            BIGINT        NOT NULL PRIMARY KEY,
  uuid          UUID          NOT NULL,
  designation   VARCHAR(50)   NOT NULL,
  start_year    SMALLINT      NOT NULL,
  order_no      VARCHAR(50)   NOT NULL,
  order_date    DATE          NOT NULL,
  council_no    VARCHAR(50)   NOT NULL,
  council_date  DATE          NOT NULL,
  valid_from    DATE          NOT NULL,
  valid_to      DATE          NOT NULL,
  last_protocol INT           NOT NULL DEFAULT 0,
  remarks       VARCHAR(4000) NULL,
  registered_by VARCHAR(64)   NOT NULL,
  registered_at DATETIME(6)   NOT NULL,
  version       INT           NOT NULL DEFAULT 0,
  CONSTRAINT uq_attestation_commission_uuid UNIQUE (uuid),
  CONSTRAINT uq_attestation_commission_order UNIQUE (order_no, order_date, designation),
  CONSTRAINT ck_attestation_commission_texts CHECK (order_no <> '' AND council_no <> '' AND designation <> ''),
  CONSTRAINT ck_attestation_commission_dates CHECK (valid_to >= valid_from AND council_date <= order_date)
);
CREATE TRIGGER attestation_commission_known BEFORE INSERT ON attestation_commission FOR EACH ROW
  INSERT INTO commission (id, kind) VALUES (NEW.id, 'ATTESTATION');

CREATE TABLE attestation_commission_programme (
  commission_id BIGINT NOT NULL,
  programme_id  BIGINT NOT NULL,
  PRIMARY KEY (commission_id, programme_id),
  CONSTRAINT fk_attestation_programme_commission FOREIGN KEY (commission_id) REFERENCES attestation_commission (id),
  CONSTRAINT fk_attestation_programme FOREIGN KEY (programme_id) REFERENCES programme (id)
);

-- A member is a teacher, somebody with an account, or somebody from outside by name
CREATE TABLE attestation_commission_member (
  id            BIGINT       NOT NULL PRIMARY KEY,
  commission_id BIGINT       NOT NULL,
  office        VARCHAR(16)  NOT NULL,
  teacher_id    BIGINT       NULL,
  account_id    BIGINT       NULL,
  person_name   VARCHAR(200) NULL,
  post          VARCHAR(200) NULL,
  chair_key     BIGINT AS (IF(office = 'CHAIR', commission_id, NULL)) PERSISTENT,
  secretary_key BIGINT AS (IF(office = 'SECRETARY', commission_id, NULL)) PERSISTENT,
  CONSTRAINT uq_attestation_member_teacher UNIQUE (commission_id, teacher_id),
  CONSTRAINT uq_attestation_member_account UNIQUE (commission_id, account_id),
  CONSTRAINT uq_attestation_member_chair UNIQUE (chair_key),
  CONSTRAINT uq_attestation_member_secretary UNIQUE (secretary_key),
  CONSTRAINT fk_attestation_member_commission FOREIGN KEY (commission_id) REFERENCES attestation_commission (id),
  CONSTRAINT fk_attestation_member_teacher FOREIGN KEY (teacher_id) REFERENCES teacher (id),
  CONSTRAINT fk_attestation_member_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT ck_attestation_member_office CHECK (office IN ('CHAIR', 'MEMBER', 'SECRETARY')),
  CONSTRAINT ck_attestation_member_who CHECK ((teacher_id IS NOT NULL) + (account_id IS NOT NULL) + (person_name IS NOT NULL) = 1),
  CONSTRAINT ck_attestation_member_signs CHECK (office = 'MEMBER' OR person_name IS NULL)
);
CREATE TRIGGER attestation_commission_member_no_update BEFORE UPDATE ON attestation_commission_member FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation_commission_member is append-only';
CREATE TRIGGER attestation_commission_member_no_delete BEFORE DELETE ON attestation_commission_member FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attestation_commission_member is append-only';

CREATE TABLE attestation_commission_meeting (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  commission_id BIGINT       NOT NULL,
  kind          VARCHAR(16)  NOT NULL,
  held_on       DATE         NOT NULL,
  starts_at     TIME         NOT NULL,
  ends_at       TIME         NOT NULL,
  place         VARCHAR(100) NOT NULL,
  admission_no  VARCHAR(50)  NOT NULL,
  admission_on  DATE         NOT NULL,
  planned_by    VARCHAR(64)  NOT NULL,
  planned_at    DATETIME(6)  NOT NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_attestation_meeting_uuid UNIQUE (uuid),
  CONSTRAINT uq_attestation_meeting_start UNIQUE (commission_id, held_on, starts_at),
  CONSTRAINT fk_attestation_meeting_commission FOREIGN KEY (commission_id) REFERENCES attestation_commission (id),
  CONSTRAINT ck_attestation_meeting_kind CHECK (kind IN ('DEFENCE', 'COMPLEX_EXAM')),
  CONSTRAINT ck_attestation_meeting_hours CHECK (ends_at > starts_at),
  CONSTRAINT ck_attestation_meeting_texts CHECK (place <> '' AND admission_no <> '')
);

CREATE TABLE attestation_commission_presence (
  meeting_id BIGINT NOT NULL,
  member_id  BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, member_id),
  CONSTRAINT fk_attestation_presence_meeting FOREIGN KEY (meeting_id) REFERENCES attestation_commission_meeting (id),
  CONSTRAINT fk_attestation_presence_member FOREIGN KEY (member_id) REFERENCES attestation_commission_member (id)
);

CREATE TABLE attestation_commission_protocol (
  id             BIGINT        NOT NULL PRIMARY KEY,
  uuid           UUID          NOT NULL,
  meeting_id     BIGINT        NOT NULL,
  commission_id  BIGINT        NOT NULL,
  student_id     BIGINT        NOT NULL,
  discipline_id  BIGINT        NOT NULL,
  place          SMALLINT      NOT NULL,
  kind           VARCHAR(16)   NOT NULL,
  appearance     VARCHAR(16)   NOT NULL DEFAULT 'PRESENT',
  topic_kk       VARCHAR(500)  NOT NULL DEFAULT '',
  topic_ru       VARCHAR(500)  NOT NULL DEFAULT '',
  topic_en       VARCHAR(500)  NOT NULL DEFAULT '',
  supervisor     VARCHAR(200)  NOT NULL DEFAULT '',
  reviewer       VARCHAR(200)  NOT NULL DEFAULT '',
  pages          SMALLINT      NULL,
  opinion        BOOLEAN       NOT NULL DEFAULT FALSE,
  review         BOOLEAN       NOT NULL DEFAULT FALSE,
  originality    SMALLINT      NULL,
  characteristic VARCHAR(2000) NOT NULL DEFAULT '',
  percent        SMALLINT      NULL,
  against        SMALLINT      NOT NULL DEFAULT 0,
  dissent        VARCHAR(2000) NOT NULL DEFAULT '',
  honours        BOOLEAN       NOT NULL DEFAULT FALSE,
  prepared_by    VARCHAR(64)   NOT NULL,
  prepared_at    DATETIME(6)   NOT NULL,
  signed_by      VARCHAR(64)   NULL,
  signed_at      DATETIME(6)   NULL,
  number         INT           NULL,
  sign           VARCHAR(4)    NULL,
  decision       VARCHAR(16)   NULL,
  position       BIGINT        NULL,
  corrects_id    BIGINT        NULL,
  reason         VARCHAR(500)  NULL,
  version        INT           NOT NULL DEFAULT 0,
  corrects_key   BIGINT AS (COALESCE(corrects_id, 0)) PERSISTENT,
  CONSTRAINT uq_attestation_protocol_uuid UNIQUE (uuid),
  CONSTRAINT uq_attestation_protocol_number UNIQUE (commission_id, number),
  CONSTRAINT uq_attestation_protocol_student UNIQUE (meeting_id, student_id, discipline_id, corrects_key),
  CONSTRAINT uq_attestation_protocol_corrects UNIQUE (corrects_id),
  CONSTRAINT fk_attestation_protocol_meeting FOREIGN KEY (meeting_id) REFERENCES attestation_commission_meeting (id),
  CONSTRAINT fk_attestation_protocol_commission FOREIGN KEY (commission_id) REFERENCES attestation_commission (id),
  CONSTRAINT fk_attestation_protocol_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_attestation_protocol_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_attestation_protocol_corrects FOREIGN KEY (corrects_id) REFERENCES attestation_commission_protocol (id),
  CONSTRAINT ck_attestation_protocol_kind CHECK (kind IN ('DEFENCE', 'COMPLEX_EXAM')),
  CONSTRAINT ck_attestation_protocol_appearance CHECK (appearance IN ('PRESENT', 'ABSENT', 'EXCUSED')),
  CONSTRAINT ck_attestation_protocol_percent CHECK (percent IS NULL OR (percent BETWEEN 0 AND 100 AND appearance = 'PRESENT')),
  CONSTRAINT ck_attestation_protocol_signed CHECK ((signed_by IS NULL) = (signed_at IS NULL) AND (signed_by IS NULL) = (number IS NULL) AND (signed_by IS NULL) = (decision IS NULL)),
  CONSTRAINT ck_attestation_protocol_decision CHECK (decision IS NULL OR decision IN ('AWARDED', 'HONOURS', 'PASSED', 'FAILED', 'ABSENT', 'POSTPONED')),
  CONSTRAINT ck_attestation_protocol_graded CHECK (signed_by IS NULL OR (appearance = 'EXCUSED') = (position IS NULL) AND (position IS NULL) = (sign IS NULL)),
  CONSTRAINT ck_attestation_protocol_four_eyes CHECK (signed_by IS NULL OR signed_by <> prepared_by),
  CONSTRAINT ck_attestation_protocol_reason CHECK ((corrects_id IS NULL) = (reason IS NULL))
);
CREATE INDEX ix_attestation_protocol_student ON attestation_commission_protocol (student_id, signed_at);

CREATE TABLE attestation_commission_question (
  id          BIGINT        NOT NULL PRIMARY KEY,
  protocol_id BIGINT        NOT NULL,
  place       SMALLINT      NOT NULL,
  asker       VARCHAR(200)  NOT NULL,
  question    VARCHAR(1000) NOT NULL,
  CONSTRAINT uq_attestation_question_place UNIQUE (protocol_id, place),
  CONSTRAINT fk_attestation_question_protocol FOREIGN KEY (protocol_id) REFERENCES attestation_commission_protocol (id)
);

-- what is signed never changes, nor does what it says of questions and of who was there
DELIMITER //
CREATE TRIGGER attestation_protocol_kept BEFORE UPDATE ON attestation_commission_protocol FOR EACH ROW
BEGIN
  IF OLD.signed_by IS NOT NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed protocol does not change';
  END IF;
END//
CREATE TRIGGER attestation_protocol_stays BEFORE DELETE ON attestation_commission_protocol FOR EACH ROW
BEGIN
  IF OLD.signed_by IS NOT NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed protocol does not change';
  END IF;
END//
CREATE TRIGGER attestation_question_added BEFORE INSERT ON attestation_commission_question FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM attestation_commission_protocol p WHERE p.id = NEW.protocol_id AND p.signed_by IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed protocol does not change';
  END IF;
END//
CREATE TRIGGER attestation_question_kept BEFORE UPDATE ON attestation_commission_question FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a question is written anew';
END//
CREATE TRIGGER attestation_question_taken BEFORE DELETE ON attestation_commission_question FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM attestation_commission_protocol p WHERE p.id = OLD.protocol_id AND p.signed_by IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed protocol does not change';
  END IF;
END//
CREATE TRIGGER attestation_presence_added BEFORE INSERT ON attestation_commission_presence FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM attestation_commission_protocol p WHERE p.meeting_id = NEW.meeting_id AND p.signed_by IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'who was there stands in signed protocols';
  END IF;
END//
CREATE TRIGGER attestation_presence_taken BEFORE DELETE ON attestation_commission_presence FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM attestation_commission_protocol p WHERE p.meeting_id = OLD.meeting_id AND p.signed_by IS NOT NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'who was there stands in signed protocols';
  END IF;
END//
DELIMITER ;
