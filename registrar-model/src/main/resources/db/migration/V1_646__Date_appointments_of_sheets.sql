-- the day the office named who teaches and examines a sheet: an appointment in the section that had
-- ended by then does not undo it
ALTER TABLE sheet
  ADD COLUMN appointed_on DATE NULL AFTER appointment_basis;

-- who was named by order in a sheet that is still filled stays
UPDATE sheet SET appointed_on = UTC_DATE() WHERE appointment_basis IS NOT NULL AND closed_at IS NULL;
