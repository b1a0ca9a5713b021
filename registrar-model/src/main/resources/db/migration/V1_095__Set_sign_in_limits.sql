-- ACC-7: limits of failed sign-ins, changeable by a later row; a whole class may share one address
INSERT INTO university_setting (code, valid_from, value) VALUES
  ('sign-in.account.free-failures', '2024-03-01', '5'),
  ('sign-in.account.first-delay-seconds', '2024-03-01', '15'),
  ('sign-in.account.longest-delay-seconds', '2024-03-01', '900'),
  ('sign-in.account.window-seconds', '2024-03-01', '3600'),
  ('sign-in.address.free-failures', '2024-03-01', '50'),
  ('sign-in.address.first-delay-seconds', '2024-03-01', '15'),
  ('sign-in.address.longest-delay-seconds', '2024-03-01', '900'),
  ('sign-in.address.window-seconds', '2024-03-01', '3600');
