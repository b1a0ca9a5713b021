-- attestation: marks that programs sent, each message once, with the answer it got

CREATE TABLE mark_batch (
  id           UUID         NOT NULL PRIMARY KEY,
  account      VARCHAR(64)  NOT NULL,
  request_key  VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  request_hash BINARY(32)   NOT NULL,
  sheet_id     BIGINT       NOT NULL,
  stored       INT          NOT NULL,
  refused      INT          NOT NULL,
  sent_at      DATETIME(6)  NOT NULL,
  answer       MEDIUMTEXT   NOT NULL,
  CONSTRAINT uq_mark_batch UNIQUE (account, request_key),
  CONSTRAINT fk_mark_batch_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT ck_mark_batch_counts CHECK (stored >= 0 AND refused >= 0)
);
CREATE INDEX ix_mark_batch_sheet ON mark_batch (sheet_id, sent_at);
CREATE TRIGGER mark_batch_no_update BEFORE UPDATE ON mark_batch FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mark_batch is append-only';
CREATE TRIGGER mark_batch_no_delete BEFORE DELETE ON mark_batch FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mark_batch is append-only';
