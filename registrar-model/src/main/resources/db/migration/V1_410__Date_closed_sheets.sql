-- A sheet that was closed without a date of its exam has the date of the results it posted: derived
-- again, they are read by the scale of that day and of no later one.
UPDATE sheet s
  JOIN (SELECT sheet_id, MIN(result_on) AS result_on FROM achievement
         WHERE sheet_id IS NOT NULL AND corrects_id IS NULL GROUP BY sheet_id) a ON a.sheet_id = s.id
   SET s.exam_date = a.result_on
 WHERE s.exam_date IS NULL AND s.closed_at IS NOT NULL;

-- Every result counts by the rules it names, so these must be there for ever.
ALTER TABLE achievement
  ADD CONSTRAINT fk_achievement_rules FOREIGN KEY (rule_set_code) REFERENCES rule_set (code);
