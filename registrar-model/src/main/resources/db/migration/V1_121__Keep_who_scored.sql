-- whoever typed an exam score does not close the sheet, even if somebody typed a rating later
ALTER TABLE sheet_row ADD COLUMN scored_by VARCHAR(64) NULL AFTER typed_by;
UPDATE sheet_row SET scored_by = typed_by WHERE score IS NOT NULL OR mark IS NOT NULL;
