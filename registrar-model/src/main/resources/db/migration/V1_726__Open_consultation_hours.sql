-- office.consultation: hours somebody of the office keeps week by week, and their appointments

CREATE TABLE consultation_hours (
  id         BIGINT       NOT NULL PRIMARY KEY,
  uuid       UUID         NOT NULL,
  host_id    BIGINT       NOT NULL,
  weekday    TINYINT      NOT NULL,
  from_time  TIME         NOT NULL,
  to_time    TIME         NOT NULL,
  minutes    SMALLINT     NOT NULL,
  -- names of topics with spaces between
  topics     VARCHAR(200) NOT NULL,
  place      VARCHAR(200) NULL,
  link       VARCHAR(500) NULL,
  first_day  DATE         NOT NULL,
  last_day   DATE         NOT NULL,
  opened_by  VARCHAR(64)  NOT NULL,
  opened_at  DATETIME(6)  NOT NULL,
  CONSTRAINT uq_consultation_hours_uuid UNIQUE (uuid),
  CONSTRAINT fk_consultation_hours_host FOREIGN KEY (host_id) REFERENCES account (id),
  CONSTRAINT ck_consultation_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT ck_consultation_hours_times CHECK (from_time < to_time AND minutes BETWEEN 5 AND 240),
  CONSTRAINT ck_consultation_hours_days CHECK (first_day <= last_day),
  CONSTRAINT ck_consultation_hours_where CHECK (place IS NOT NULL OR link IS NOT NULL)
);

CREATE TABLE consultation_slot (
  id         BIGINT       NOT NULL PRIMARY KEY,
  uuid       UUID         NOT NULL,
  hours_id   BIGINT       NOT NULL,
  host_id    BIGINT       NOT NULL,
  -- day of the university's clock
  day        DATE         NOT NULL,
  starts_at  DATETIME     NOT NULL,
  ends_at    DATETIME     NOT NULL,
  topics     VARCHAR(200) NOT NULL,
  place      VARCHAR(200) NULL,
  link       VARCHAR(500) NULL,
  status     VARCHAR(16)  NOT NULL DEFAULT 'OPEN',
  -- account that has it; whoever takes it is the only one who finds none
  taken_by   BIGINT       NULL,
  reason     VARCHAR(500) NULL,
  changed_by VARCHAR(64)  NULL,
  changed_at DATETIME(6)  NULL,
  version    INT          NOT NULL DEFAULT 0,
  -- nobody keeps two that begin together
  kept       DATETIME GENERATED ALWAYS AS (IF(status = 'OPEN', starts_at, NULL)) STORED,
  CONSTRAINT uq_consultation_slot_uuid UNIQUE (uuid),
  CONSTRAINT uq_consultation_slot_kept UNIQUE (host_id, kept),
  CONSTRAINT fk_consultation_slot_hours FOREIGN KEY (hours_id) REFERENCES consultation_hours (id),
  CONSTRAINT fk_consultation_slot_host FOREIGN KEY (host_id) REFERENCES account (id),
  CONSTRAINT fk_consultation_slot_taken FOREIGN KEY (taken_by) REFERENCES account (id),
  CONSTRAINT ck_consultation_slot_status CHECK (status IN ('OPEN', 'CALLED_OFF')),
  CONSTRAINT ck_consultation_slot_times CHECK (starts_at < ends_at),
  CONSTRAINT ck_consultation_slot_called_off CHECK (status = 'OPEN' OR (reason IS NOT NULL AND taken_by IS NULL)),
  CONSTRAINT ck_consultation_slot_where CHECK (place IS NOT NULL OR link IS NOT NULL)
);
CREATE INDEX ix_consultation_slot_day ON consultation_slot (day, status);

-- Who books or asks is counted under a row of their own: two requests of one person come one after the other
CREATE TABLE consultation_asker (
  account_id BIGINT NOT NULL PRIMARY KEY,
  CONSTRAINT fk_consultation_asker_account FOREIGN KEY (account_id) REFERENCES account (id)
);
