-- access.partner: organisations outside that call the services, and the terms they call on

CREATE SEQUENCE partner_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE partner (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  -- the account its messages sign in with
  account_id    BIGINT       NOT NULL,
  bin           CHAR(12)     NULL,
  name_kk       VARCHAR(300) NOT NULL,
  name_ru       VARCHAR(300) NOT NULL,
  name_en       VARCHAR(300) NOT NULL,
  contact_name  VARCHAR(200) NULL,
  contact_email VARCHAR(200) NULL,
  contact_phone VARCHAR(64)  NULL,
  state         VARCHAR(16)  NOT NULL DEFAULT 'ACTIVE',
  state_reason  VARCHAR(500) NULL,
  state_by      VARCHAR(64)  NULL,
  state_at      DATETIME(6)  NULL,
  created_by    VARCHAR(64)  NOT NULL,
  created_at    DATETIME(6)  NOT NULL,
  CONSTRAINT uq_partner_uuid UNIQUE (uuid),
  CONSTRAINT uq_partner_account UNIQUE (account_id),
  CONSTRAINT uq_partner_bin UNIQUE (bin),
  CONSTRAINT fk_partner_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT ck_partner_state CHECK (state IN ('ACTIVE', 'SUSPENDED')),
  CONSTRAINT ck_partner_suspended CHECK (state = 'ACTIVE' OR state_reason IS NOT NULL)
);

CREATE TABLE partner_terms (
  id             BIGINT        NOT NULL PRIMARY KEY,
  uuid           UUID          NOT NULL,
  partner_id     BIGINT        NOT NULL,
  number         INT           NOT NULL,
  -- the agreement they come from
  basis          VARCHAR(300)  NOT NULL,
  -- service.operation with spaces between
  operations     VARCHAR(2000) NOT NULL,
  data_groups    VARCHAR(100)  NOT NULL DEFAULT '',
  -- ranges of addresses with spaces between; empty for any
  addresses      VARCHAR(1000) NOT NULL DEFAULT '',
  purposes       VARCHAR(500)  NOT NULL DEFAULT '',
  per_minute     INT           NOT NULL,
  per_day        INT           NOT NULL,
  proof          VARCHAR(16)   NOT NULL,
  signature      VARCHAR(16)   NOT NULL,
  signed_answers BOOLEAN       NOT NULL DEFAULT FALSE,
  status         VARCHAR(16)   NOT NULL,
  proposed_by    VARCHAR(64)   NOT NULL,
  proposed_at    DATETIME(6)   NOT NULL,
  decided_by     VARCHAR(64)   NULL,
  decided_at     DATETIME(6)   NULL,
  decision       VARCHAR(500)  NULL,
  -- one proposal waits and one edition is in force at a time
  waiting        TINYINT GENERATED ALWAYS AS (IF(status = 'PROPOSED', 1, NULL)) STORED,
  in_force       TINYINT GENERATED ALWAYS AS (IF(status = 'IN_FORCE', 1, NULL)) STORED,
  CONSTRAINT uq_partner_terms_uuid UNIQUE (uuid),
  CONSTRAINT uq_partner_terms_number UNIQUE (partner_id, number),
  CONSTRAINT uq_partner_terms_waiting UNIQUE (partner_id, waiting),
  CONSTRAINT uq_partner_terms_in_force UNIQUE (partner_id, in_force),
  CONSTRAINT fk_partner_terms_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT ck_partner_terms_status CHECK (status IN ('PROPOSED', 'IN_FORCE', 'REJECTED', 'REPLACED')),
  CONSTRAINT ck_partner_terms_decided CHECK ((status = 'PROPOSED') = (decided_at IS NULL)),
  CONSTRAINT ck_partner_terms_eyes CHECK (decided_by IS NULL OR decided_by <> proposed_by OR status = 'REJECTED' OR proposed_by = 'system'),
  CONSTRAINT ck_partner_terms_rates CHECK (per_minute > 0 AND per_day >= per_minute),
  CONSTRAINT ck_partner_terms_proof CHECK (proof IN ('PASSWORD', 'CERTIFICATE', 'EITHER', 'BOTH')),
  CONSTRAINT ck_partner_terms_signature CHECK (signature IN ('OFF', 'OPTIONAL', 'REQUIRED'))
);

CREATE TABLE partner_secret (
  id          BIGINT       NOT NULL PRIMARY KEY,
  uuid        UUID         NOT NULL,
  partner_id  BIGINT       NOT NULL,
  hash        VARCHAR(100) NOT NULL,
  valid_from  DATETIME(6)  NOT NULL,
  -- the first instant it is not taken; NULL for secrets from before the register
  valid_until DATETIME(6)  NULL,
  created_by  VARCHAR(64)  NOT NULL,
  ended_by    VARCHAR(64)  NULL,
  CONSTRAINT uq_partner_secret_uuid UNIQUE (uuid),
  CONSTRAINT fk_partner_secret_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT ck_partner_secret_days CHECK (valid_until IS NULL OR valid_from <= valid_until)
);

