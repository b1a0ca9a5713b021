-- access.event: the feed reaches back for a term
ALTER TABLE api_event_feed
  -- place of the last event that is not kept any more
  ADD COLUMN forgotten BIGINT NOT NULL DEFAULT 0;

INSERT INTO university_setting (code, valid_from, value) VALUES
  -- SUB-7: days events are kept
  ('subsystem.event-days', '2020-01-01', '365');
