-- registration.elective: when the demand of a term was sent to the departments, once a day at most
CREATE TABLE demand_sending (
  id          BIGINT      NOT NULL PRIMARY KEY,
  term_id     BIGINT      NOT NULL,
  -- the day in the university's zone
  sent_on     DATE        NOT NULL,
  sent_at     DATETIME(6) NOT NULL,
  sent_by     VARCHAR(64) NOT NULL,
  departments SMALLINT    NOT NULL,
  teachers    INT         NOT NULL,
  choices     INT         NOT NULL,
  CONSTRAINT uq_demand_sending UNIQUE (term_id, sent_on),
  CONSTRAINT fk_demand_sending_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT ck_demand_sending CHECK (departments > 0 AND teachers >= 0 AND choices > 0)
);
CREATE TRIGGER demand_sending_no_update BEFORE UPDATE ON demand_sending FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'demand_sending is append-only';
CREATE TRIGGER demand_sending_no_delete BEFORE DELETE ON demand_sending FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'demand_sending is append-only';
