-- registration.elective: what was decided about disciplines that students have chosen before there are
-- groups; the demand itself is counted from the lines of the plans
CREATE TABLE elective_demand (
  id            BIGINT       NOT NULL PRIMARY KEY,
  uuid          UUID         NOT NULL,
  term_id       BIGINT       NOT NULL,
  discipline_id BIGINT       NOT NULL,
  language      CHAR(2)      NOT NULL,
  decision      VARCHAR(16)  NOT NULL,
  students      INT          NOT NULL,
  offering_id   BIGINT       NULL,
  group_count   SMALLINT     NOT NULL DEFAULT 0,
  capacity      SMALLINT     NOT NULL DEFAULT 0,
  into_language CHAR(2)      NULL,
  reason        VARCHAR(500) NULL,
  decided_by    VARCHAR(64)  NOT NULL,
  decided_at    DATETIME(6)  NOT NULL,
  CONSTRAINT uq_elective_demand_uuid UNIQUE (uuid),
  CONSTRAINT fk_elective_demand_term FOREIGN KEY (term_id) REFERENCES term (id),
  CONSTRAINT fk_elective_demand_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_elective_demand_offering FOREIGN KEY (offering_id) REFERENCES offering (id),
  CONSTRAINT ck_elective_demand_language CHECK (language IN ('kk', 'ru', 'en')),
  CONSTRAINT ck_elective_demand_decision CHECK (decision IN ('OPENED', 'MERGED', 'REFUSED')),
  CONSTRAINT ck_elective_demand_opened CHECK ((decision = 'OPENED') = (offering_id IS NOT NULL)),
  CONSTRAINT ck_elective_demand_merged CHECK ((decision = 'MERGED') = (into_language IS NOT NULL)),
  CONSTRAINT ck_elective_demand_reason CHECK (decision = 'OPENED' OR reason IS NOT NULL)
);
CREATE INDEX ix_elective_demand ON elective_demand (term_id, discipline_id, language);
CREATE TRIGGER elective_demand_no_update BEFORE UPDATE ON elective_demand FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'elective_demand is append-only';
CREATE TRIGGER elective_demand_no_delete BEFORE DELETE ON elective_demand FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'elective_demand is append-only';
