-- correspondence: file cases of a year, correspondents, and letters with what becomes of them

CREATE SEQUENCE letter_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

-- A case of the nomenclature of one calendar year; the row is locked by whoever takes its next number
CREATE TABLE file_case (
  id             BIGINT       NOT NULL PRIMARY KEY,
  uuid           UUID         NOT NULL,
  year           SMALLINT     NOT NULL,
  case_index     VARCHAR(20)  NOT NULL,
  name_kk        VARCHAR(300) NOT NULL,
  name_ru        VARCHAR(300) NOT NULL,
  name_en        VARCHAR(300) NOT NULL,
  retention      VARCHAR(100) NOT NULL,
  responsible_id BIGINT       NULL,
  -- where letters go that programs and mail bring
  intake         BOOLEAN      NOT NULL DEFAULT FALSE,
  opened_on      DATE         NOT NULL,
  opened_by      VARCHAR(64)  NOT NULL,
  closed_on      DATE         NULL,
  closed_by      VARCHAR(64)  NULL,
  carried_from   BIGINT       NULL,
  last_no        INT          NOT NULL DEFAULT 0,
  version        INT          NOT NULL DEFAULT 0,
  intake_year    SMALLINT GENERATED ALWAYS AS (IF(intake, year, NULL)) STORED,
  CONSTRAINT uq_file_case_uuid UNIQUE (uuid),
  CONSTRAINT uq_file_case_index UNIQUE (year, case_index),
  CONSTRAINT uq_file_case_intake UNIQUE (intake_year),
  CONSTRAINT uq_file_case_carried UNIQUE (carried_from),
  CONSTRAINT fk_file_case_responsible FOREIGN KEY (responsible_id) REFERENCES account (id),
  CONSTRAINT fk_file_case_carried FOREIGN KEY (carried_from) REFERENCES file_case (id),
  CONSTRAINT ck_file_case_year CHECK (year BETWEEN 2000 AND 2300),
  CONSTRAINT ck_file_case_last CHECK (last_no >= 0),
  CONSTRAINT ck_file_case_closed CHECK ((closed_on IS NULL) = (closed_by IS NULL))
);

CREATE TRIGGER file_case_no_delete BEFORE DELETE ON file_case FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a file case is kept';
DELIMITER //
CREATE TRIGGER file_case_counts BEFORE UPDATE ON file_case FOR EACH ROW
BEGIN
  IF NEW.last_no < OLD.last_no OR NEW.last_no > OLD.last_no + 1 THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'numbers of a file case follow one another';
  END IF;
  IF OLD.last_no > 0 AND (NEW.year <> OLD.year OR NEW.case_index <> OLD.case_index) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a file case with letters keeps its index';
  END IF;
  IF OLD.closed_on IS NOT NULL AND NEW.last_no <> OLD.last_no THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a closed file case takes no letters';
  END IF;
END//
DELIMITER ;

-- who opens the case of electronic letters of a year, one at a time
CREATE TABLE file_case_turn (
  id TINYINT NOT NULL PRIMARY KEY,
  CONSTRAINT ck_file_case_turn CHECK (id = 1)
);
INSERT INTO file_case_turn (id) VALUES (1);

CREATE TABLE correspondent (
  id         BIGINT       NOT NULL PRIMARY KEY,
  uuid       UUID         NOT NULL,
  short_name VARCHAR(60)  NOT NULL,
  kind       VARCHAR(16)  NOT NULL,
  bin        CHAR(12)     NULL,
  name_kk    VARCHAR(300) NOT NULL,
  name_ru    VARCHAR(300) NOT NULL,
  name_en    VARCHAR(300) NOT NULL,
  address    VARCHAR(500) NULL,
  email      VARCHAR(200) NULL,
  phone      VARCHAR(60)  NULL,
  contact    VARCHAR(200) NULL,
  language   CHAR(2)      NOT NULL DEFAULT 'ru',
  version    INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_correspondent_uuid UNIQUE (uuid),
  CONSTRAINT uq_correspondent_short UNIQUE (short_name),
  CONSTRAINT uq_correspondent_bin UNIQUE (bin),
  CONSTRAINT ck_correspondent_kind CHECK (kind IN ('ORGANISATION', 'PERSON')),
  CONSTRAINT ck_correspondent_bin CHECK (bin IS NULL OR kind = 'ORGANISATION'),
  CONSTRAINT ck_correspondent_language CHECK (language IN ('kk', 'ru', 'en'))
);
CREATE INDEX ix_correspondent_email ON correspondent (email);

