-- The rules every level begins with: the defaults of each parameter (Academic policy, first edition).
-- A university changes them by adding a set in force from a later date.
INSERT INTO rule_set (id, code, level, valid_from, approved_by) VALUES
  (1, 'policy-bachelor', 'BACHELOR', '1990-01-01', 'Academic policy, first edition'),
  (2, 'policy-master', 'MASTER', '1990-01-01', 'Academic policy, first edition'),
  (3, 'policy-phd', 'PHD', '1990-01-01', 'Academic policy, first edition');

INSERT INTO university_setting (code, valid_from, value) VALUES
  ('name.kk', '2020-01-01', '«Мирас» университеті'),
  ('name.ru', '2020-01-01', 'Университет «Мирас»'),
  ('name.en', '2020-01-01', 'Miras University'),
  ('city.kk', '2020-01-01', 'Шымкент'),
  ('city.ru', '2020-01-01', 'Шымкент'),
  ('city.en', '2020-01-01', 'Shymkent'),
  ('head.kk', '2020-01-01', 'Ректор'),
  ('head.ru', '2020-01-01', 'Ректор'),
  ('head.en', '2020-01-01', 'Rector');

-- Public holidays of Kazakhstan; transferred days are added when the government announces them
INSERT INTO day_off (day, working, name) VALUES
  ('2025-01-01', FALSE, 'Новый год'), ('2025-01-02', FALSE, 'Новый год'), ('2025-01-07', FALSE, 'Рождество'),
  ('2025-03-08', FALSE, 'Международный женский день'), ('2025-03-21', FALSE, 'Наурыз'), ('2025-03-22', FALSE, 'Наурыз'),
  ('2025-03-23', FALSE, 'Наурыз'), ('2025-05-01', FALSE, 'День единства'), ('2025-05-07', FALSE, 'День защитника'),
  ('2025-05-09', FALSE, 'День Победы'), ('2025-07-06', FALSE, 'День столицы'), ('2025-08-30', FALSE, 'День Конституции'),
  ('2025-10-25', FALSE, 'День Республики'), ('2025-12-16', FALSE, 'День Независимости'),
  ('2026-01-01', FALSE, 'Новый год'), ('2026-01-02', FALSE, 'Новый год'), ('2026-01-07', FALSE, 'Рождество'),
  ('2026-03-08', FALSE, 'Международный женский день'), ('2026-03-21', FALSE, 'Наурыз'), ('2026-03-22', FALSE, 'Наурыз'),
  ('2026-03-23', FALSE, 'Наурыз'), ('2026-05-01', FALSE, 'День единства'), ('2026-05-07', FALSE, 'День защитника'),
  ('2026-05-09', FALSE, 'День Победы'), ('2026-07-06', FALSE, 'День столицы'), ('2026-08-30', FALSE, 'День Конституции'),
  ('2026-10-25', FALSE, 'День Республики'), ('2026-12-16', FALSE, 'День Независимости'),
  ('2027-01-01', FALSE, 'Новый год'), ('2027-01-02', FALSE, 'Новый год'), ('2027-01-07', FALSE, 'Рождество'),
  ('2027-03-08', FALSE, 'Международный женский день'), ('2027-03-21', FALSE, 'Наурыз'), ('2027-03-22', FALSE, 'Наурыз'),
  ('2027-03-23', FALSE, 'Наурыз'), ('2027-05-01', FALSE, 'День единства'), ('2027-05-07', FALSE, 'День защитника'),
  ('2027-05-09', FALSE, 'День Победы'), ('2027-07-06', FALSE, 'День столицы'), ('2027-08-30', FALSE, 'День Конституции'),
  ('2027-10-25', FALSE, 'День Республики'), ('2027-12-16', FALSE, 'День Независимости');
