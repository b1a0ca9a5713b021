-- registration: a group that is too small when registration closes is proposed to be closed (REG-4);
-- LEFT where it was decided to let it run all the same
ALTER TABLE section
  ADD COLUMN closing VARCHAR(16) NULL,
  ADD COLUMN closing_at DATETIME(6) NULL,
  ADD CONSTRAINT ck_section_closing CHECK (closing IS NULL OR closing IN ('PROPOSED', 'LEFT')),
  ADD CONSTRAINT ck_section_closing_at CHECK ((closing IS NULL) = (closing_at IS NULL));
CREATE INDEX ix_section_closing ON section (closing);
