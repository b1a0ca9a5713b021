-- what proves a printed version of a posted sheet: its checksum, and a code anybody can check it by
CREATE TABLE sheet_version (
  sheet_id    BIGINT      NOT NULL,
  version_no  INT         NOT NULL,
  code        VARCHAR(32) NOT NULL,
  -- what the checksum covers: of earlier sheets results only
  seal        VARCHAR(8)  NOT NULL,
  checksum    BINARY(32)  NOT NULL,
  -- last day for the scan of the signed paper; none is asked for of earlier sheets
  scan_due_on DATE        NULL,
  recorded_by VARCHAR(64) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (sheet_id, version_no),
  CONSTRAINT uq_sheet_version_code UNIQUE (code),
  CONSTRAINT fk_sheet_version_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT ck_sheet_version_no CHECK (version_no >= 1),
  CONSTRAINT ck_sheet_version_seal CHECK (seal IN ('RESULTS', 'PAPER'))
);
CREATE INDEX ix_sheet_version_scan ON sheet_version (scan_due_on);

-- the first version of what was closed until now, by the checksum it was closed with
INSERT INTO sheet_version (sheet_id, version_no, code, seal, checksum, scan_due_on, recorded_by, recorded_at)
  SELECT h.id, 1,
         CONCAT(SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), '-',
                SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), '-',
                SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), '-',
                SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1)),
         'RESULTS', h.checksum, NULL, h.closed_by, h.closed_at
  FROM sheet h WHERE h.closed_at IS NOT NULL AND h.closed_by IS NOT NULL AND h.checksum IS NOT NULL AND h.kind <> 'RATING';
-- and its later ones, by the results that stood in them
INSERT INTO sheet_version (sheet_id, version_no, code, seal, checksum, scan_due_on, recorded_by, recorded_at)
  SELECT v.sheet_id, v.version_no,
         CONCAT(SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), '-',
                SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), '-',
                SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), '-',
                SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1), SUBSTR('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + (ORD(RANDOM_BYTES(1)) & 31), 1)),
         'RESULTS',
         UNHEX(SHA2(COALESCE((SELECT CONCAT(h.number, GROUP_CONCAT(CONCAT('|', r.student_id, ':', COALESCE(e.letter, e.mark), ':', COALESCE(e.percent, 'null')) ORDER BY r.position SEPARATOR ''))
               FROM sheet h JOIN sheet_row r ON r.sheet_id = h.id
               JOIN achievement e ON e.sheet_id = h.id AND e.student_id = r.student_id
                AND e.position = COALESCE((SELECT MAX(a.position_new) FROM sheet_amendment a WHERE a.sheet_id = h.id AND a.student_id = r.student_id AND a.version_no <= v.version_no),
                                          (SELECT MIN(f.position) FROM achievement f WHERE f.sheet_id = h.id AND f.student_id = r.student_id))
               WHERE h.id = v.sheet_id GROUP BY h.number), ''), 256)),
         NULL, v.amended_by, v.amended_at
  FROM (SELECT sheet_id, version_no, MIN(amended_by) AS amended_by, MIN(amended_at) AS amended_at FROM sheet_amendment GROUP BY sheet_id, version_no) v
  WHERE EXISTS (SELECT 1 FROM sheet_version first WHERE first.sheet_id = v.sheet_id);

CREATE TRIGGER sheet_version_no_update BEFORE UPDATE ON sheet_version FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_version is append-only';
CREATE TRIGGER sheet_version_no_delete BEFORE DELETE ON sheet_version FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_version is append-only';
