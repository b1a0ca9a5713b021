-- access.subsystem: programs of the university that call its services, and what they are let do

CREATE SEQUENCE subsystem_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE subsystem (
  id            BIGINT        NOT NULL PRIMARY KEY,
  uuid          UUID          NOT NULL,
  -- the account it signs in with
  account_id    BIGINT        NOT NULL,
  name_kk       VARCHAR(300)  NOT NULL,
  name_ru       VARCHAR(300)  NOT NULL,
  name_en       VARCHAR(300)  NOT NULL,
  contact_name  VARCHAR(200)  NULL,
  contact_email VARCHAR(200)  NULL,
  -- names of scopes with spaces between
  scopes        VARCHAR(1000) NOT NULL,
  state         VARCHAR(16)   NOT NULL DEFAULT 'ACTIVE',
  state_reason  VARCHAR(500)  NULL,
  state_by      VARCHAR(64)   NULL,
  state_at      DATETIME(6)   NULL,
  created_by    VARCHAR(64)   NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  CONSTRAINT uq_subsystem_uuid UNIQUE (uuid),
  CONSTRAINT uq_subsystem_account UNIQUE (account_id),
  CONSTRAINT fk_subsystem_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT ck_subsystem_state CHECK (state IN ('ACTIVE', 'BLOCKED')),
  CONSTRAINT ck_subsystem_blocked CHECK (state = 'ACTIVE' OR state_reason IS NOT NULL)
);

CREATE TABLE subsystem_secret (
  id           BIGINT       NOT NULL PRIMARY KEY,
  uuid         UUID         NOT NULL,
  subsystem_id BIGINT       NOT NULL,
  hash         VARCHAR(100) NOT NULL,
  valid_from   DATETIME(6)  NOT NULL,
  -- the first instant it is not taken; NULL for secrets from before the register
  valid_until  DATETIME(6)  NULL,
  created_by   VARCHAR(64)  NOT NULL,
  ended_by     VARCHAR(64)  NULL,
  CONSTRAINT uq_subsystem_secret_uuid UNIQUE (uuid),
  CONSTRAINT fk_subsystem_secret_subsystem FOREIGN KEY (subsystem_id) REFERENCES subsystem (id),
  CONSTRAINT ck_subsystem_secret_days CHECK (valid_until IS NULL OR valid_from <= valid_until)
);

-- whoever calls already goes on as before
INSERT INTO subsystem (id, uuid, account_id, name_kk, name_ru, name_en, contact_email, scopes, created_by, created_at)
  SELECT NEXTVAL(subsystem_seq), UUID(), a.id, a.display_name, a.display_name, a.display_name, NULLIF(a.email, ''),
    'reference-data.read courses.read enrollments.read students.read students.read.personal results.read transcripts.read plans.read plans.write grade-sheets.read grade-sheets.write documents.request documents.verify',
    'system', UTC_TIMESTAMP(6)
  FROM account a WHERE a.kind = 'SUBSYSTEM';
INSERT INTO subsystem_secret (id, uuid, subsystem_id, hash, valid_from, created_by)
  SELECT NEXTVAL(subsystem_seq), UUID(), s.id, a.password_hash, UTC_TIMESTAMP(6), 'system'
  FROM subsystem s JOIN account a ON a.id = s.account_id WHERE a.password_hash IS NOT NULL;

-- a registered partner or subsystem signs in by its secrets or certificates alone: nobody knows what this is the hash of
CREATE OR REPLACE VIEW sign_in_account AS
  SELECT a.login, IF(p.id IS NULL AND s.id IS NULL, a.password_hash, '$2a$10$7Wq1sV0tXkq3mJ5nR8uYpe4dGhZbC6fLwQ2xT9aEoKvNiPyUrS1Dm') AS password_hash
  FROM account a
  LEFT JOIN partner p ON p.account_id = a.id
  LEFT JOIN subsystem s ON s.account_id = a.id
  LEFT JOIN sign_in_failure f ON f.subject = CONCAT('login:', a.login)
  WHERE (a.password_hash IS NOT NULL OR p.id IS NOT NULL OR s.id IS NOT NULL)
    AND a.valid_from <= university_today()
    AND (a.valid_to IS NULL OR a.valid_to >= university_today())
    AND (f.locked_until IS NULL OR f.locked_until <= UTC_TIMESTAMP(6));

-- names by which other programs know what has had a code only
ALTER TABLE student_group ADD COLUMN uuid UUID NOT NULL DEFAULT (UUID()) AFTER id;
UPDATE student_group SET uuid = UUID();
ALTER TABLE student_group ADD CONSTRAINT uq_student_group_uuid UNIQUE (uuid);
ALTER TABLE calendar_event ADD COLUMN uuid UUID NOT NULL DEFAULT (UUID()) AFTER id;
UPDATE calendar_event SET uuid = UUID();
ALTER TABLE calendar_event ADD CONSTRAINT uq_calendar_event_uuid UNIQUE (uuid);

-- since when a record reads as it does, for programs that keep a copy
ALTER TABLE student ADD COLUMN modified_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6);
CREATE INDEX ix_student_modified ON student (modified_at, id);
ALTER TABLE teacher ADD COLUMN modified_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6);
CREATE INDEX ix_teacher_modified ON teacher (modified_at, id);
