-- a posted sheet is never opened again: named rows of it change as its next version, on a document
ALTER TABLE sheet
  ADD COLUMN version_no INT NOT NULL DEFAULT 1 AFTER status,
  ADD CONSTRAINT ck_sheet_version_no CHECK (version_no >= 1 AND (version_no = 1 OR status IN ('AMENDED', 'ARCHIVED')));

CREATE TABLE sheet_amendment (
  id            BIGINT       NOT NULL PRIMARY KEY,
  sheet_id      BIGINT       NOT NULL,
  version_no    INT          NOT NULL,
  student_id    BIGINT       NOT NULL,
  -- the entries of the history before and after
  position_old  INT          NOT NULL,
  position_new  INT          NOT NULL,
  document      VARCHAR(16)  NOT NULL,
  document_no   VARCHAR(64)  NOT NULL,
  document_date DATE         NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  amended_by    VARCHAR(64)  NOT NULL,
  amended_at    DATETIME(6)  NOT NULL,
  CONSTRAINT uq_sheet_amendment UNIQUE (sheet_id, version_no, student_id),
  CONSTRAINT uq_sheet_amendment_entry UNIQUE (student_id, position_new),
  CONSTRAINT fk_sheet_amendment_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_sheet_amendment_old FOREIGN KEY (student_id, position_old) REFERENCES achievement (student_id, position),
  CONSTRAINT fk_sheet_amendment_new FOREIGN KEY (student_id, position_new) REFERENCES achievement (student_id, position),
  CONSTRAINT ck_sheet_amendment_version CHECK (version_no >= 2),
  CONSTRAINT ck_sheet_amendment_order CHECK (position_new > position_old),
  CONSTRAINT ck_sheet_amendment_document CHECK (document IN ('ORDER', 'DECISION', 'PROTOCOL', 'MEMO', 'CERTIFICATE'))
);
CREATE TRIGGER sheet_amendment_no_update BEFORE UPDATE ON sheet_amendment FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_amendment is append-only';
CREATE TRIGGER sheet_amendment_no_delete BEFORE DELETE ON sheet_amendment FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_amendment is append-only';

-- what was corrected and excused until now, one version each, in order of time
INSERT INTO sheet_amendment (id, sheet_id, version_no, student_id, position_old, position_new, document, document_no, document_date, reason, amended_by, amended_at)
  SELECT NEXT VALUE FOR attestation_seq, x.sheet_id, x.version_no, x.student_id, x.position_old, x.position_new,
         x.document, x.document_no, x.document_date, x.reason, x.author, x.recorded_at
  FROM (SELECT n.sheet_id, 1 + ROW_NUMBER() OVER (PARTITION BY n.sheet_id ORDER BY n.recorded_at, n.id) AS version_no,
               n.student_id, o.position AS position_old, n.position AS position_new,
               COALESCE(g.document, e.document, 'DECISION') AS document,
               COALESCE(g.document_no, e.document_no, LEFT(n.source_document, 64)) AS document_no,
               COALESCE(g.document_date, e.document_date, DATE(n.recorded_at)) AS document_date,
               n.reason, n.author, n.recorded_at
        FROM achievement n
        JOIN achievement o ON o.id = n.corrects_id
        LEFT JOIN grade_correction g ON g.achievement_id = o.id AND g.status = 'APPROVED'
        LEFT JOIN absence_excuse e ON e.sheet_id = n.sheet_id AND e.student_id = n.student_id AND n.mark = 'I'
        WHERE n.sheet_id IS NOT NULL) x;
UPDATE sheet h JOIN (SELECT sheet_id, MAX(version_no) AS last FROM sheet_amendment GROUP BY sheet_id) a ON a.sheet_id = h.id
  SET h.version_no = a.last, h.status = CASE WHEN h.status = 'CLOSED' THEN 'AMENDED' ELSE h.status END;
