-- access: who may do what, and what was done

CREATE SEQUENCE account_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;
CREATE SEQUENCE audit_entry_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE account (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  login         VARCHAR(64)  NOT NULL COLLATE utf8mb4_bin,
  display_name  VARCHAR(200) NOT NULL,
  email         VARCHAR(200) NULL,
  kind          VARCHAR(16)  NOT NULL,
  password_hash VARCHAR(100) NULL,
  valid_from    DATE         NOT NULL,
  valid_to      DATE         NULL,
  language      CHAR(2)      NOT NULL DEFAULT 'ru',
  student_id    BIGINT       NULL,
  teacher_id    BIGINT       NULL,
  version       INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_account_uuid UNIQUE (uuid),
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT uq_account_student UNIQUE (student_id),
  CONSTRAINT ck_account_kind CHECK (kind IN ('PERSON', 'SUBSYSTEM', 'PARTNER', 'SYSTEM')),
  CONSTRAINT ck_account_language CHECK (language IN ('kk', 'ru', 'en')),
  CONSTRAINT ck_account_dates CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

-- An appointment or delegation: a role with dates and the document it rests on (domain: 4.3, 6.3, 6.6)
CREATE TABLE role_grant (
  id             BIGINT       NOT NULL PRIMARY KEY,
  account_id     BIGINT       NOT NULL,
  role           VARCHAR(16)  NOT NULL,
  school_id      BIGINT       NULL,
  valid_from     DATE         NOT NULL,
  valid_to       DATE         NULL,
  basis          VARCHAR(300) NOT NULL,
  delegated_from BIGINT       NULL,
  version        INT          NOT NULL DEFAULT 0,
  CONSTRAINT fk_role_grant_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT fk_role_grant_delegated_from FOREIGN KEY (delegated_from) REFERENCES account (id),
  CONSTRAINT ck_role_grant_dates CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT ck_role_grant_basis CHECK (basis <> '')
);
CREATE INDEX ix_role_grant_account ON role_grant (account_id, role);

-- The permission matrix as the start-up bean writes it from its one source; read by the server's realm
CREATE TABLE role_permission (
  role       VARCHAR(16) NOT NULL,
  permission VARCHAR(64) NOT NULL,
  scope      VARCHAR(16) NOT NULL,
  PRIMARY KEY (role, permission)
);

-- Failed sign-ins by login and by address; successes clear the login's row
CREATE TABLE sign_in_failure (
  subject      VARCHAR(128) NOT NULL PRIMARY KEY,
  failures     INT          NOT NULL,
  last_at      DATETIME(6)  NOT NULL,
  locked_until DATETIME(6)  NULL
);

-- Dated settings of the university: its names, signatories, time zone, texts of documents
CREATE TABLE university_setting (
  code       VARCHAR(64)   NOT NULL,
  valid_from DATE          NOT NULL,
  value      VARCHAR(2000) NOT NULL,
  PRIMARY KEY (code, valid_from)
);
INSERT INTO university_setting (code, valid_from, value) VALUES ('zone.offset', '2024-03-01', '+05:00');

-- "Today" of the university: access ends with its day, not with the server's
CREATE FUNCTION university_today() RETURNS DATE
  READS SQL DATA
  RETURN DATE(CONVERT_TZ(UTC_TIMESTAMP(), '+00:00', COALESCE(
    (SELECT value FROM university_setting
     WHERE code = 'zone.offset' AND valid_from <= UTC_DATE() ORDER BY valid_from DESC LIMIT 1), '+00:00')));

-- What the server's JDBC realm sees: only accounts and grants in force today
CREATE VIEW sign_in_account AS
  SELECT a.login, a.password_hash
  FROM account a
  LEFT JOIN sign_in_failure f ON f.subject = CONCAT('login:', a.login)
  WHERE a.password_hash IS NOT NULL
    AND a.valid_from <= university_today()
    AND (a.valid_to IS NULL OR a.valid_to >= university_today())
    AND (f.locked_until IS NULL OR f.locked_until <= UTC_TIMESTAMP(6));

-- A right given to or taken from one person beside the role, by order or job description (4.3, 6.6)
CREATE TABLE personal_right (
  id         BIGINT       NOT NULL PRIMARY KEY,
  account_id BIGINT       NOT NULL,
  permission VARCHAR(64)  NOT NULL,
  scopes     VARCHAR(100) NOT NULL DEFAULT '',
  valid_from DATE         NOT NULL,
  valid_to   DATE         NULL,
  basis      VARCHAR(300) NOT NULL,
  version    INT          NOT NULL DEFAULT 0,
  CONSTRAINT fk_personal_right_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT ck_personal_right_dates CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT ck_personal_right_basis CHECK (basis <> '')
);
CREATE INDEX ix_personal_right_account ON personal_right (account_id);

-- What an account may do in some scope; a right taken away personally outweighs every role (ACC-4)
CREATE VIEW sign_in_permission AS
  SELECT h.login, h.permission
  FROM (
    SELECT a.id, a.login, p.permission
    FROM account a
    JOIN role_grant g ON g.account_id = a.id
    JOIN role_permission p ON p.role = g.role
    WHERE g.valid_from <= university_today()
      AND (g.valid_to IS NULL OR g.valid_to >= university_today())
    UNION
    SELECT a.id, a.login, r.permission
    FROM account a
    JOIN personal_right r ON r.account_id = a.id
    WHERE r.scopes <> ''
      AND r.valid_from <= university_today()
      AND (r.valid_to IS NULL OR r.valid_to >= university_today())
  ) h
  WHERE NOT EXISTS (
    SELECT 1 FROM personal_right d
    WHERE d.account_id = h.id AND d.permission = h.permission AND d.scopes = ''
      AND d.valid_from <= university_today()
      AND (d.valid_to IS NULL OR d.valid_to >= university_today()));

-- Audit: written unchained in the business transaction, sealed within seconds by the one sealer
CREATE TABLE audit_entry (
  id          BIGINT        NOT NULL PRIMARY KEY,
  at          DATETIME(6)   NOT NULL,
  actor       VARCHAR(64)   NOT NULL,
  origin      VARCHAR(64)   NOT NULL,
  action      VARCHAR(64)   NOT NULL,
  entity      VARCHAR(64)   NOT NULL,
  entity_id   VARCHAR(64)   NOT NULL,
  reason      VARCHAR(1000) NULL,
  outcome     VARCHAR(16)   NOT NULL,
  detail_hash BINARY(32)    NOT NULL,
  CONSTRAINT ck_audit_entry_outcome CHECK (outcome IN ('DONE', 'REFUSED', 'DENIED'))
);
CREATE INDEX ix_audit_entry_at ON audit_entry (at);
CREATE INDEX ix_audit_entry_entity ON audit_entry (entity, entity_id);
CREATE INDEX ix_audit_entry_actor ON audit_entry (actor, at);

-- Before and after values lie beside the chain, which holds only their salted hash
CREATE TABLE audit_detail (
  entry_id BIGINT       NOT NULL PRIMARY KEY,
  salt     BINARY(16)   NOT NULL,
  before_values LONGTEXT NULL,
  after_values  LONGTEXT NULL,
  CONSTRAINT fk_audit_detail_entry FOREIGN KEY (entry_id) REFERENCES audit_entry (id)
);

CREATE TABLE audit_seal (
  position BIGINT     NOT NULL PRIMARY KEY,
  entry_id BIGINT     NOT NULL,
  seal     BINARY(32) NOT NULL,
  CONSTRAINT uq_audit_seal_entry UNIQUE (entry_id)
);

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is append-only';
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is append-only';
CREATE TRIGGER audit_detail_no_update BEFORE UPDATE ON audit_detail FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_detail is append-only';
CREATE TRIGGER audit_detail_no_delete BEFORE DELETE ON audit_detail FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_detail is append-only';
CREATE TRIGGER audit_seal_no_update BEFORE UPDATE ON audit_seal FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_seal is append-only';
CREATE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_seal is append-only';
