-- Groups whose compulsory disciplines are preset in one act, group by group beside the caller: how far it is, and
-- what became of each group. A group that is done is not done again, whatever stops the server meanwhile.
CREATE TABLE preset_run (
  id         BIGINT        NOT NULL PRIMARY KEY,
  uuid       CHAR(36)      NOT NULL,
  term_id    BIGINT        NOT NULL,
  reason     VARCHAR(1000) NULL,
  begun_by   VARCHAR(64)   NOT NULL,
  begun_at   DATETIME(6)   NOT NULL,
  -- when something was done last: what is silent for long works no more
  alive_at   DATETIME(6)   NOT NULL,
  stopped_at DATETIME(6)   NULL,
  ended_at   DATETIME(6)   NULL,
  CONSTRAINT uq_preset_run_uuid UNIQUE (uuid),
  CONSTRAINT fk_preset_run_term FOREIGN KEY (term_id) REFERENCES term (id)
);
CREATE INDEX ix_preset_run_ended ON preset_run (ended_at);

CREATE TABLE preset_group (
  run_id   BIGINT      NOT NULL,
  group_id BIGINT      NOT NULL,
  place    INT         NOT NULL,
  done_at  DATETIME(6) NULL,
  -- figures and refusals of what was done
  outcome  LONGTEXT    NULL,
  -- why it could not be done; an empty list where the system failed
  reasons  LONGTEXT    NULL,
  PRIMARY KEY (run_id, group_id),
  CONSTRAINT uq_preset_group_place UNIQUE (run_id, place),
  CONSTRAINT fk_preset_group_run FOREIGN KEY (run_id) REFERENCES preset_run (id),
  CONSTRAINT fk_preset_group_group FOREIGN KEY (group_id) REFERENCES student_group (id),
  CONSTRAINT ck_preset_group_done CHECK ((done_at IS NULL) = (outcome IS NULL))
);
