-- SUM-14: what a summer semester came to, kept as it was at the moment it was closed

CREATE TABLE summer_report (
  plan_id     BIGINT       NOT NULL PRIMARY KEY,
  term        VARCHAR(16)  NOT NULL,
  begins      DATE         NOT NULL,
  ends        DATE         NOT NULL,
  weeks       SMALLINT     NOT NULL,
  decision    VARCHAR(300) NOT NULL,
  closed_by   VARCHAR(64)  NOT NULL,
  -- the name of that person on that day
  closed_name VARCHAR(200) NOT NULL,
  closed_at   DATETIME(6)  NOT NULL,
  -- of all that is kept, lines included
  checksum    BINARY(32)   NOT NULL,
  CONSTRAINT fk_summer_report_plan FOREIGN KEY (plan_id) REFERENCES summer_plan (id)
);

-- a discipline, in its own words: what is renamed later changes nothing here
CREATE TABLE summer_report_line (
  plan_id      BIGINT        NOT NULL,
  position     SMALLINT      NOT NULL,
  code         VARCHAR(32)   NOT NULL,
  name_kk      VARCHAR(300)  NOT NULL,
  name_ru      VARCHAR(300)  NOT NULL,
  name_en      VARCHAR(300)  NOT NULL,
  language     CHAR(2)       NOT NULL,
  status       VARCHAR(16)   NOT NULL,
  reason       VARCHAR(500)  NULL,
  applications INT           NOT NULL,
  paid         INT           NOT NULL,
  group_count  INT           NOT NULL,
  enrolled     INT           NOT NULL,
  credits      INT           NOT NULL,
  income       DECIMAL(14,2) NOT NULL,
  -- null where it was not taught or that is not known
  cost         DECIMAL(14,2) NULL,
  passed       INT           NOT NULL,
  failed       INT           NOT NULL,
  checks       INT           NOT NULL,
  -- everybody in every check; how many of them were missed without a valid reason, and with one
  looked_for   INT           NOT NULL,
  missed       INT           NOT NULL,
  excused      INT           NOT NULL,
  flagged      INT           NOT NULL,
  PRIMARY KEY (plan_id, position),
  CONSTRAINT fk_summer_report_line FOREIGN KEY (plan_id) REFERENCES summer_report (plan_id),
  CONSTRAINT ck_summer_report_line_language CHECK (language IN ('kk', 'ru', 'en')),
  CONSTRAINT ck_summer_report_line_status CHECK (status IN ('OPENED', 'INDIVIDUAL', 'REFUSED')),
  CONSTRAINT ck_summer_report_line_counts CHECK (applications >= 0 AND paid >= 0 AND group_count >= 0 AND enrolled >= 0 AND credits >= 0 AND income >= 0 AND passed >= 0 AND failed >= 0 AND checks >= 0 AND flagged >= 0 AND missed + excused <= looked_for)
);

CREATE TRIGGER summer_report_no_update BEFORE UPDATE ON summer_report FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'summer_report is append-only';
CREATE TRIGGER summer_report_no_delete BEFORE DELETE ON summer_report FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'summer_report is append-only';
CREATE TRIGGER summer_report_line_no_update BEFORE UPDATE ON summer_report_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'summer_report_line is append-only';
CREATE TRIGGER summer_report_line_no_delete BEFORE DELETE ON summer_report_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'summer_report_line is append-only';

DELIMITER //
-- what is kept comes with the closing, not before its approval and not afterwards
CREATE TRIGGER summer_report_with_closing BEFORE INSERT ON summer_report FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM summer_plan p WHERE p.id = NEW.plan_id AND p.status = 'APPROVED') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a report is kept when its summer semester is closed';
  END IF;
END//
CREATE TRIGGER summer_report_line_with_closing BEFORE INSERT ON summer_report_line FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM summer_plan p WHERE p.id = NEW.plan_id AND p.status = 'APPROVED') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a report is kept when its summer semester is closed';
  END IF;
END//
-- no semester is closed without its report, and none is opened again
CREATE TRIGGER summer_plan_closed_with_report BEFORE UPDATE ON summer_plan FOR EACH ROW
BEGIN
  IF OLD.status = 'CLOSED' AND NEW.status <> 'CLOSED' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a closed summer semester stays closed';
  END IF;
  IF OLD.status <> 'CLOSED' AND NEW.status = 'CLOSED'
      AND NOT EXISTS (SELECT 1 FROM summer_report r WHERE r.plan_id = NEW.id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a summer semester is closed with its report';
  END IF;
END//
DELIMITER ;
