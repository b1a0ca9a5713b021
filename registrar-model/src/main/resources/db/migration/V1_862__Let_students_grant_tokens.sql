-- access.subsystem: what students let programs of their own choice read of their own record

CREATE TABLE own_token (
  id         BIGINT       NOT NULL PRIMARY KEY,
  uuid       UUID         NOT NULL,
  account_id BIGINT       NOT NULL,
  -- what the student calls the program
  name       VARCHAR(100) NOT NULL,
  scopes     VARCHAR(500) NOT NULL,
  -- SHA-256 of the token, which itself is not kept
  hash       BINARY(32)   NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  -- the first instant it is not taken
  ends_at    DATETIME(6)  NOT NULL,
  used_at    DATETIME(6)  NULL,
  CONSTRAINT uq_own_token_uuid UNIQUE (uuid),
  CONSTRAINT uq_own_token_hash UNIQUE (hash),
  CONSTRAINT fk_own_token_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX ix_own_token_account ON own_token (account_id);
