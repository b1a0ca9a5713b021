-- Rights end with the account too, also where a directory or a token, not this table, proves who it is
CREATE OR REPLACE VIEW sign_in_permission AS
  SELECT h.login, h.permission
  FROM (
    SELECT a.id, a.login, p.permission
    FROM account a
    JOIN role_grant g ON g.account_id = a.id
    JOIN role_permission p ON p.role = g.role
    WHERE g.valid_from <= university_today()
      AND (g.valid_to IS NULL OR g.valid_to >= university_today())
      AND a.valid_from <= university_today()
      AND (a.valid_to IS NULL OR a.valid_to >= university_today())
    UNION
    SELECT a.id, a.login, r.permission
    FROM account a
    JOIN personal_right r ON r.account_id = a.id
    WHERE r.scopes <> ''
      AND r.valid_from <= university_today()
      AND (r.valid_to IS NULL OR r.valid_to >= university_today())
      AND a.valid_from <= university_today()
      AND (a.valid_to IS NULL OR a.valid_to >= university_today())
  ) h
  WHERE NOT EXISTS (
    SELECT 1 FROM personal_right d
    WHERE d.account_id = h.id AND d.permission = h.permission AND d.scopes = ''
      AND d.valid_from <= university_today()
      AND (d.valid_to IS NULL OR d.valid_to >= university_today()));
