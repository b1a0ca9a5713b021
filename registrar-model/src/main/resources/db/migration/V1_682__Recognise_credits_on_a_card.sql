-- achievement.recognition: results of elsewhere, asked for by one person and approved by another

CREATE TABLE recognition (
  id             BIGINT       NOT NULL PRIMARY KEY,
  uuid           UUID         NOT NULL,
  student_id     BIGINT       NOT NULL,
  discipline_id  BIGINT       NOT NULL,
  kind           VARCHAR(32)  NOT NULL,
  -- as the document has it
  source_name    VARCHAR(300) NOT NULL,
  source_credits INT          NOT NULL,
  sign           VARCHAR(8)   NOT NULL,
  percent        SMALLINT     NULL,
  document_no    VARCHAR(64)  NOT NULL,
  document_date  DATE         NOT NULL,
  organisation   VARCHAR(300) NOT NULL,
  -- by which it is recognised
  order_no       VARCHAR(64)  NOT NULL,
  order_date     DATE         NOT NULL,
  status         VARCHAR(16)  NOT NULL,
  requested_by   VARCHAR(64)  NOT NULL,
  requested_at   DATETIME(6)  NOT NULL,
  decided_by     VARCHAR(64)  NULL,
  decided_at     DATETIME(6)  NULL,
  decision_note  VARCHAR(500) NULL,
  -- place in the history of the student once it is approved
  position       BIGINT       NULL,
  version        INT          NOT NULL DEFAULT 0,
  -- of one discipline one request at a time
  waiting        BIGINT GENERATED ALWAYS AS
    (IF(status = 'REQUESTED', discipline_id, NULL)) STORED,
  CONSTRAINT uq_recognition_uuid UNIQUE (uuid),
  CONSTRAINT uq_recognition_waiting UNIQUE (student_id, waiting),
  CONSTRAINT fk_recognition_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT fk_recognition_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT ck_recognition_status CHECK (status IN ('REQUESTED', 'APPROVED', 'REJECTED')),
  CONSTRAINT ck_recognition_kind CHECK (kind IN ('FORMAL_PRIOR', 'TRANSFER_IN', 'REINSTATEMENT',
    'MOBILITY', 'NONFORMAL_COURSE', 'MOOC', 'LANGUAGE_CERT', 'PROF_QUALIFICATION')),
  CONSTRAINT ck_recognition_two_people CHECK
    ((status = 'REQUESTED') = (decided_by IS NULL) AND (decided_by IS NULL OR decided_by <> requested_by)),
  CONSTRAINT ck_recognition_posted CHECK ((status = 'APPROVED') = (position IS NOT NULL)),
  CONSTRAINT ck_recognition_note CHECK (status <> 'REJECTED' OR decision_note IS NOT NULL)
);
CREATE INDEX ix_recognition_student ON recognition (student_id);

CREATE TRIGGER recognition_no_delete BEFORE DELETE ON recognition FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'recognition is kept';
DELIMITER //
CREATE TRIGGER recognition_decided_once BEFORE UPDATE ON recognition FOR EACH ROW
BEGIN
  IF OLD.status <> 'REQUESTED' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decided recognition does not change';
  END IF;
END//
DELIMITER ;
