-- curriculum: repeated names, proposals of rules; a set of rules in force is never edited

ALTER TABLE discipline ADD COLUMN name_repeats BOOLEAN NOT NULL DEFAULT FALSE AFTER state_exam;

CREATE TRIGGER rule_set_no_update BEFORE UPDATE ON rule_set FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a set of rules is never changed; propose a new one';
CREATE TRIGGER rule_set_no_delete BEFORE DELETE ON rule_set FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a set of rules is never deleted';
CREATE TRIGGER rule_value_no_update BEFORE UPDATE ON rule_value FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a set of rules is never changed; propose a new one';
CREATE TRIGGER rule_value_no_delete BEFORE DELETE ON rule_value FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a set of rules is never deleted';

-- A set of rules as it is proposed and decided; an approved one is copied into rule_set
CREATE TABLE rule_proposal (
  id            BIGINT       NOT NULL PRIMARY KEY,
  level         VARCHAR(16)  NOT NULL,
  valid_from    DATE         NOT NULL,
  basis         VARCHAR(300) NOT NULL,
  status        VARCHAR(16)  NOT NULL,
  proposed_by   VARCHAR(64)  NOT NULL,
  proposed_at   DATETIME(6)  NOT NULL,
  decided_by    VARCHAR(64)  NULL,
  decided_at    DATETIME(6)  NULL,
  decision      VARCHAR(300) NULL,
  rule_set_code VARCHAR(64)  NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT fk_rule_proposal_rule_set FOREIGN KEY (rule_set_code) REFERENCES rule_set (code),
  CONSTRAINT ck_rule_proposal_level CHECK (level IN ('BACHELOR', 'MASTER', 'PHD')),
  CONSTRAINT ck_rule_proposal_status CHECK (status IN ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  CONSTRAINT ck_rule_proposal_decided CHECK ((status = 'PROPOSED') = (decided_at IS NULL)),
  CONSTRAINT ck_rule_proposal_set CHECK ((status = 'APPROVED') = (rule_set_code IS NOT NULL)),
  CONSTRAINT ck_rule_proposal_four_eyes CHECK (status <> 'APPROVED' OR decided_by <> proposed_by)
);
CREATE INDEX ix_rule_proposal_status ON rule_proposal (status, level);
CREATE TABLE rule_proposal_value (
  proposal_id BIGINT       NOT NULL,
  parameter   VARCHAR(64)  NOT NULL,
  value       VARCHAR(200) NOT NULL,
  PRIMARY KEY (proposal_id, parameter),
  CONSTRAINT fk_rule_proposal_value FOREIGN KEY (proposal_id) REFERENCES rule_proposal (id)
);
