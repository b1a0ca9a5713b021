-- EXM-10, EXC-1, SHT-8: what was typed stays beneath a mark that was decided over it, and comes back
-- where that is taken back
ALTER TABLE sheet_row
  ADD COLUMN beneath_score SMALLINT NULL AFTER mark,
  ADD COLUMN beneath_mark VARCHAR(2) NULL AFTER beneath_score,
  ADD COLUMN beneath_by VARCHAR(64) NULL AFTER beneath_mark,
  ADD CONSTRAINT ck_sheet_row_beneath CHECK (beneath_score IS NULL OR beneath_mark IS NULL);
