-- achievement.debt: what everybody in the contingent owes, found anew each day with the risks

CREATE TABLE student_debt (
  student_id     BIGINT       NOT NULL,
  place          SMALLINT     NOT NULL,
  discipline_key VARCHAR(80)  NOT NULL,
  code           VARCHAR(64)  NOT NULL,
  name_kk        VARCHAR(300) NULL,
  name_ru        VARCHAR(300) NULL,
  name_en        VARCHAR(300) NULL,
  credits        SMALLINT     NOT NULL,
  cause          VARCHAR(20)  NOT NULL,
  since_term     VARCHAR(32)  NOT NULL,
  until_on       DATE         NULL,
  sign           VARCHAR(8)   NULL,
  ways           VARCHAR(60)  NOT NULL,
  way_until      DATE         NULL,
  judged_on      DATE         NOT NULL,
  PRIMARY KEY (student_id, place),
  CONSTRAINT fk_student_debt_student FOREIGN KEY (student_id) REFERENCES student (id),
  CONSTRAINT ck_student_debt_credits CHECK (credits >= 0),
  CONSTRAINT ck_student_debt_cause CHECK (cause IN ('FAILED', 'NOT_TAKEN', 'DIFFERENCE'))
);

-- today is judged once more, so that debts are known from the first day
DELETE FROM risk_day WHERE judged_on >= CURRENT_DATE - INTERVAL 1 DAY;
