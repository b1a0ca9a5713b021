-- transcript: decisions on recognition are issued as documents of record too
UPDATE document_kind SET enabled = TRUE, version = version + 1 WHERE code = 'RECOGNITION_PROTOCOL';
