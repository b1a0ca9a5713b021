-- the day it was at the university at a moment of UTC, as university_today() is that of now
CREATE FUNCTION university_day(moment DATETIME(6)) RETURNS DATE
  READS SQL DATA
  RETURN DATE(CONVERT_TZ(moment, '+00:00', COALESCE(
    (SELECT value FROM university_setting
     WHERE code = 'zone.offset' AND valid_from <= DATE(moment) ORDER BY valid_from DESC LIMIT 1), '+00:00')));
