-- who types ratings is told row by row (sheet_row.typed_by) and in the audit trail; nothing wrote this
ALTER TABLE sheet DROP COLUMN rating_by;
