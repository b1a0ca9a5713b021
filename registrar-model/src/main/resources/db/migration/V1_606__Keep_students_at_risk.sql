-- achievement.risk: who is at risk and why, judged anew each day

CREATE TABLE risk_day (
  judged_on DATE        NOT NULL PRIMARY KEY,
  judged_at DATETIME(6) NOT NULL,
  students  INT         NOT NULL,
  at_risk   INT         NOT NULL,
  CONSTRAINT ck_risk_day_counts CHECK (students >= 0 AND at_risk BETWEEN 0 AND students)
);

-- Only who is at risk has a row; whoever is no more loses it
CREATE TABLE student_risk (
  student_id    BIGINT        NOT NULL PRIMARY KEY,
  rules         VARCHAR(100)  NOT NULL,
  reasons       SMALLINT      NOT NULL,
  details       TEXT          NOT NULL,
  lowest_rating DECIMAL(5,2)  NULL,
  absences      INT           NOT NULL,
  debt_credits  INT           NOT NULL,
  gpa           DECIMAL(6,4)  NULL,
  threshold     DECIMAL(3,2)  NULL,
  rule_set_code VARCHAR(64)   NOT NULL,
  since_on      DATE          NOT NULL,
  judged_on     DATE          NOT NULL,
  CONSTRAINT fk_student_risk_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_student_risk_reasons CHECK (reasons > 0),
  CONSTRAINT ck_student_risk_details CHECK (JSON_VALID(details)),
  CONSTRAINT ck_student_risk_dates CHECK (since_on <= judged_on)
);
