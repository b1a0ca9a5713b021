-- Disciplines that are studied together: in the same term, unless the other was passed before
CREATE TABLE corequisite (
  discipline_id BIGINT NOT NULL,
  together_id   BIGINT NOT NULL,
  PRIMARY KEY (discipline_id, together_id),
  CONSTRAINT fk_corequisite_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT fk_corequisite_together FOREIGN KEY (together_id) REFERENCES discipline (id),
  CONSTRAINT ck_corequisite_self CHECK (discipline_id <> together_id)
);
