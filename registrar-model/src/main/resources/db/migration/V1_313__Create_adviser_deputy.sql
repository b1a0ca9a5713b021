-- who does an adviser's work for a while; never two of one adviser on the same day
CREATE TABLE adviser_deputy (
  id           BIGINT       NOT NULL PRIMARY KEY,
  uuid         UUID         NOT NULL,
  adviser_id   BIGINT       NOT NULL,
  deputy_id    BIGINT       NOT NULL,
  valid_from   DATE         NOT NULL,
  valid_to     DATE         NOT NULL,
  basis        VARCHAR(300) NOT NULL,
  appointed_by VARCHAR(64)  NOT NULL,
  appointed_at DATETIME(6)  NOT NULL,
  version      INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_adviser_deputy_uuid UNIQUE (uuid),
  CONSTRAINT uq_adviser_deputy_from UNIQUE (adviser_id, valid_from),
  CONSTRAINT fk_adviser_deputy_adviser FOREIGN KEY (adviser_id) REFERENCES teacher (id),
  CONSTRAINT fk_adviser_deputy_deputy FOREIGN KEY (deputy_id) REFERENCES teacher (id),
  CONSTRAINT ck_adviser_deputy_other CHECK (deputy_id <> adviser_id),
  CONSTRAINT ck_adviser_deputy_dates CHECK (valid_to >= valid_from),
  CONSTRAINT ck_adviser_deputy_basis CHECK (basis <> '')
);
CREATE INDEX ix_adviser_deputy_deputy ON adviser_deputy (deputy_id, valid_to);
