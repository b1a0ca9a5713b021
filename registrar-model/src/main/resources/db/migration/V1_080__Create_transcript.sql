-- transcript: issued documents and their registers

CREATE SEQUENCE document_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

-- One row per register and calendar year; numbers are gap-free, locked here, never reused
CREATE TABLE document_register (
  code        VARCHAR(32) NOT NULL,
  year        SMALLINT    NOT NULL,
  last_number INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (code, year)
);

CREATE TABLE issued_document (
  id               BIGINT       NOT NULL PRIMARY KEY,
  uuid             UUID         NOT NULL,
  register_code    VARCHAR(32)  NOT NULL,
  register_year    SMALLINT     NULL,
  register_number  INT          NULL,
  number           VARCHAR(48)  NULL,
  kind             VARCHAR(32)  NOT NULL,
  student_id       BIGINT       NOT NULL,
  languages        VARCHAR(16)  NOT NULL,
  copies           SMALLINT     NOT NULL DEFAULT 1,
  purpose          VARCHAR(300) NULL,
  basis            VARCHAR(300) NULL,
  status           VARCHAR(16)  NOT NULL,
  status_reason    VARCHAR(500) NULL,
  verification_code VARCHAR(32) NOT NULL,
  prepared_by      VARCHAR(64)  NOT NULL,
  prepared_at      DATETIME(6)  NOT NULL,
  signed_by        VARCHAR(64)  NULL,
  issued_on        DATE         NULL,
  received_by      VARCHAR(200) NULL,
  snapshot         LONGTEXT     NULL,
  pdf              LONGBLOB     NULL,
  pdf_sha256       BINARY(32)   NULL,
  pages            SMALLINT     NULL,
  replaced_by_id   BIGINT       NULL,
  migrated         BOOLEAN      NOT NULL DEFAULT FALSE,
  version          INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_issued_document_uuid UNIQUE (uuid),
  CONSTRAINT uq_issued_document_number UNIQUE (register_code, register_year, register_number),
  CONSTRAINT uq_issued_document_code UNIQUE (verification_code),
  CONSTRAINT fk_issued_document_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_issued_document_replaced_by FOREIGN KEY (replaced_by_id) REFERENCES issued_document (id),
  CONSTRAINT ck_issued_document_status CHECK (status IN ('PREPARED', 'RESERVED', 'ISSUED', 'REPLACED', 'ANNULLED', 'SPOILED')),
  CONSTRAINT ck_issued_document_numbered CHECK (status = 'PREPARED' OR (register_number IS NOT NULL AND number IS NOT NULL)),
  CONSTRAINT ck_issued_document_four_eyes CHECK (migrated OR signed_by IS NULL OR signed_by <> prepared_by),
  CONSTRAINT ck_issued_document_issued CHECK (migrated OR status <> 'ISSUED' OR (pdf IS NOT NULL AND pdf_sha256 IS NOT NULL AND snapshot IS NOT NULL))
);
CREATE INDEX ix_issued_document_student ON issued_document (student_id);
CREATE INDEX ix_issued_document_status ON issued_document (status, prepared_at);
