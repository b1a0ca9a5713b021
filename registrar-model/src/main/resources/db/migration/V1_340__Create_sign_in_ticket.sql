-- ACC-10: a ticket of the waiting room belongs to the account that used it first, on every node and
-- after every restart; kept for a day. Only tickets whose owner had to wait are written down.
CREATE TABLE sign_in_ticket (
  ticket BINARY(32)  NOT NULL PRIMARY KEY,
  login  VARCHAR(64) NOT NULL,
  at     DATETIME(6) NOT NULL,
  KEY ix_sign_in_ticket_at (at)
);

-- Figures of the waiting room, changeable by a later row
INSERT INTO university_setting (code, valid_from, value) VALUES
  ('waiting-room.mode', '2024-03-01', 'AUTO'),
  ('waiting-room.cap-per-minute', '2024-03-01', '0'),
  ('waiting-room.share-percent', '2024-03-01', '50'),
  ('waiting-room.spare', '2024-03-01', '60'),
  ('waiting-room.turn-seconds', '2024-03-01', '120'),
  ('waiting-room.back-seconds', '2024-03-01', '15');
