-- registration.elective: the catalogue of electives (КЭД) of an academic year, one for each admission
-- year of a programme. What is published never changes: a new edition supersedes it.
CREATE TABLE elective_catalogue (
  id               BIGINT       NOT NULL PRIMARY KEY,
  uuid             UUID         NOT NULL,
  curriculum_id    BIGINT       NOT NULL,
  academic_year_id BIGINT       NOT NULL,
  edition          SMALLINT     NOT NULL DEFAULT 1,
  status           VARCHAR(16)  NOT NULL DEFAULT 'DRAFT',
  prepared_by      VARCHAR(64)  NOT NULL,
  prepared_at      DATETIME(6)  NOT NULL,
  decision         VARCHAR(300) NULL,
  approved_by      VARCHAR(64)  NULL,
  approved_at      DATETIME(6)  NULL,
  published_at     DATETIME(6)  NULL,
  -- one in work and one in force of each year
  open_key         TINYINT      AS (CASE WHEN status IN ('DRAFT', 'APPROVED') THEN 1 END) PERSISTENT,
  force_key        TINYINT      AS (CASE WHEN status = 'PUBLISHED' THEN 1 END) PERSISTENT,
  version          INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_elective_catalogue_uuid UNIQUE (uuid),
  CONSTRAINT uq_elective_catalogue_edition UNIQUE (curriculum_id, academic_year_id, edition),
  CONSTRAINT uq_elective_catalogue_open UNIQUE (curriculum_id, academic_year_id, open_key),
  CONSTRAINT uq_elective_catalogue_force UNIQUE (curriculum_id, academic_year_id, force_key),
  CONSTRAINT fk_elective_catalogue_curriculum FOREIGN KEY (curriculum_id) REFERENCES curriculum (id),
  CONSTRAINT fk_elective_catalogue_year FOREIGN KEY (academic_year_id) REFERENCES academic_year (id),
  CONSTRAINT ck_elective_catalogue_status CHECK (status IN ('DRAFT', 'APPROVED', 'PUBLISHED', 'SUPERSEDED')),
  CONSTRAINT ck_elective_catalogue_edition CHECK (edition >= 1),
  CONSTRAINT ck_elective_catalogue_decision CHECK (status = 'DRAFT' OR (decision IS NOT NULL AND approved_by IS NOT NULL))
);

-- Everybody who has changed an edition; none of them approves it
CREATE TABLE elective_author (
  catalogue_id BIGINT NOT NULL,
  account_id   BIGINT NOT NULL,
  PRIMARY KEY (catalogue_id, account_id),
  CONSTRAINT fk_elective_author_catalogue FOREIGN KEY (catalogue_id) REFERENCES elective_catalogue (id),
  CONSTRAINT fk_elective_author_account FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE TABLE elective_entry (
  id             BIGINT        NOT NULL PRIMARY KEY,
  catalogue_id   BIGINT        NOT NULL,
  discipline_id  BIGINT        NOT NULL,
  choice_block   VARCHAR(32)   NOT NULL,
  term_no        SMALLINT      NOT NULL,
  languages      VARCHAR(16)   NOT NULL,
  description_kk VARCHAR(2000) NULL,
  description_ru VARCHAR(2000) NULL,
  description_en VARCHAR(2000) NULL,
  -- the decision that allows a discipline the curriculum does not have
  addition_basis VARCHAR(300)  NULL,
  version        INT           NOT NULL DEFAULT 0,
  CONSTRAINT uq_elective_entry UNIQUE (catalogue_id, discipline_id),
  CONSTRAINT fk_elective_entry_catalogue FOREIGN KEY (catalogue_id) REFERENCES elective_catalogue (id),
  CONSTRAINT fk_elective_entry_discipline FOREIGN KEY (discipline_id) REFERENCES discipline (id),
  CONSTRAINT ck_elective_entry_term CHECK (term_no BETWEEN 1 AND 21)
);
CREATE INDEX ix_elective_entry_discipline ON elective_entry (discipline_id);

-- The last line of defence: entries change only while their edition is a draft
DELIMITER //
CREATE TRIGGER elective_entry_no_insert BEFORE INSERT ON elective_entry FOR EACH ROW
BEGIN
  IF (SELECT status FROM elective_catalogue WHERE id = NEW.catalogue_id) <> 'DRAFT' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'only a draft of a catalogue of electives changes';
  END IF;
END//
CREATE TRIGGER elective_entry_no_update BEFORE UPDATE ON elective_entry FOR EACH ROW
BEGIN
  IF (SELECT status FROM elective_catalogue WHERE id = OLD.catalogue_id) <> 'DRAFT' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'only a draft of a catalogue of electives changes';
  END IF;
END//
CREATE TRIGGER elective_entry_no_delete BEFORE DELETE ON elective_entry FOR EACH ROW
BEGIN
  IF (SELECT status FROM elective_catalogue WHERE id = OLD.catalogue_id) <> 'DRAFT' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'only a draft of a catalogue of electives changes';
  END IF;
END//
DELIMITER ;
