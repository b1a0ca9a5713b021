-- transcript: links by which students show a part of their results; of a link only its checksum is kept

CREATE SEQUENCE result_link_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

CREATE TABLE result_link (
  id             BIGINT       NOT NULL PRIMARY KEY,
  uuid           UUID         NOT NULL,
  student_id     BIGINT       NOT NULL,
  part           VARCHAR(16)  NOT NULL,
  term           VARCHAR(32)  NULL,
  note           VARCHAR(100) NULL,
  token_sha256   BINARY(32)   NOT NULL,
  created_at     DATETIME(6)  NOT NULL,
  expires_at     DATETIME(6)  NOT NULL,
  revoked_at     DATETIME(6)  NULL,
  views          INT          NOT NULL DEFAULT 0,
  last_viewed_at DATETIME(6)  NULL,
  CONSTRAINT uq_result_link_uuid UNIQUE (uuid),
  CONSTRAINT uq_result_link_token UNIQUE (token_sha256),
  CONSTRAINT fk_result_link_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_result_link_part CHECK (part IN ('SUMMARY', 'TERM', 'ALL')),
  CONSTRAINT ck_result_link_term CHECK ((part = 'TERM') = (term IS NOT NULL)),
  CONSTRAINT ck_result_link_span CHECK (expires_at > created_at)
);
CREATE INDEX ix_result_link_student ON result_link (student_id, created_at);

-- DOC-25: changeable by a later row
INSERT INTO university_setting (code, valid_from, value) VALUES
  ('links.most-days', '2024-03-01', '90'),
  ('links.most-open', '2024-03-01', '20');