CREATE TABLE letter (
  id               BIGINT       NOT NULL PRIMARY KEY,
  uuid             UUID         NOT NULL,
  direction        VARCHAR(16)  NOT NULL,
  state            VARCHAR(16)  NOT NULL,
  case_id          BIGINT       NULL,
  seq_no           INT          NULL,
  -- case index and number, as people write it
  letter_index     VARCHAR(32)  NULL,
  -- day it was received, or registered on its way out
  registered_on    DATE         NULL,
  registered_at    DATETIME(6)  NULL,
  registered_by    VARCHAR(64)  NULL,
  channel          VARCHAR(16)  NOT NULL,
  -- who sent it and under which number, where a program or mail brought it
  sender           VARCHAR(200) NULL,
  message_id       VARCHAR(250) NULL,
  correspondent_id BIGINT       NULL,
  correspondent    VARCHAR(300) NOT NULL,
  -- number and day the correspondent has given it
  their_no         VARCHAR(100) NULL,
  their_date       DATE         NULL,
  kind             VARCHAR(16)  NOT NULL,
  category         VARCHAR(32)  NOT NULL,
  subject          VARCHAR(500) NOT NULL,
  body             MEDIUMTEXT   NOT NULL,
  language         CHAR(2)      NOT NULL,
  sheets           INT          NOT NULL DEFAULT 1,
  enclosures       INT          NOT NULL DEFAULT 0,
  restricted       BOOLEAN      NOT NULL DEFAULT FALSE,
  controlled       BOOLEAN      NOT NULL DEFAULT FALSE,
  due_on           DATE         NULL,
  -- the letter this one answers
  reply_to         BIGINT       NULL,
  student_id       BIGINT       NULL,
  document_id      BIGINT       NULL,
  -- on what ground it tells of a person; null where it tells of nobody
  basis            VARCHAR(300) NULL,
  address          VARCHAR(500) NULL,
  drafter_id       BIGINT       NULL,
  signatory_id     BIGINT       NULL,
  -- account of a department an enquiry is put to
  asked_id         BIGINT       NULL,
  executed_note    VARCHAR(4000) NULL,
  executed_on      DATE         NULL,
  delivery_note    VARCHAR(300) NULL,
  mail_id          BIGINT       NULL,
  void_reason      VARCHAR(500) NULL,
  voided_by        VARCHAR(64)  NULL,
  voided_at        DATETIME(6)  NULL,
  created_at       DATETIME(6)  NOT NULL,
  created_by       VARCHAR(64)  NOT NULL,
  -- folded words of index, subject, text and correspondent
  search_text      MEDIUMTEXT   NOT NULL,
  version          INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_letter_uuid UNIQUE (uuid),
  CONSTRAINT uq_letter_number UNIQUE (case_id, seq_no),
  CONSTRAINT uq_letter_message UNIQUE (channel, sender, message_id),
  CONSTRAINT fk_letter_case FOREIGN KEY (case_id) REFERENCES file_case (id),
  CONSTRAINT fk_letter_correspondent FOREIGN KEY (correspondent_id) REFERENCES correspondent (id),
  CONSTRAINT fk_letter_reply FOREIGN KEY (reply_to) REFERENCES letter (id),
  CONSTRAINT fk_letter_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_letter_document FOREIGN KEY (document_id) REFERENCES issued_document (id),
  CONSTRAINT fk_letter_drafter FOREIGN KEY (drafter_id) REFERENCES account (id),
  CONSTRAINT fk_letter_signatory FOREIGN KEY (signatory_id) REFERENCES account (id),
  CONSTRAINT fk_letter_asked FOREIGN KEY (asked_id) REFERENCES account (id),
  CONSTRAINT fk_letter_mail FOREIGN KEY (mail_id) REFERENCES mail (id),
  CONSTRAINT ck_letter_direction CHECK (direction IN ('INCOMING', 'OUTGOING', 'INTERNAL')),
  CONSTRAINT ck_letter_state CHECK (state IN ('REGISTERED', 'RESOLUTION', 'IN_WORK', 'ANSWERED', 'FILED',
    'DRAFT', 'AGREED', 'SIGNED', 'SENT', 'DELIVERED')),
  CONSTRAINT ck_letter_incoming CHECK (direction <> 'INCOMING'
    OR state IN ('REGISTERED', 'RESOLUTION', 'IN_WORK', 'ANSWERED', 'FILED')),
  CONSTRAINT ck_letter_number CHECK ((seq_no IS NULL) = (case_id IS NULL) AND (seq_no IS NULL) =
    (letter_index IS NULL) AND (seq_no IS NULL) = (registered_on IS NULL)),
  CONSTRAINT ck_letter_registered CHECK ((state IN ('DRAFT', 'AGREED', 'SIGNED')) = (seq_no IS NULL)),
  CONSTRAINT ck_letter_two_people CHECK (signatory_id IS NULL OR signatory_id <> drafter_id),
  CONSTRAINT ck_letter_void CHECK ((void_reason IS NULL) = (voided_by IS NULL)),
  CONSTRAINT ck_letter_counts CHECK (sheets >= 0 AND enclosures >= 0),
  CONSTRAINT ck_letter_language CHECK (language IN ('kk', 'ru', 'en')),
  FULLTEXT INDEX ft_letter (search_text)
);
CREATE INDEX ix_letter_register ON letter (direction, registered_on);
CREATE INDEX ix_letter_state ON letter (direction, state, due_on);

