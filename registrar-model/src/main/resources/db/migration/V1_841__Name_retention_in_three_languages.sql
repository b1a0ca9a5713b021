-- correspondence: how long a file case is kept, in the three languages of the nomenclature

ALTER TABLE file_case
  CHANGE COLUMN retention retention_ru VARCHAR(100) NOT NULL,
  ADD COLUMN retention_kk VARCHAR(100) NOT NULL DEFAULT '' AFTER name_en,
  ADD COLUMN retention_en VARCHAR(100) NOT NULL DEFAULT '' AFTER retention_ru;

-- a number of years is told in each language; other words stay as they were typed
UPDATE file_case
SET retention_kk = IF(retention_ru REGEXP '^[0-9]+( (год|года|лет))?$',
      CONCAT(CAST(retention_ru AS UNSIGNED), ' жыл'), retention_ru),
    retention_en = IF(retention_ru REGEXP '^[0-9]+( (год|года|лет))?$',
      CONCAT(CAST(retention_ru AS UNSIGNED), IF(CAST(retention_ru AS UNSIGNED) = 1, ' year', ' years')), retention_ru);

ALTER TABLE file_case
  ALTER COLUMN retention_kk DROP DEFAULT,
  ALTER COLUMN retention_en DROP DEFAULT;
