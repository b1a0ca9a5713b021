-- documents of the time before this system have no file of ours, but a scan of the paper;
-- scan_file is the name the register gave, where the scan is not named by the number
ALTER TABLE issued_document
  ADD COLUMN scan_file VARCHAR(200) NULL,
  ADD COLUMN scan_name VARCHAR(200) NULL,
  ADD COLUMN scan_sha256 BINARY(32) NULL,
  ADD COLUMN scan LONGBLOB NULL,
  ADD CONSTRAINT ck_issued_document_scan CHECK ((scan IS NULL AND scan_name IS NULL AND scan_sha256 IS NULL) OR (migrated AND scan IS NOT NULL AND scan_name IS NOT NULL AND scan_sha256 IS NOT NULL));
CREATE INDEX ix_issued_document_migrated ON issued_document (migrated, number);
DELIMITER //
CREATE TRIGGER issued_document_scan_kept BEFORE UPDATE ON issued_document FOR EACH ROW
BEGIN
  IF OLD.scan_sha256 IS NOT NULL AND NOT (NEW.scan_sha256 <=> OLD.scan_sha256
      AND NEW.scan <=> OLD.scan
      AND NEW.scan_name <=> OLD.scan_name) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the scan of a document does not change';
  END IF;
END//
DELIMITER ;
