-- transcript: the summary sheet of a graduate, all counted results with credits and average, as a document of
-- record before the attestation commission, signed by the office and the dean
INSERT INTO document_kind (code, family, register_code, name_kk, name_ru, name_en, template, term_unit, term_amount, channels, awaits, held, enabled) VALUES
  ('GRADUATE_SHEET', 'TRANSCRIPT', 'GS', 'аттестаттау комиссиясына түлектің жиынтық ведомосы', 'сводная ведомость выпускника для аттестационной комиссии', 'summary sheet of a graduate for the attestation commission', 'graduate-sheet', 'HOURS', 24, '', TRUE, FALSE, TRUE);
INSERT INTO document_signatory (kind, place, roles, title) VALUES
  ('GRADUATE_SHEET', 1, 'DIR DEP', 'registrar'),
  ('GRADUATE_SHEET', 2, 'DEAN', 'dean');
