-- What the national platform of higher education is told: numbers, runs, findings, differences.

CREATE SEQUENCE ministry_seq START WITH 1000 INCREMENT BY 50 NOCYCLE;

-- the number a thing has on the platform: given once, never to another
CREATE TABLE ministry_number (
  type   VARCHAR(32) NOT NULL,
  our_id BIGINT      NOT NULL,
  part   VARCHAR(32) NOT NULL DEFAULT '',
  number INT         NOT NULL,
  PRIMARY KEY (type, our_id, part),
  CONSTRAINT uq_ministry_number UNIQUE (type, number),
  CONSTRAINT ck_ministry_number CHECK (number > 0)
);
CREATE TRIGGER ministry_number_no_update BEFORE UPDATE ON ministry_number FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a number of the platform is never given to another';
CREATE TRIGGER ministry_number_no_delete BEFORE DELETE ON ministry_number FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a number of the platform is never given to another';

CREATE TABLE ministry_counter (
  type        VARCHAR(32) NOT NULL PRIMARY KEY,
  last_number INT         NOT NULL DEFAULT 0
);

-- numbers of dictionaries the university has entered
CREATE TABLE ministry_code (
  dictionary VARCHAR(32) NOT NULL,
  our_value  VARCHAR(32) NOT NULL,
  number     INT         NOT NULL,
  changed_by VARCHAR(64) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (dictionary, our_value)
);

-- names of fields where the platform uses others than those shipped
CREATE TABLE ministry_field_name (
  type       VARCHAR(32) NOT NULL,
  field      VARCHAR(64) NOT NULL,
  sent_as    VARCHAR(64) NOT NULL,
  changed_by VARCHAR(64) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (type, field),
  CONSTRAINT uq_ministry_field_name UNIQUE (type, sent_as)
);

CREATE TABLE ministry_run (
  id       BIGINT       NOT NULL PRIMARY KEY,
  uuid     UUID         NOT NULL,
  kind     VARCHAR(16)  NOT NULL,
  only_due BOOLEAN      NOT NULL,
  state    VARCHAR(8)   NOT NULL,
  -- why it stopped by itself; null where somebody stopped it
  trouble  VARCHAR(64)  NULL,
  detail   VARCHAR(200) NULL,
  begun_by VARCHAR(64)  NOT NULL,
  begun_at DATETIME(6)  NOT NULL,
  -- when something was done last: what is silent for long works no more
  alive_at DATETIME(6)  NOT NULL,
  ended_at DATETIME(6)  NULL,
  CONSTRAINT uq_ministry_run_uuid UNIQUE (uuid),
  CONSTRAINT ck_ministry_run_kind CHECK (kind IN ('CHECK', 'DRY_RUN', 'SEND', 'READ_BACK')),
  CONSTRAINT ck_ministry_run_state CHECK (state IN ('RUNNING', 'STOPPED', 'ENDED')),
  CONSTRAINT ck_ministry_run_ended CHECK ((state = 'ENDED') = (ended_at IS NOT NULL))
);
CREATE INDEX ix_ministry_run_state ON ministry_run (state, alive_at);

CREATE TABLE ministry_part (
  run_id   BIGINT      NOT NULL,
  place    SMALLINT    NOT NULL,
  type     VARCHAR(32) NOT NULL,
  -- number of the last record that is done with
  position INT         NOT NULL DEFAULT 0,
  total    INT         NOT NULL DEFAULT 0,
  seen     INT         NOT NULL DEFAULT 0,
  unchanged INT        NOT NULL DEFAULT 0,
  blocked  INT         NOT NULL DEFAULT 0,
  taken    INT         NOT NULL DEFAULT 0,
  refused  INT         NOT NULL DEFAULT 0,
  differing INT        NOT NULL DEFAULT 0,
  ended_at DATETIME(6) NULL,
  PRIMARY KEY (run_id, place),
  CONSTRAINT uq_ministry_part_type UNIQUE (run_id, type),
  CONSTRAINT fk_ministry_part_run FOREIGN KEY (run_id) REFERENCES ministry_run (id)
);

