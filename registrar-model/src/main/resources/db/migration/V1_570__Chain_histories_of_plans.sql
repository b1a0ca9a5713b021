-- registration.log: what is decided about lines of a plan, with or without a section, chained a plan

-- The head lies in the row every decision about the plan changes anyway, and by its version alone
ALTER TABLE study_plan
  ADD COLUMN log_position BIGINT     NOT NULL DEFAULT 0,
  ADD COLUMN log_seal     BINARY(32) NULL,
  ADD CONSTRAINT ck_study_plan_log CHECK (log_position >= 0 AND (log_position = 0) = (log_seal IS NULL));

-- Steps without a position were taken before there was a chain, or were brought in
ALTER TABLE study_plan_event
  ADD COLUMN position   BIGINT     NULL,
  ADD COLUMN submission UUID       NULL,
  ADD COLUMN seal       BINARY(32) NULL,
  ADD CONSTRAINT uq_study_plan_event_position UNIQUE (plan_id, position),
  ADD CONSTRAINT ck_study_plan_event_position CHECK (position > 0),
  ADD CONSTRAINT ck_study_plan_event_seal CHECK ((position IS NULL) = (seal IS NULL));
CREATE INDEX ix_study_plan_event_submission ON study_plan_event (submission);
