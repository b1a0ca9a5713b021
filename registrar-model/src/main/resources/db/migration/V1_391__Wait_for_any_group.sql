-- registration: who named no group waits for every group of the offering that will do; so does, for
-- streams and subgroups, everybody, since nobody names those
ALTER TABLE waiting_place
  ADD COLUMN any_of_kind BOOLEAN NOT NULL DEFAULT FALSE,
  -- one of the other sections that will do; the plan is made with the section that is not instead
  ADD COLUMN instead BOOLEAN NOT NULL DEFAULT FALSE,
  -- its lessons meet others of the student: it is in no queue until they do not
  ADD COLUMN resting BOOLEAN NOT NULL DEFAULT FALSE,
  ADD CONSTRAINT ck_waiting_place_instead CHECK (any_of_kind OR NOT instead),
  ADD CONSTRAINT ck_waiting_place_resting CHECK (instead OR NOT resting);
CREATE INDEX ix_waiting_place_resting ON waiting_place (resting, section_id);

-- The kind of section of which any will do is part of the sealed place; null for this one alone, and
-- for every place written down before
ALTER TABLE registration_log
  ADD COLUMN any_of VARCHAR(16) NULL,
  ADD CONSTRAINT ck_registration_log_any_of CHECK (any_of IS NULL OR queue_rank IS NOT NULL);