-- one request, as it was answered
CREATE TABLE ministry_batch (
  run_id    BIGINT      NOT NULL,
  type      VARCHAR(32) NOT NULL,
  first     INT         NOT NULL,
  last      INT         NOT NULL,
  sent      INT         NOT NULL,
  saved     INT         NOT NULL,
  updated   INT         NOT NULL,
  refused   INT         NOT NULL,
  requests  INT         NOT NULL,
  -- whether what the platform said it did added up to what it was sent
  adds_up   BOOLEAN     NOT NULL,
  -- what a dry run would send, compressed
  content   LONGBLOB    NULL,
  at        DATETIME(6) NOT NULL,
  PRIMARY KEY (run_id, type, first),
  CONSTRAINT fk_ministry_batch_run FOREIGN KEY (run_id) REFERENCES ministry_run (id)
);
CREATE TRIGGER ministry_batch_no_update BEFORE UPDATE ON ministry_batch FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ministry_batch is append-only';
CREATE TRIGGER ministry_batch_no_delete BEFORE DELETE ON ministry_batch FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ministry_batch is append-only';

CREATE TABLE ministry_outcome (
  run_id  BIGINT       NOT NULL,
  type    VARCHAR(32)  NOT NULL,
  number  INT          NOT NULL,
  outcome VARCHAR(8)   NOT NULL,
  -- what the platform said
  reason  VARCHAR(500) NULL,
  PRIMARY KEY (run_id, type, number),
  CONSTRAINT fk_ministry_outcome_run FOREIGN KEY (run_id) REFERENCES ministry_run (id),
  CONSTRAINT ck_ministry_outcome CHECK (outcome IN ('ACCEPTED', 'REFUSED', 'BLOCKED'))
);
CREATE INDEX ix_ministry_outcome_number ON ministry_outcome (type, number);

-- what the platform took last of each record
CREATE TABLE ministry_sent (
  type     VARCHAR(32) NOT NULL,
  number   INT         NOT NULL,
  checksum BINARY(32)  NOT NULL,
  at       DATETIME(6) NOT NULL,
  PRIMARY KEY (type, number)
);

-- what the platform has in fields this system keeps nothing of
CREATE TABLE ministry_carried (
  type   VARCHAR(32) NOT NULL,
  number INT         NOT NULL,
  fields LONGTEXT    NOT NULL,
  PRIMARY KEY (type, number),
  CONSTRAINT ck_ministry_carried_fields CHECK (JSON_VALID(fields))
);

CREATE TABLE ministry_finding (
  id         BIGINT       NOT NULL PRIMARY KEY,
  type       VARCHAR(32)  NOT NULL,
  number     INT          NOT NULL,
  label      VARCHAR(300) NULL,
  student_id BIGINT       NULL,
  rule       VARCHAR(8)   NOT NULL,
  field      VARCHAR(64)  NOT NULL,
  code       VARCHAR(64)  NOT NULL,
  args       VARCHAR(1000) NOT NULL,
  blocks     BOOLEAN      NOT NULL,
  found_at   DATETIME(6)  NOT NULL
);
CREATE INDEX ix_ministry_finding_number ON ministry_finding (type, number);

CREATE TABLE ministry_seen (
  run_id BIGINT      NOT NULL,
  type   VARCHAR(32) NOT NULL,
  number INT         NOT NULL,
  PRIMARY KEY (run_id, type, number),
  CONSTRAINT fk_ministry_seen_run FOREIGN KEY (run_id) REFERENCES ministry_run (id)
);

CREATE TABLE ministry_difference (
  id         BIGINT       NOT NULL PRIMARY KEY,
  run_id     BIGINT       NOT NULL,
  type       VARCHAR(32)  NOT NULL,
  number     INT          NOT NULL,
  label      VARCHAR(300) NULL,
  student_id BIGINT       NULL,
  kind       VARCHAR(8)   NOT NULL,
  field      VARCHAR(64)  NULL,
  ours       VARCHAR(500) NULL,
  theirs     VARCHAR(500) NULL,
  found_at   DATETIME(6)  NOT NULL,
  CONSTRAINT fk_ministry_difference_run FOREIGN KEY (run_id) REFERENCES ministry_run (id),
  CONSTRAINT ck_ministry_difference_kind CHECK (kind IN ('DIFFERS', 'MISSING', 'EXTRA'))
);
CREATE INDEX ix_ministry_difference_number ON ministry_difference (type, number);
CREATE INDEX ix_ministry_difference_run ON ministry_difference (run_id, type);
