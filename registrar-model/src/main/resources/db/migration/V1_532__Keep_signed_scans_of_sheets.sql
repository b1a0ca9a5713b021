-- the signed paper of a version; a better scan is added, the earlier one stays
CREATE TABLE sheet_scan (
  id          BIGINT       NOT NULL PRIMARY KEY,
  uuid        UUID         NOT NULL,
  sheet_id    BIGINT       NOT NULL,
  version_no  INT          NOT NULL,
  name        VARCHAR(200) NOT NULL,
  sha256      BINARY(32)   NOT NULL,
  content     LONGBLOB     NOT NULL,
  signed_on   DATE         NOT NULL,
  attached_by VARCHAR(64)  NOT NULL,
  attached_at DATETIME(6)  NOT NULL,
  CONSTRAINT uq_sheet_scan_uuid UNIQUE (uuid),
  CONSTRAINT uq_sheet_scan_file UNIQUE (sheet_id, version_no, sha256),
  CONSTRAINT fk_sheet_scan_version FOREIGN KEY (sheet_id, version_no) REFERENCES sheet_version (sheet_id, version_no),
  CONSTRAINT ck_sheet_scan_size CHECK (LENGTH(content) BETWEEN 1 AND 10485760)
);
CREATE TRIGGER sheet_scan_no_update BEFORE UPDATE ON sheet_scan FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_scan is append-only';
CREATE TRIGGER sheet_scan_no_delete BEFORE DELETE ON sheet_scan FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_scan is append-only';
