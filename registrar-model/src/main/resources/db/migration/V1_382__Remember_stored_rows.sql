-- lists whose rows take what others wait for are stored row by row: which of them are, so that an
-- import that broke off goes on where it stood
ALTER TABLE import_row ADD COLUMN stored_at DATETIME(6) NULL;
