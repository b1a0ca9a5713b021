-- who is enrolled in a group after its sheet was posted stands in a supplementary sheet of it
ALTER TABLE sheet
  ADD COLUMN supplement_no SMALLINT NOT NULL DEFAULT 0 AFTER section_id,
  ADD CONSTRAINT ck_sheet_supplement CHECK (supplement_no >= 0),
  DROP INDEX uq_sheet_first_sitting,
  ADD CONSTRAINT uq_sheet_first_sitting UNIQUE (first_sitting_of, first_sitting_level, supplement_no);
