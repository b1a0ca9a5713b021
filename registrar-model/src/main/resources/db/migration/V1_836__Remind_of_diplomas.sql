-- transcript: of which last day of a diploma the office was told, and when; once of each

CREATE TABLE diploma_reminder (
  diploma_id  BIGINT      NOT NULL,
  due         VARCHAR(16) NOT NULL,
  last_day    DATE        NOT NULL,
  reminded_on DATE        NOT NULL,
  PRIMARY KEY (diploma_id, due, last_day),
  CONSTRAINT fk_diploma_reminder_diploma FOREIGN KEY (diploma_id) REFERENCES diploma (id),
  CONSTRAINT ck_diploma_reminder_due CHECK (due IN ('near', 'late', 'ministry-near', 'ministry-late'))
);
CREATE TRIGGER diploma_reminder_no_update BEFORE UPDATE ON diploma_reminder FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'diploma_reminder is append-only';
CREATE TRIGGER diploma_reminder_no_delete BEFORE DELETE ON diploma_reminder FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'diploma_reminder is append-only';
