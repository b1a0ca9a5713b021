-- Which columns of a list a person has chosen to see: kept with the account, so that it is the same
-- on every computer. A convenience, no record of the office: not audited.
CREATE TABLE list_columns (
  account_id BIGINT        NOT NULL,
  list       VARCHAR(32)   NOT NULL,
  chosen     VARCHAR(1000) NOT NULL,
  PRIMARY KEY (account_id, list),
  CONSTRAINT fk_list_columns_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
