-- The calendar feed of a student's week: only a digest of its address is kept
CREATE TABLE week_feed (
  student_id BIGINT      NOT NULL PRIMARY KEY,
  token_hash BINARY(32)  NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_week_feed_token UNIQUE (token_hash),
  CONSTRAINT fk_week_feed_student FOREIGN KEY (student_id) REFERENCES student (id)
);
