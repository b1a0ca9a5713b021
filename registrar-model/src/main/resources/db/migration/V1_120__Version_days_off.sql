-- two people editing one day off: the second is told, as everywhere
ALTER TABLE day_off ADD COLUMN version INT NOT NULL DEFAULT 0;