CREATE TABLE partner_certificate (
  id          BIGINT       NOT NULL PRIMARY KEY,
  uuid        UUID         NOT NULL,
  partner_id  BIGINT       NOT NULL,
  -- SHA-256 of the certificate
  fingerprint BINARY(32)   NOT NULL,
  subject     VARCHAR(500) NOT NULL,
  issuer      VARCHAR(500) NOT NULL,
  encoded     BLOB         NOT NULL,
  valid_from  DATETIME(6)  NOT NULL,
  valid_until DATETIME(6)  NOT NULL,
  created_by  VARCHAR(64)  NOT NULL,
  ended_by    VARCHAR(64)  NULL,
  CONSTRAINT uq_partner_certificate_uuid UNIQUE (uuid),
  CONSTRAINT uq_partner_certificate_fingerprint UNIQUE (fingerprint),
  CONSTRAINT fk_partner_certificate_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT ck_partner_certificate_days CHECK (valid_from <= valid_until)
);

-- calls of a minute and of a day, counted by all servers together
CREATE TABLE partner_rate (
  partner_id BIGINT      NOT NULL,
  span       VARCHAR(8)  NOT NULL,
  begins_at  DATETIME    NOT NULL,
  calls      INT         NOT NULL,
  PRIMARY KEY (partner_id, span, begins_at),
  CONSTRAINT fk_partner_rate_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);

-- signed messages that have been taken: the same signature is not taken again
CREATE TABLE partner_signature (
  partner_id BIGINT      NOT NULL,
  digest     BINARY(32)  NOT NULL,
  seen_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (partner_id, digest),
  CONSTRAINT fk_partner_signature_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
CREATE INDEX ix_partner_signature_seen ON partner_signature (seen_at);

-- whoever calls already goes on as before
INSERT INTO partner (id, uuid, account_id, name_kk, name_ru, name_en, contact_email, created_by, created_at)
  SELECT NEXTVAL(partner_seq), UUID(), a.id, a.display_name, a.display_name, a.display_name, NULLIF(a.email, ''), 'system', UTC_TIMESTAMP(6)
  FROM account a WHERE a.kind = 'PARTNER';
INSERT INTO partner_terms (id, uuid, partner_id, number, basis, operations, data_groups, per_minute, per_day, proof, signature, status, proposed_by, proposed_at, decided_by, decided_at)
  SELECT NEXTVAL(partner_seq), UUID(), p.id, 1, 'V1_820',
    'transcript.requestTranscript transcript.getTranscriptStatus transcript.getTranscript transcript.cancelTranscriptRequest verification.verifyDocument verification.verifyBatch',
    'PDF IDENTIFIERS', 600, 20000, 'PASSWORD', 'OPTIONAL', 'IN_FORCE', 'system', UTC_TIMESTAMP(6), 'system', UTC_TIMESTAMP(6)
  FROM partner p;
INSERT INTO partner_secret (id, uuid, partner_id, hash, valid_from, created_by)
  SELECT NEXTVAL(partner_seq), UUID(), p.id, a.password_hash, UTC_TIMESTAMP(6), 'system'
  FROM partner p JOIN account a ON a.id = p.account_id WHERE a.password_hash IS NOT NULL;

-- a registered partner signs in by its secrets or certificates alone: nobody knows what this is the hash of
CREATE OR REPLACE VIEW sign_in_account AS
  SELECT a.login, IF(p.id IS NULL, a.password_hash, '$2a$10$7Wq1sV0tXkq3mJ5nR8uYpe4dGhZbC6fLwQ2xT9aEoKvNiPyUrS1Dm') AS password_hash
  FROM account a
  LEFT JOIN partner p ON p.account_id = a.id
  LEFT JOIN sign_in_failure f ON f.subject = CONCAT('login:', a.login)
  WHERE (a.password_hash IS NOT NULL OR p.id IS NOT NULL)
    AND a.valid_from <= university_today()
    AND (a.valid_to IS NULL OR a.valid_to >= university_today())
    AND (f.locked_until IS NULL OR f.locked_until <= UTC_TIMESTAMP(6));

INSERT INTO university_setting (code, valid_from, value) VALUES
  -- whether messages come by TLS only; those from the server itself may always come without
  ('partner.tls-required', '2020-01-01', 'true'),
  -- days the original bytes of calls are kept
  ('partner.journal-days', '2020-01-01', '1095');
