-- How messages stand at the gateway of the government, and what it tells of them by itself.
ALTER TABLE gateway_message
  ADD COLUMN delivery VARCHAR(20) NULL AFTER answer_text,
  ADD COLUMN delivery_text VARCHAR(500) NULL AFTER delivery,
  ADD COLUMN delivery_at DATETIME(6) NULL AFTER delivery_text,
  ADD CONSTRAINT ck_gateway_message_delivery CHECK (delivery IS NULL OR delivery IN ('ON_DELIVERY', 'DELIVERED', 'NOT_DELIVERED', 'DELIVERY_STOPPED'));

-- a notification that comes twice is one, and gets the same answer
CREATE TABLE gateway_notification (
  notification_id VARCHAR(64) NOT NULL PRIMARY KEY,
  message_id      VARCHAR(64) NOT NULL,
  delivery        VARCHAR(20) NOT NULL,
  original        LONGBLOB    NOT NULL,
  sha256          BINARY(32)  NOT NULL,
  answer          LONGBLOB    NOT NULL,
  came_at         DATETIME(6) NOT NULL
);
CREATE INDEX ix_gateway_notification_message ON gateway_notification (message_id);
CREATE TRIGGER gateway_notification_no_update BEFORE UPDATE ON gateway_notification FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'gateway_notification is append-only';
CREATE TRIGGER gateway_notification_no_delete BEFORE DELETE ON gateway_notification FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'gateway_notification is append-only';
