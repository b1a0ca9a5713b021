-- access.mail: notices that also go by e-mail, each mail with its state

-- Whoever has an address gets mail until saying no
ALTER TABLE account ADD COLUMN mail_wanted BOOLEAN NOT NULL DEFAULT TRUE AFTER email;

CREATE TABLE mail (
  id         BIGINT       NOT NULL PRIMARY KEY,
  uuid       UUID         NOT NULL,
  account_id BIGINT       NOT NULL,
  address    VARCHAR(200) NOT NULL,
  language   CHAR(2)      NOT NULL,
  -- what it is about, one message key a word; never what the notices say
  topics     VARCHAR(500) NOT NULL,
  notices    INT          NOT NULL,
  state      VARCHAR(16)  NOT NULL,
  attempts   SMALLINT     NOT NULL DEFAULT 0,
  created_at DATETIME(6)  NOT NULL,
  next_at    DATETIME(6)  NULL,
  sent_at    DATETIME(6)  NULL,
  error      VARCHAR(500) NULL,
  CONSTRAINT uq_mail_uuid UNIQUE (uuid),
  CONSTRAINT fk_mail_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT ck_mail_state CHECK (state IN ('WAITING', 'SENT', 'FAILED')),
  CONSTRAINT ck_mail_waiting CHECK ((state = 'WAITING') = (next_at IS NOT NULL)),
  CONSTRAINT ck_mail_sent CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
  CONSTRAINT ck_mail_counts CHECK (notices > 0 AND attempts >= 0)
);
CREATE INDEX ix_mail_due ON mail (state, next_at);

-- A notice goes to an account once
CREATE TABLE mail_notice (
  notice_id  BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  mail_id    BIGINT NOT NULL,
  PRIMARY KEY (notice_id, account_id),
  CONSTRAINT fk_mail_notice_mail FOREIGN KEY (mail_id) REFERENCES mail (id)
);
CREATE INDEX ix_notice_at ON notice (at);

-- every attempt with what came of it
CREATE TABLE mail_attempt (
  id      BIGINT       NOT NULL PRIMARY KEY,
  mail_id BIGINT       NOT NULL,
  at      DATETIME(6)  NOT NULL,
  error   VARCHAR(500) NULL,
  CONSTRAINT fk_mail_attempt_mail FOREIGN KEY (mail_id) REFERENCES mail (id)
);
CREATE INDEX ix_mail_attempt_mail ON mail_attempt (mail_id, id);
CREATE TRIGGER mail_attempt_no_update BEFORE UPDATE ON mail_attempt FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mail_attempt is append-only';
CREATE TRIGGER mail_attempt_no_delete BEFORE DELETE ON mail_attempt FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mail_attempt is append-only';

-- one server at a time gathers what is to be mailed
CREATE TABLE mail_turn (
  id TINYINT NOT NULL PRIMARY KEY,
  CONSTRAINT ck_mail_turn CHECK (id = 1)
);
INSERT INTO mail_turn (id) VALUES (1);
