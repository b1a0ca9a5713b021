-- achievement: which result of a discipline stands in its term is asked for each result of an analysis
CREATE INDEX ix_achievement_standing ON achievement (student_id, term_id, discipline_code);
