-- transcript: the catalogue of certificates; their wording comes with the program until the office
-- puts an edition of its own in force

CREATE TABLE document_question (
  kind     VARCHAR(32)  NOT NULL,
  position SMALLINT     NOT NULL,
  code     VARCHAR(32)  NOT NULL,
  name_kk  VARCHAR(200) NOT NULL,
  name_ru  VARCHAR(200) NOT NULL,
  name_en  VARCHAR(200) NOT NULL,
  type     VARCHAR(8)   NOT NULL,
  required BOOLEAN      NOT NULL,
  PRIMARY KEY (kind, position),
  CONSTRAINT uq_document_question_code UNIQUE (kind, code),
  CONSTRAINT fk_document_question_kind FOREIGN KEY (kind) REFERENCES document_kind (code),
  CONSTRAINT ck_document_question_type CHECK (type IN ('TEXT', 'DAY'))
);

INSERT INTO document_kind (code, family, register_code, name_kk, name_ru, name_en, template, term_unit, term_amount, validity_days, channels, awaits, held, enabled) VALUES
  ('CERT_STUDY', 'CERTIFICATE', 'CT', 'оқу орнынан анықтама', 'справка с места учёбы', 'certificate of study', 'certificate', 'HOURS', 24, 30, 'COUNTER SELF_SERVICE', FALSE, FALSE, TRUE),
  ('CERT_MILITARY', 'CERTIFICATE', 'CT', 'әскери комиссариатқа анықтама', 'справка для военкомата', 'certificate for the military office', 'certificate', 'HOURS', 24, 90, 'COUNTER', FALSE, FALSE, TRUE),
  ('CERT_SOCIAL', 'CERTIFICATE', 'CT', 'әлеуметтік төлемдерге анықтама', 'справка для социальных выплат', 'certificate for social payments', 'certificate', 'HOURS', 24, 30, 'COUNTER SELF_SERVICE', FALSE, FALSE, TRUE),
  ('CERT_EMPLOYER', 'CERTIFICATE', 'CT', 'жұмыс орнына анықтама', 'справка работодателю', 'certificate for the employer', 'certificate', 'HOURS', 24, 30, 'COUNTER SELF_SERVICE', FALSE, FALSE, TRUE),
  ('CERT_EMBASSY', 'CERTIFICATE', 'CT', 'елшілікке анықтама', 'справка в посольство', 'certificate for an embassy', 'certificate', 'HOURS', 24, 90, 'COUNTER', FALSE, FALSE, TRUE),
  ('CERT_PERIOD', 'CERTIFICATE', 'CT', 'оқу кезеңі туралы анықтама', 'справка о периоде обучения', 'certificate of the period of study', 'certificate', 'HOURS', 24, NULL, 'COUNTER SELF_SERVICE', FALSE, FALSE, TRUE),
  ('CERT_RESULTS', 'CERTIFICATE', 'CT', 'кредиттер мен GPA туралы анықтама', 'справка о кредитах и GPA', 'certificate of credits and GPA', 'certificate', 'HOURS', 24, 90, 'COUNTER SELF_SERVICE', TRUE, FALSE, TRUE),
  ('CERT_SUMMONS', 'CERTIFICATE', 'CT', 'шақыру анықтамасы', 'справка-вызов', 'summons to the session', 'certificate', 'HOURS', 24, 60, 'COUNTER', FALSE, FALSE, TRUE),
  ('CERT_LEAVE', 'CERTIFICATE', 'CT', 'академиялық демалыс туралы анықтама', 'справка об академическом отпуске', 'certificate of academic leave', 'certificate', 'HOURS', 24, 30, 'COUNTER SELF_SERVICE', FALSE, FALSE, TRUE),
  ('CERT_ACADEMIC', 'CERTIFICATE', 'CA', 'академиялық анықтама', 'академическая справка', 'academic certificate', 'certificate', 'WORKING_DAYS', 10, NULL, 'COUNTER', TRUE, FALSE, FALSE);
INSERT INTO document_signatory (kind, place, roles, title) VALUES
  ('CERT_STUDY', 1, 'DIR DEP', 'registrar'),
  ('CERT_MILITARY', 1, 'DIR DEP', 'registrar'),
  ('CERT_SOCIAL', 1, 'DIR DEP', 'registrar'),
  ('CERT_EMPLOYER', 1, 'DIR DEP', 'registrar'),
  ('CERT_EMBASSY', 1, 'DIR DEP', 'registrar'),
  ('CERT_PERIOD', 1, 'DIR DEP', 'registrar'),
  ('CERT_RESULTS', 1, 'DIR DEP', 'registrar'),
  ('CERT_SUMMONS', 1, 'DIR DEP', 'registrar'),
  ('CERT_LEAVE', 1, 'DIR DEP', 'registrar'),
  ('CERT_ACADEMIC', 1, 'PRES RECTOR', 'head'),
  ('CERT_ACADEMIC', 2, 'DIR DEP', 'registrar');
INSERT INTO document_question (kind, position, code, name_kk, name_ru, name_en, type, required) VALUES
  ('CERT_MILITARY', 1, 'office', 'Әскери басқару органы', 'Орган военного управления', 'Military authority', 'TEXT', TRUE),
  ('CERT_EMBASSY', 1, 'country', 'Елі', 'Страна', 'Country', 'TEXT', TRUE),
  ('CERT_EMBASSY', 2, 'from', 'Қай күннен', 'С какого дня', 'From', 'DAY', TRUE),
  ('CERT_EMBASSY', 3, 'until', 'Қай күнге дейін', 'По какой день', 'Until', 'DAY', TRUE),
  ('CERT_SUMMONS', 1, 'employer', 'Жұмыс беруші', 'Работодатель', 'Employer', 'TEXT', TRUE),
  ('CERT_SUMMONS', 2, 'from', 'Сессияның басы', 'Начало сессии', 'First day of the session', 'DAY', TRUE),
  ('CERT_SUMMONS', 3, 'until', 'Сессияның соңы', 'Конец сессии', 'Last day of the session', 'DAY', TRUE);

-- posts that sign, as the university names them; persons are entered with its details
INSERT INTO university_setting (code, valid_from, value) VALUES
  ('registrar.kk', '2020-01-01', 'Тіркеуші кеңсесінің директоры'),
  ('registrar.ru', '2020-01-01', 'Директор офиса регистратора'),
  ('registrar.en', '2020-01-01', 'Director of the registrar''s office'),
  ('vice-rector.kk', '2020-01-01', 'Проректор'),
  ('vice-rector.ru', '2020-01-01', 'Проректор'),
  ('vice-rector.en', '2020-01-01', 'Vice-rector');
