package kz.miras.registrar.transcript.certificate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.miras.registrar.shared.Keyed;

/** What the wording of a certificate may name of a student, in braces by its tag. */
public enum CertificateField implements Keyed {
  NAME,
  IIN,
  BIRTH_DATE,
  STUDENT_NO,
  LEVEL,
  PROGRAMME,
  SCHOOL,
  GROUP,
  COURSE,
  FORM,
  LANGUAGE,
  FUNDING,
  YEARS,
  STATUS,
  ADMISSION_YEAR,
  ADMISSION_ORDER,
  STUDY_FROM,
  STUDY_END,
  STUDY_UNTIL,
  END_ORDER,
  LEAVE_ORDER,
  LEAVE_FROM,
  LEAVE_UNTIL,
  TERM,
  TERM_FROM,
  TERM_UNTIL,
  CREDITS,
  GPA,
  UNIVERSITY,
  CITY,
  DATE;

  /** As it stands in a wording between braces, for example {@code birth-date}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The field of a tag. */
  public static Optional<CertificateField> of(String tag) {
    return Arrays.stream(values()).filter(field -> field.tag().equals(tag)).findFirst();
  }

  @Override
  public String key() {
    return "transcript.certificate.field." + name();
  }
}
