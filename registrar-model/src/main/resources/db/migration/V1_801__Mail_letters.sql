-- access.mail: letters to addresses outside, with what is enclosed, beside notices to accounts

ALTER TABLE mail
  MODIFY account_id BIGINT NULL,
  ADD COLUMN subject VARCHAR(600) NULL AFTER topics,
  ADD COLUMN body MEDIUMTEXT NULL AFTER subject,
  DROP CONSTRAINT ck_mail_counts,
  ADD CONSTRAINT ck_mail_counts CHECK (attempts >= 0 AND (notices > 0) = (account_id IS NOT NULL)),
  ADD CONSTRAINT ck_mail_letter CHECK ((subject IS NULL) = (account_id IS NOT NULL)
    AND (subject IS NULL) = (body IS NULL));

CREATE TABLE mail_file (
  mail_id    BIGINT       NOT NULL,
  place      SMALLINT     NOT NULL,
  name       VARCHAR(200) NOT NULL,
  media_type VARCHAR(100) NOT NULL,
  content    LONGBLOB     NOT NULL,
  PRIMARY KEY (mail_id, place),
  CONSTRAINT fk_mail_file_mail FOREIGN KEY (mail_id) REFERENCES mail (id)
);
CREATE TRIGGER mail_file_no_update BEFORE UPDATE ON mail_file FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mail_file is append-only';
CREATE TRIGGER mail_file_no_delete BEFORE DELETE ON mail_file FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mail_file is append-only';
