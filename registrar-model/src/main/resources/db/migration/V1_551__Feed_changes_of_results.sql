-- Results in the order in which they became visible: an entry gets its place only after it has been
-- committed, so that no reader passes one that is committed late
CREATE TABLE result_change (
  achievement_id BIGINT NOT NULL PRIMARY KEY,
  place          BIGINT NULL,
  CONSTRAINT uq_result_change_place UNIQUE (place),
  CONSTRAINT fk_result_change_achievement FOREIGN KEY (achievement_id) REFERENCES achievement (id) ON DELETE CASCADE
);
CREATE TABLE result_feed (
  id    TINYINT NOT NULL PRIMARY KEY,
  place BIGINT  NOT NULL,
  CONSTRAINT ck_result_feed CHECK (id = 1)
);
INSERT INTO result_change (achievement_id, place)
  SELECT a.id, ROW_NUMBER() OVER (ORDER BY a.recorded_at, a.id) FROM achievement a;
INSERT INTO result_feed (id, place) SELECT 1, COUNT(*) FROM result_change;

-- whichever way a result is recorded, it is in the feed
CREATE TRIGGER achievement_feed AFTER INSERT ON achievement FOR EACH ROW
  INSERT INTO result_change (achievement_id) VALUES (NEW.id);
