-- a sheet that continues an earlier one, the remark it was given back with, and its number series
ALTER TABLE sheet
  ADD COLUMN continues_id BIGINT NULL AFTER section_id,
  ADD COLUMN returned_by VARCHAR(64) NULL AFTER submitted_at,
  ADD COLUMN returned_remark VARCHAR(500) NULL AFTER returned_by,
  ADD COLUMN appointment_basis VARCHAR(300) NULL AFTER examiner_id,
  -- one sheet of the first sitting per group, whoever forms it at the same moment
  ADD COLUMN first_sitting_of BIGINT AS (CASE WHEN kind IN ('MAIN', 'SUMMER', 'GOS_HISTORY', 'PRACTICE', 'COURSEWORK', 'RETAKE', 'DIFFERENCE') THEN section_id END) PERSISTENT,
  ADD CONSTRAINT fk_sheet_continues FOREIGN KEY (continues_id) REFERENCES sheet (id),
  ADD CONSTRAINT uq_sheet_first_sitting UNIQUE (first_sitting_of),
  ADD CONSTRAINT ck_sheet_returned CHECK ((returned_by IS NULL) = (returned_remark IS NULL));

CREATE TABLE sheet_series (
  term_code   VARCHAR(32) NOT NULL PRIMARY KEY,
  last_number INT         NOT NULL
);
INSERT INTO sheet_series (term_code, last_number)
  SELECT SUBSTRING(number, 1, LENGTH(number) - LENGTH(SUBSTRING_INDEX(number, '-', -1)) - 1),
         MAX(CAST(SUBSTRING_INDEX(number, '-', -1) AS UNSIGNED))
  FROM sheet GROUP BY 1;
