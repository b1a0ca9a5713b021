-- access.partner: how often nobody known has called the services of partners, by address
CREATE TABLE partner_stranger (
  origin VARCHAR(64) NOT NULL PRIMARY KEY,
  since  DATETIME(6) NOT NULL,
  spent  INT         NOT NULL
);
CREATE INDEX ix_partner_stranger_since ON partner_stranger (since);

-- PRT-20: changeable by a later row; a whole office may share one address
INSERT INTO university_setting (code, valid_from, value) VALUES
  ('partner.strangers.most', '2020-01-01', '600'),
  ('partner.strangers.window-seconds', '2020-01-01', '3600');