CREATE TRIGGER letter_no_delete BEFORE DELETE ON letter FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a letter is kept';
DELIMITER //
CREATE TRIGGER letter_keeps BEFORE UPDATE ON letter FOR EACH ROW
BEGIN
  IF OLD.seq_no IS NOT NULL AND (NOT (NEW.case_id <=> OLD.case_id) OR NOT (NEW.seq_no <=> OLD.seq_no)
      OR NOT (NEW.letter_index <=> OLD.letter_index) OR NEW.registered_on <> OLD.registered_on) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a registered letter keeps its index';
  END IF;
  IF OLD.state NOT IN ('DRAFT') AND (NEW.subject <> OLD.subject OR NEW.body <> OLD.body
      OR NEW.direction <> OLD.direction) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what a letter says does not change';
  END IF;
  IF OLD.void_reason IS NOT NULL AND (NOT (NEW.void_reason <=> OLD.void_reason) OR NEW.state <> OLD.state) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a letter registered wrongly stays so';
  END IF;
END//
DELIMITER ;

-- Who did what with a letter, and when
CREATE TABLE letter_event (
  id         BIGINT        NOT NULL PRIMARY KEY,
  letter_id  BIGINT        NOT NULL,
  event_no   INT           NOT NULL,
  act        VARCHAR(24)   NOT NULL,
  state      VARCHAR(16)   NOT NULL,
  note       VARCHAR(1000) NULL,
  due_before DATE          NULL,
  due_after  DATE          NULL,
  done_by    VARCHAR(64)   NOT NULL,
  at         DATETIME(6)   NOT NULL,
  CONSTRAINT uq_letter_event_no UNIQUE (letter_id, event_no),
  CONSTRAINT fk_letter_event_letter FOREIGN KEY (letter_id) REFERENCES letter (id)
);
CREATE TRIGGER letter_event_no_update BEFORE UPDATE ON letter_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'letter_event is append-only';
CREATE TRIGGER letter_event_no_delete BEFORE DELETE ON letter_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'letter_event is append-only';

