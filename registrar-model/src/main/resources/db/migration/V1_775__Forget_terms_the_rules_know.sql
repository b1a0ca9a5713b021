-- the term of a duplicate is a rule (duplicate.workingDays), that of a transcript belongs to its kind;
-- neither setting is read
DELETE FROM university_setting WHERE code IN ('document.duplicate-working-days', 'transcript.sla-hours');
