-- transcript: papers of record of a student beside transcripts and certificates, each with a register
INSERT INTO document_kind (code, family, register_code, name_kk, name_ru, name_en, template, term_unit, term_amount, channels, awaits, held, enabled) VALUES
  ('STUDY_PLAN', 'STUDY_PLAN', 'SP', 'жеке оқу жоспары', 'индивидуальный учебный план', 'individual study plan', 'study-plan', 'HOURS', 24, 'COUNTER', FALSE, FALSE, TRUE),
  ('HISTORY_EXTRACT', 'EXTRACT', 'EX', 'оқу жетістіктері тарихынан үзінді', 'выписка из истории учебных достижений', 'extract from the history of achievements', 'extract', 'HOURS', 24, 'COUNTER', TRUE, FALSE, TRUE);
INSERT INTO document_signatory (kind, place, roles, title) VALUES
  ('STUDY_PLAN', 1, 'DIR DEP', 'registrar'),
  ('HISTORY_EXTRACT', 1, 'DIR DEP', 'registrar');
