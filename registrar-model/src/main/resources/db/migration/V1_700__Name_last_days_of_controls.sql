-- SHT-33: a control no day is named for ends with its last day; sheets that are filled now get one that is
-- still to come, so that nobody is late by what was never said
ALTER TABLE sheet ADD COLUMN last_day DATE NULL AFTER exam_time;
UPDATE sheet h JOIN term t ON t.id = h.term_id
  SET h.last_day = GREATEST(t.ends_on, CURRENT_DATE + INTERVAL 14 DAY)
  WHERE h.closed_at IS NULL AND h.kind <> 'RATING' AND h.exam_date IS NULL;

-- RAT-9: who was told of a control taken alone; ended says that its last day had passed without a score
CREATE TABLE rating_excuse_reminder (
  excuse_id   BIGINT      NOT NULL,
  reminded_on DATE        NOT NULL,
  ended       BOOLEAN     NOT NULL,
  reminded_by VARCHAR(64) NOT NULL,
  reminded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (excuse_id, reminded_on),
  CONSTRAINT fk_rating_excuse_reminder FOREIGN KEY (excuse_id) REFERENCES rating_excuse (id)
);
CREATE TRIGGER rating_excuse_reminder_no_update BEFORE UPDATE ON rating_excuse_reminder FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rating_excuse_reminder is append-only';
CREATE TRIGGER rating_excuse_reminder_no_delete BEFORE DELETE ON rating_excuse_reminder FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rating_excuse_reminder is append-only';
