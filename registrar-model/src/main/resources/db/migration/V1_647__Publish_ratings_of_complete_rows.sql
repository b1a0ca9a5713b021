-- PUB-1: ratings are published of the rows that are complete; who still takes a control alone is left
-- out then and told when the rating is there
CREATE TABLE rating_left_out (
  sheet_id     BIGINT      NOT NULL,
  student_id   BIGINT      NOT NULL,
  -- NULL while the rating is not there
  published_at DATETIME(6) NULL,
  published_by VARCHAR(64) NULL,
  PRIMARY KEY (sheet_id, student_id),
  CONSTRAINT fk_rating_left_out_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id),
  CONSTRAINT fk_rating_left_out_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_rating_left_out_told CHECK ((published_at IS NULL) = (published_by IS NULL))
);
DELIMITER //
CREATE TRIGGER rating_left_out_kept BEFORE UPDATE ON rating_left_out FOR EACH ROW
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a publication stands';
  END IF;
END//
DELIMITER ;
CREATE TRIGGER rating_left_out_no_delete BEFORE DELETE ON rating_left_out FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rating_left_out is never deleted';
