-- registration: how somebody waits (class of the place, since when, seats that would do) is part of
-- the sealed decision, so that history is judged by the rules of its own day
ALTER TABLE registration_log
  ADD COLUMN queue_rank  SMALLINT     NULL,
  ADD COLUMN waits_since DATETIME(6)  NULL,
  ADD COLUMN pools       VARCHAR(200) NULL,
  ADD CONSTRAINT ck_registration_log_place CHECK ((queue_rank IS NULL) = (waits_since IS NULL) AND (queue_rank IS NULL) = (pools IS NULL));

-- Since when the last of the queue waits: whoever comes next stands behind, whatever the clock of the
-- node says
ALTER TABLE section_seat ADD COLUMN newest_since DATETIME(6) NULL;
UPDATE section_seat q SET newest_since = (SELECT MAX(w.since) FROM waiting_place w WHERE w.section_id = q.section_id) WHERE q.pool = 'ALL';
