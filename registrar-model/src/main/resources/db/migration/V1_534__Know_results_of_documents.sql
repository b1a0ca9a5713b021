-- up to which place in its student's history a document states results: what corrects one of them
-- later makes the document superseded
ALTER TABLE issued_document ADD COLUMN results_until INT NULL AFTER snapshot;
UPDATE issued_document d JOIN (
    SELECT s.id, MAX(j.position) AS last
    FROM issued_document s, JSON_TABLE(s.snapshot, '$.record.terms[*].lines[*]' COLUMNS (position INT PATH '$.position')) j
    WHERE s.snapshot IS NOT NULL AND JSON_VALID(s.snapshot) GROUP BY s.id) x ON x.id = d.id
  SET d.results_until = x.last;
DELIMITER //
CREATE TRIGGER issued_document_results_kept BEFORE UPDATE ON issued_document FOR EACH ROW
BEGIN
  IF OLD.status IN ('ISSUED', 'REPLACED', 'ANNULLED') AND NOT (NEW.results_until <=> OLD.results_until) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the results of an issued document do not change';
  END IF;
END//
DELIMITER ;
