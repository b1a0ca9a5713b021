-- transcript: who received a diploma was seen by an identity document, or came with a power of
-- attorney kept by number and day; what was noted in words before stays as it is
ALTER TABLE diploma
  ADD COLUMN receiver_identity VARCHAR(200) NULL AFTER received_by,
  ADD COLUMN proxy_no VARCHAR(64) NULL AFTER proxy,
  ADD COLUMN proxy_on DATE NULL AFTER proxy_no,
  ADD CONSTRAINT ck_diploma_proxy CHECK ((proxy_no IS NULL) = (proxy_on IS NULL));
DELIMITER //
CREATE TRIGGER diploma_receiver_kept BEFORE UPDATE ON diploma FOR EACH ROW
BEGIN
  IF OLD.book_number IS NOT NULL AND NOT (NEW.receiver_identity <=> OLD.receiver_identity
      AND NEW.proxy <=> OLD.proxy AND NEW.proxy_no <=> OLD.proxy_no AND NEW.proxy_on <=> OLD.proxy_on) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the book of issue does not change';
  END IF;
END//
DELIMITER ;
