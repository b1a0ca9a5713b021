-- holds on registration: placed and removed with a reason, never forgotten
CREATE TABLE student_hold (
  id             BIGINT       NOT NULL PRIMARY KEY,
  uuid           UUID         NOT NULL,
  student_id     BIGINT       NOT NULL,
  kind           VARCHAR(16)  NOT NULL,
  reason         VARCHAR(300) NOT NULL COLLATE utf8mb4_bin,
  contact        VARCHAR(300) NOT NULL,
  unit_id        BIGINT       NULL,
  document       VARCHAR(300) NULL,
  placed_by      VARCHAR(64)  NOT NULL,
  placed_at      DATETIME(6)  NOT NULL,
  removed_by     VARCHAR(64)  NULL,
  removed_at     DATETIME(6)  NULL,
  removal_reason VARCHAR(300) NULL,
  -- the same hold stands once; NULL once removed, so that it may be placed again
  active_key     TINYINT      AS (CASE WHEN removed_at IS NULL THEN 1 END) PERSISTENT,
  version        INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_student_hold_uuid UNIQUE (uuid),
  CONSTRAINT uq_student_hold_active UNIQUE (student_id, kind, reason, active_key),
  CONSTRAINT fk_student_hold_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_student_hold_unit FOREIGN KEY (unit_id) REFERENCES org_unit (id),
  CONSTRAINT ck_student_hold_kind CHECK (kind IN ('ACADEMIC', 'DOCUMENT', 'FINANCIAL')),
  CONSTRAINT ck_student_hold_said CHECK (reason <> '' AND contact <> ''),
  CONSTRAINT ck_student_hold_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (removal_reason IS NULL))
);
CREATE INDEX ix_student_hold_active ON student_hold (removed_at, kind);
CREATE TRIGGER student_hold_no_delete BEFORE DELETE ON student_hold FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'student_hold is never deleted';
DELIMITER //
CREATE TRIGGER student_hold_kept BEFORE UPDATE ON student_hold FOR EACH ROW
BEGIN
  IF OLD.removed_at IS NOT NULL
      OR NOT (NEW.student_id <=> OLD.student_id AND NEW.kind <=> OLD.kind AND NEW.reason <=> OLD.reason
          AND NEW.placed_by <=> OLD.placed_by AND NEW.placed_at <=> OLD.placed_at) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what a hold says is never changed';
  END IF;
END//
DELIMITER ;
