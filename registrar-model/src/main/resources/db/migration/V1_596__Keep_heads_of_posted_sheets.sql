-- what stood in the head of a sheet when it was posted: catalogues, groups and courses change later,
-- the paper does not
CREATE TABLE sheet_frame (
  sheet_id        BIGINT       NOT NULL PRIMARY KEY,
  discipline_code VARCHAR(32)  NOT NULL,
  discipline_kk   VARCHAR(300) NOT NULL,
  discipline_ru   VARCHAR(300) NOT NULL,
  discipline_en   VARCHAR(300) NOT NULL,
  credits         SMALLINT     NOT NULL,
  control_form    VARCHAR(20)  NOT NULL,
  section_code    VARCHAR(48)  NULL,
  -- personnel numbers
  teacher_no      VARCHAR(32)  NULL,
  examiner_no     VARCHAR(32)  NULL,
  school_kk       TEXT         NOT NULL,
  school_ru       TEXT         NOT NULL,
  school_en       TEXT         NOT NULL,
  programmes_kk   TEXT         NOT NULL,
  programmes_ru   TEXT         NOT NULL,
  programmes_en   TEXT         NOT NULL,
  courses         VARCHAR(64)  NOT NULL,
  CONSTRAINT fk_sheet_frame_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT ck_sheet_frame_credits CHECK (credits >= 0)
);

-- of what was posted until now, as far as it is known today
INSERT INTO sheet_frame (sheet_id, discipline_code, discipline_kk, discipline_ru, discipline_en, credits, control_form,
    section_code, teacher_no, examiner_no, school_kk, school_ru, school_en, programmes_kk, programmes_ru, programmes_en, courses)
  SELECT h.id, d.code, d.name_kk, d.name_ru, d.name_en, d.credits, d.control_form, g.code,
         (SELECT t.personnel_no FROM teacher t WHERE t.id = h.teacher_id),
         (SELECT t.personnel_no FROM teacher t WHERE t.id = h.examiner_id),
         COALESCE(GROUP_CONCAT(DISTINCT f.name_kk ORDER BY f.id SEPARATOR '; '), ''),
         COALESCE(GROUP_CONCAT(DISTINCT f.name_ru ORDER BY f.id SEPARATOR '; '), ''),
         COALESCE(GROUP_CONCAT(DISTINCT f.name_en ORDER BY f.id SEPARATOR '; '), ''),
         COALESCE(GROUP_CONCAT(DISTINCT CONCAT(p.code, ' ', p.name_kk) ORDER BY p.code SEPARATOR '; '), ''),
         COALESCE(GROUP_CONCAT(DISTINCT CONCAT(p.code, ' ', p.name_ru) ORDER BY p.code SEPARATOR '; '), ''),
         COALESCE(GROUP_CONCAT(DISTINCT CONCAT(p.code, ' ', p.name_en) ORDER BY p.code SEPARATOR '; '), ''),
         COALESCE(GROUP_CONCAT(DISTINCT s.course_year ORDER BY s.course_year SEPARATOR ', '), '')
  FROM sheet h JOIN discipline d ON d.id = h.discipline_id LEFT JOIN section g ON g.id = h.section_id
    LEFT JOIN sheet_row r ON r.sheet_id = h.id LEFT JOIN student s ON s.id = r.student_id
    LEFT JOIN programme p ON p.id = s.programme_id LEFT JOIN org_unit f ON f.id = p.school_id
  WHERE EXISTS (SELECT 1 FROM sheet_version v WHERE v.sheet_id = h.id)
  GROUP BY h.id, d.code, d.name_kk, d.name_ru, d.name_en, d.credits, d.control_form, g.code, h.teacher_id, h.examiner_id;

CREATE TRIGGER sheet_frame_no_update BEFORE UPDATE ON sheet_frame FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_frame is append-only';
CREATE TRIGGER sheet_frame_no_delete BEFORE DELETE ON sheet_frame FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_frame is append-only';
