-- office.consultation: frequent questions, written by one person and published by another

CREATE TABLE frequent_question (
  id           BIGINT       NOT NULL PRIMARY KEY,
  uuid         UUID         NOT NULL,
  topic        VARCHAR(32)  NOT NULL,
  question_kk  VARCHAR(500) NULL,
  question_ru  VARCHAR(500) NULL,
  question_en  VARCHAR(500) NULL,
  answer_kk    TEXT         NULL,
  answer_ru    TEXT         NULL,
  answer_en    TEXT         NULL,
  status       VARCHAR(16)  NOT NULL,
  -- who wrote its last words
  written_by   VARCHAR(64)  NOT NULL,
  written_at   DATETIME(6)  NOT NULL,
  proposed_by  VARCHAR(64)  NULL,
  proposed_at  DATETIME(6)  NULL,
  -- who published it or sent it back
  decided_by   VARCHAR(64)  NULL,
  decided_at   DATETIME(6)  NULL,
  note         VARCHAR(500) NULL,
  withdrawn_by VARCHAR(64)  NULL,
  withdrawn_at DATETIME(6)  NULL,
  -- the published one whose place it takes
  replaces_id  BIGINT       NULL,
  version      INT          NOT NULL DEFAULT 0,
  -- one at a time takes the place of another
  replacing    BIGINT GENERATED ALWAYS AS
    (IF(status IN ('DRAFT', 'RETURNED', 'PROPOSED'), replaces_id, NULL)) STORED,
  CONSTRAINT uq_frequent_question_uuid UNIQUE (uuid),
  CONSTRAINT uq_frequent_question_replacing UNIQUE (replacing),
  CONSTRAINT fk_frequent_question_replaces FOREIGN KEY (replaces_id) REFERENCES frequent_question (id),
  CONSTRAINT ck_frequent_question_status CHECK (status IN ('DRAFT', 'PROPOSED', 'RETURNED', 'PUBLISHED', 'WITHDRAWN')),
  CONSTRAINT ck_frequent_question_complete CHECK (status IN ('DRAFT', 'RETURNED') OR
    (question_kk IS NOT NULL AND question_ru IS NOT NULL AND question_en IS NOT NULL
      AND answer_kk IS NOT NULL AND answer_ru IS NOT NULL AND answer_en IS NOT NULL)),
  CONSTRAINT ck_frequent_question_proposed CHECK (status = 'DRAFT' OR proposed_by IS NOT NULL),
  CONSTRAINT ck_frequent_question_two_people CHECK (status NOT IN ('PUBLISHED', 'WITHDRAWN') OR
    (decided_by IS NOT NULL AND decided_by <> proposed_by AND decided_by <> written_by)),
  CONSTRAINT ck_frequent_question_returned CHECK (status <> 'RETURNED' OR note IS NOT NULL),
  CONSTRAINT ck_frequent_question_withdrawn CHECK ((status = 'WITHDRAWN') = (withdrawn_by IS NOT NULL))
);
CREATE INDEX ix_frequent_question_topic ON frequent_question (status, topic);

CREATE TRIGGER frequent_question_no_delete BEFORE DELETE ON frequent_question FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a frequent question is kept';
DELIMITER //
CREATE TRIGGER frequent_question_published BEFORE UPDATE ON frequent_question FOR EACH ROW
BEGIN
  IF OLD.status IN ('PUBLISHED', 'WITHDRAWN') AND (NEW.status NOT IN ('PUBLISHED', 'WITHDRAWN')
      OR NOT (NEW.topic <=> OLD.topic)
      OR NOT (NEW.question_kk <=> OLD.question_kk) OR NOT (NEW.answer_kk <=> OLD.answer_kk)
      OR NOT (NEW.question_ru <=> OLD.question_ru) OR NOT (NEW.answer_ru <=> OLD.answer_ru)
      OR NOT (NEW.question_en <=> OLD.question_en) OR NOT (NEW.answer_en <=> OLD.answer_en)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'published words do not change';
  END IF;
END//
DELIMITER ;
