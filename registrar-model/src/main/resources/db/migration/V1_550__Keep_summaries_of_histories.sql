-- What each history of results comes to, written by the posting itself and equal to what is derived
CREATE TABLE achievement_summary (
  student_id        BIGINT        NOT NULL PRIMARY KEY,
  position          INT           NOT NULL,
  formula           SMALLINT      NOT NULL,
  earned            INT           NOT NULL,
  earned_additional INT           NOT NULL,
  gpa_points        DECIMAL(10,2) NOT NULL,
  gpa_credits       INT           NOT NULL,
  failed            SMALLINT      NOT NULL,
  failed_credits    INT           NOT NULL,
  pending           SMALLINT      NOT NULL,
  cycles            VARCHAR(500)  NOT NULL,
  years             TEXT          NOT NULL,
  terms             TEXT          NOT NULL,
  derived_at        DATETIME(6)   NOT NULL,
  CONSTRAINT fk_achievement_summary_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_achievement_summary_position CHECK (position > 0),
  CONSTRAINT ck_achievement_summary_sums CHECK (gpa_points >= 0 AND gpa_credits >= 0 AND (gpa_credits > 0 OR gpa_points = 0)),
  CONSTRAINT ck_achievement_summary_counts CHECK (earned >= 0 AND earned_additional >= 0 AND failed >= 0 AND failed_credits >= 0 AND pending >= 0),
  CONSTRAINT ck_achievement_summary_parts CHECK (JSON_VALID(cycles) AND JSON_VALID(years) AND JSON_VALID(terms))
);
