-- transcript: protocols of attestation commissions, the decision on the award of degrees for a list, and
-- the report of the chair as documents of record, signed by chair and secretary
ALTER TABLE document_kind DROP CONSTRAINT ck_document_kind_subject_of;
ALTER TABLE document_kind ADD CONSTRAINT ck_document_kind_subject_of CHECK (subject IS NULL
    OR family = 'SHEET' AND subject IN ('EXAM_SHEET', 'RETAKE_SHEET', 'RATING_SHEET')
    OR family = 'SUMMARY_SHEET' AND subject = 'GROUP_SHEET'
    OR family = 'PROTOCOL' AND subject IN ('APPEAL', 'RECOGNITION', 'DEFENCE', 'MEETING', 'COMMISSION'));

INSERT INTO document_kind (code, family, subject, register_code, name_kk, name_ru, name_en, template, term_unit, term_amount, channels, awaits, held, enabled) VALUES
  ('DEFENCE_PROTOCOL', 'PROTOCOL', 'DEFENCE', 'DP', 'аттестаттау комиссиясының студент туралы хаттамасы', 'протокол аттестационной комиссии по студенту', 'protocol of the attestation commission on a student', 'defence-protocol', 'HOURS', 24, '', FALSE, FALSE, TRUE),
  ('AWARD_PROTOCOL', 'PROTOCOL', 'MEETING', 'AW', 'дәреже беру туралы шешім хаттамасы', 'протокол решения о присуждении степени', 'protocol of the decision on the award of degrees', 'award-protocol', 'HOURS', 24, '', FALSE, FALSE, TRUE),
  ('CHAIR_REPORT', 'PROTOCOL', 'COMMISSION', 'CR', 'аттестаттау комиссиясы төрағасының есебі', 'отчёт председателя аттестационной комиссии', 'report of the chair of the attestation commission', 'chair-report', 'HOURS', 24, '', FALSE, FALSE, TRUE);
INSERT INTO document_signatory (kind, place, roles, part, title) VALUES
  ('DEFENCE_PROTOCOL', 1, 'AKC', 'CHAIR', 'chair'),
  ('DEFENCE_PROTOCOL', 2, 'AKS', 'SECRETARY', 'secretary'),
  ('AWARD_PROTOCOL', 1, 'AKC', 'CHAIR', 'chair'),
  ('AWARD_PROTOCOL', 2, 'AKS', 'SECRETARY', 'secretary'),
  ('CHAIR_REPORT', 1, 'AKC', 'CHAIR', 'chair');
