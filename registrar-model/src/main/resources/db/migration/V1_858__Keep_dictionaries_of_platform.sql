-- Dictionaries of the national platform of higher education as they were fetched or imported, and
-- what was taken from it by name.
CREATE TABLE ministry_dictionary (
  dictionary VARCHAR(32)  NOT NULL,
  number     INT          NOT NULL,
  name_kk    VARCHAR(500) NULL,
  name_ru    VARCHAR(500) NULL,
  name_en    VARCHAR(500) NULL,
  code       VARCHAR(64)  NULL,
  PRIMARY KEY (dictionary, number)
);

-- where a dictionary came from last, and by which name it is asked for there
CREATE TABLE ministry_dictionary_source (
  dictionary  VARCHAR(32)  NOT NULL PRIMARY KEY,
  asked_as    VARCHAR(64)  NULL,
  source      VARCHAR(200) NULL,
  imported_by VARCHAR(64)  NULL,
  imported_at DATETIME(6)  NULL,
  CONSTRAINT ck_ministry_dictionary_imported CHECK ((source IS NULL) = (imported_at IS NULL) AND (source IS NULL) = (imported_by IS NULL))
);

-- what was deleted on the platform: by whom, why, and what the platform had
CREATE TABLE ministry_deletion (
  id         BIGINT       NOT NULL PRIMARY KEY,
  type       VARCHAR(32)  NOT NULL,
  number     INT          NOT NULL,
  reason     VARCHAR(500) NOT NULL,
  content    LONGTEXT     NOT NULL,
  deleted_by VARCHAR(64)  NOT NULL,
  deleted_at DATETIME(6)  NOT NULL
);
CREATE INDEX ix_ministry_deletion_number ON ministry_deletion (type, number);
CREATE TRIGGER ministry_deletion_no_update BEFORE UPDATE ON ministry_deletion FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ministry_deletion is append-only';
CREATE TRIGGER ministry_deletion_no_delete BEFORE DELETE ON ministry_deletion FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ministry_deletion is append-only';