-- A resolution; the one with the highest number stands
CREATE TABLE resolution (
  id            BIGINT        NOT NULL PRIMARY KEY,
  letter_id     BIGINT        NOT NULL,
  resolution_no INT           NOT NULL,
  words         VARCHAR(1000) NOT NULL,
  due_on        DATE          NULL,
  author_id     BIGINT        NOT NULL,
  given_at      DATETIME(6)   NOT NULL,
  CONSTRAINT uq_resolution_no UNIQUE (letter_id, resolution_no),
  CONSTRAINT fk_resolution_letter FOREIGN KEY (letter_id) REFERENCES letter (id),
  CONSTRAINT fk_resolution_author FOREIGN KEY (author_id) REFERENCES account (id)
);
CREATE TRIGGER resolution_no_update BEFORE UPDATE ON resolution FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'resolution is append-only';
CREATE TRIGGER resolution_no_delete BEFORE DELETE ON resolution FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'resolution is append-only';

-- Its executors, the first one answerable
CREATE TABLE resolution_executor (
  resolution_id BIGINT   NOT NULL,
  place         SMALLINT NOT NULL,
  account_id    BIGINT   NOT NULL,
  PRIMARY KEY (resolution_id, place),
  CONSTRAINT uq_resolution_executor UNIQUE (resolution_id, account_id),
  CONSTRAINT fk_resolution_executor_of FOREIGN KEY (resolution_id) REFERENCES resolution (id),
  CONSTRAINT fk_resolution_executor_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX ix_resolution_executor ON resolution_executor (account_id);
CREATE TRIGGER resolution_executor_no_update BEFORE UPDATE ON resolution_executor FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'resolution_executor is append-only';
CREATE TRIGGER resolution_executor_no_delete BEFORE DELETE ON resolution_executor FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'resolution_executor is append-only';

-- Files of letters as they came; PAPER is the letter itself as it went out
CREATE TABLE letter_file (
  id         BIGINT       NOT NULL PRIMARY KEY,
  uuid       UUID         NOT NULL,
  letter_id  BIGINT       NOT NULL,
  role       VARCHAR(16)  NOT NULL,
  name       VARCHAR(200) NOT NULL,
  media_type VARCHAR(100) NOT NULL,
  size       INT          NOT NULL,
  sha256     BINARY(32)   NOT NULL,
  content    LONGBLOB     NOT NULL,
  added_by   VARCHAR(64)  NOT NULL,
  added_at   DATETIME(6)  NOT NULL,
  paper_of   BIGINT GENERATED ALWAYS AS (IF(role = 'PAPER', letter_id, NULL)) STORED,
  CONSTRAINT uq_letter_file_uuid UNIQUE (uuid),
  CONSTRAINT uq_letter_file_paper UNIQUE (paper_of),
  CONSTRAINT fk_letter_file_letter FOREIGN KEY (letter_id) REFERENCES letter (id),
  CONSTRAINT ck_letter_file_role CHECK (role IN ('RECEIVED', 'ENCLOSURE', 'PAPER')),
  CONSTRAINT ck_letter_file_size CHECK (size > 0)
);
CREATE TRIGGER letter_file_no_update BEFORE UPDATE ON letter_file FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'letter_file is append-only';
CREATE TRIGGER letter_file_no_delete BEFORE DELETE ON letter_file FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'letter_file is append-only';

-- Each person of a letter is reminded once a day
CREATE TABLE letter_reminder (
  letter_id  BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  day        DATE   NOT NULL,
  PRIMARY KEY (letter_id, account_id, day),
  CONSTRAINT fk_letter_reminder_letter FOREIGN KEY (letter_id) REFERENCES letter (id),
  CONSTRAINT fk_letter_reminder_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE TRIGGER letter_reminder_no_update BEFORE UPDATE ON letter_reminder FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'letter_reminder is append-only';
CREATE TRIGGER letter_reminder_no_delete BEFORE DELETE ON letter_reminder FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'letter_reminder is append-only';
