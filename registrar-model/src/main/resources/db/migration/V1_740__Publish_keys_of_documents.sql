-- transcript: the public halves of all keys documents and their facts were ever signed with

CREATE TABLE published_key (
  id          VARCHAR(64)  NOT NULL PRIMARY KEY,
  purpose     VARCHAR(16)  NOT NULL,
  label       VARCHAR(200) NOT NULL,
  content     BLOB         NOT NULL,
  valid_from  DATETIME(6)  NOT NULL,
  valid_until DATETIME(6)  NULL,
  first_day   DATE         NOT NULL,
  last_day    DATE         NOT NULL,
  CONSTRAINT ck_published_key_purpose CHECK (purpose IN ('DOCUMENT', 'FACTS')),
  CONSTRAINT ck_published_key_days CHECK (first_day <= last_day)
);

-- what was published stays: only the last day it was used on goes forward
DELIMITER //
CREATE TRIGGER published_key_kept BEFORE UPDATE ON published_key FOR EACH ROW
BEGIN
  IF NEW.id <> OLD.id OR NEW.purpose <> OLD.purpose OR NEW.content <> OLD.content
     OR NEW.first_day <> OLD.first_day OR NEW.last_day < OLD.last_day THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published key is not changed';
  END IF;
END//
CREATE TRIGGER published_key_no_delete BEFORE DELETE ON published_key FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published key is not deleted';
END//
DELIMITER ;
