-- RAT-10: a week of current control is missed without a reason (AB) or for one (AE)
ALTER TABLE rating_week ADD COLUMN mark VARCHAR(2) NULL AFTER points;
ALTER TABLE rating_week ADD CONSTRAINT ck_rating_week_mark
  CHECK (mark IS NULL OR mark IN ('AB', 'AE') AND points IS NULL);

-- rules sheets were formed by stay what they were: a missed week is left out; 0 comes with rules of a
-- later day, and with those nothing was formed by yet. Without the triggers: beside them the key of a
-- row that comes from a query is taken for NULL
DROP TRIGGER rule_value_no_update;
DROP TRIGGER rule_value_no_delete;
INSERT INTO rule_value (rule_set_id, parameter, value)
  SELECT s.id, 'MISSED_WEEK', 'LEFT_OUT' FROM rule_set s
  WHERE EXISTS (SELECT 1 FROM sheet h WHERE h.rule_set_code = s.code);
CREATE TRIGGER rule_value_no_update BEFORE UPDATE ON rule_value FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a set of rules is never changed; propose a new one';
CREATE TRIGGER rule_value_no_delete BEFORE DELETE ON rule_value FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a set of rules is never deleted';
