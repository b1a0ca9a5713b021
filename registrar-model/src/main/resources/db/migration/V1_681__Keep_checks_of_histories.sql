-- achievement.summary: every check of the histories and of the figures beside them, what it found,
-- and what became of that (ACH-11)

CREATE TABLE history_check (
  id          BIGINT      NOT NULL PRIMARY KEY,
  uuid        UUID        NOT NULL,
  -- what was looked at: the figures stored beside the histories, the chains of the histories
  figures     BOOLEAN     NOT NULL,
  chains      BOOLEAN     NOT NULL,
  students    BIGINT      NOT NULL,
  results     BIGINT      NOT NULL,
  differences INT         NOT NULL,
  made_by     VARCHAR(64) NOT NULL,
  made_at     DATETIME(6) NOT NULL,
  CONSTRAINT uq_history_check_uuid UNIQUE (uuid),
  CONSTRAINT ck_history_check_looked CHECK (figures OR chains),
  CONSTRAINT ck_history_check_counts CHECK (students >= 0 AND results >= 0 AND differences >= 0)
);

CREATE TABLE history_difference (
  id         BIGINT       NOT NULL PRIMARY KEY,
  uuid       UUID         NOT NULL,
  -- the check that found it first
  check_id   BIGINT       NOT NULL,
  student_id BIGINT       NOT NULL,
  kind       VARCHAR(16)  NOT NULL,
  figure     VARCHAR(100) NOT NULL,
  stored     LONGTEXT     NULL,
  derived    LONGTEXT     NULL,
  CONSTRAINT uq_history_difference_uuid UNIQUE (uuid),
  CONSTRAINT fk_history_difference_check FOREIGN KEY (check_id) REFERENCES history_check (id),
  CONSTRAINT ck_history_difference_kind CHECK (kind IN ('FIGURE', 'CHAIN'))
);

CREATE TABLE history_difference_event (
  id            BIGINT        NOT NULL PRIMARY KEY,
  difference_id BIGINT        NOT NULL,
  kind          VARCHAR(16)   NOT NULL,
  words         VARCHAR(1000) NULL,
  made_by       VARCHAR(64)   NOT NULL,
  made_at       DATETIME(6)   NOT NULL,
  -- it ends once
  ends          BIGINT GENERATED ALWAYS AS (IF(kind = 'REMARK', NULL, difference_id)) STORED,
  CONSTRAINT uq_history_difference_end UNIQUE (ends),
  CONSTRAINT fk_history_difference_event FOREIGN KEY (difference_id) REFERENCES history_difference (id),
  CONSTRAINT ck_history_difference_event_kind CHECK (kind IN ('GONE', 'REPAIRED', 'REMARK')),
  CONSTRAINT ck_history_difference_event_words CHECK (kind <> 'REMARK' OR words IS NOT NULL)
);
CREATE INDEX ix_history_difference_event ON history_difference_event (difference_id, id);

CREATE TRIGGER history_check_no_update BEFORE UPDATE ON history_check FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_check is append-only';
CREATE TRIGGER history_check_no_delete BEFORE DELETE ON history_check FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_check is append-only';
CREATE TRIGGER history_difference_no_update BEFORE UPDATE ON history_difference FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_difference is append-only';
CREATE TRIGGER history_difference_no_delete BEFORE DELETE ON history_difference FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_difference is append-only';
CREATE TRIGGER history_difference_event_no_update BEFORE UPDATE ON history_difference_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_difference_event is append-only';
CREATE TRIGGER history_difference_event_no_delete BEFORE DELETE ON history_difference_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_difference_event is append-only';
