-- access.partner: what files go with is told to an address, and waits until the partner has fetched the files

ALTER TABLE partner_outbox ADD COLUMN with_files BOOLEAN NOT NULL DEFAULT FALSE AFTER text;
UPDATE partner_outbox SET with_files = TRUE WHERE id IN (SELECT outbox_id FROM letter WHERE outbox_id IS NOT NULL);
