-- RAT-10: a week of current control is missed without a reason (AB) or for one (AE)
ALTER TABLE rating_week ADD COLUMN mark VARCHAR(2) NULL AFTER points;
ALTER TABLE rating_week ADD CONSTRAINT ck_rating_week_mark
  CHECK (mark IS NULL OR mark IN ('AB', 'AE') AND points IS NULL);

-- rules in force stay what they were: a missed week is left out; 0 comes with the rules of a later day
INSERT INTO rule_value (rule_set_id, parameter, value)
  SELECT s.id, 'MISSED_WEEK', 'LEFT_OUT' FROM rule_set s;
