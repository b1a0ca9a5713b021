-- registration: reserved seats, waiting lists, enrolments that replace others

-- Seats of a section kept for a programme or a group until a day; their number is the pool's row in
-- section_seat. The pool ALL is everybody's.
CREATE TABLE section_reserve (
  section_id   BIGINT      NOT NULL,
  pool         VARCHAR(32) NOT NULL,
  programme_id BIGINT      NULL,
  group_id     BIGINT      NULL,
  release_on   DATE        NOT NULL,
  released_at  DATETIME(6) NULL,
  PRIMARY KEY (section_id, pool),
  CONSTRAINT fk_section_reserve_seat FOREIGN KEY (section_id, pool) REFERENCES section_seat (section_id, pool),
  CONSTRAINT fk_section_reserve_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_section_reserve_group FOREIGN KEY (group_id) REFERENCES student_group (id),
  CONSTRAINT ck_section_reserve_whose CHECK ((programme_id IS NULL) <> (group_id IS NULL)),
  CONSTRAINT ck_section_reserve_pool CHECK (pool <> 'ALL')
);
CREATE INDEX ix_section_reserve_release ON section_reserve (released_at, release_on);

-- A place in the queue of a section: lower rank first, then who came first
CREATE TABLE waiting_place (
  id           BIGINT      NOT NULL PRIMARY KEY,
  enrolment_id BIGINT      NOT NULL,
  section_id   BIGINT      NOT NULL,
  pool         VARCHAR(32) NOT NULL DEFAULT 'ALL',
  queue_rank   SMALLINT    NOT NULL DEFAULT 0,
  since        DATETIME(6) NOT NULL,
  expires_at   DATETIME(6) NULL,
  CONSTRAINT uq_waiting_place UNIQUE (enrolment_id, section_id),
  CONSTRAINT fk_waiting_place_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT fk_waiting_place_seat FOREIGN KEY (section_id, pool) REFERENCES section_seat (section_id, pool)
);
CREATE INDEX ix_waiting_place_queue ON waiting_place (section_id, queue_rank, since, id);
CREATE INDEX ix_waiting_place_expires ON waiting_place (expires_at);

ALTER TABLE enrolment
  ADD COLUMN replaces_id BIGINT NULL,
  ADD COLUMN provisional BOOLEAN NOT NULL DEFAULT FALSE,
  ADD CONSTRAINT fk_enrolment_replaces FOREIGN KEY (replaces_id) REFERENCES enrolment (id);
CREATE INDEX ix_enrolment_provisional ON enrolment (provisional, status);

-- Lessons that fill only a part of the term
ALTER TABLE section_slot
  ADD COLUMN first_week SMALLINT NOT NULL DEFAULT 1,
  ADD COLUMN last_week  SMALLINT NOT NULL DEFAULT 40,
  ADD CONSTRAINT ck_section_slot_part CHECK (first_week >= 1 AND last_week >= first_week AND last_week <= 40);
