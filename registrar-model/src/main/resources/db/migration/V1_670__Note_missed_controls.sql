-- RAT-3: a control taken alone that nobody came to is a 0 somebody has noted; another disposition in
-- its place takes that back, and no score that was typed
ALTER TABLE rating_excuse
  ADD COLUMN missed BOOLEAN NOT NULL DEFAULT FALSE AFTER scored_by,
  ADD CONSTRAINT ck_rating_excuse_missed CHECK (NOT missed OR score <=> 0);
