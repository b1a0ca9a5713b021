package kz.miras.registrar.office.consultation;

import kz.miras.registrar.shared.Keyed;

/** Who asks, for the statistics of the office. */
public enum AskerKind implements Keyed {
  STUDENT,
  /** Academic staff (ППС). */
  TEACHER,
  /** Other staff of the university: deans, advisers without a teacher's record. */
  STAFF,
  /** Somebody without an account: an applicant, a graduate, a parent. */
  OTHER;

  @Override
  public String key() {
    return "office.consultation.asker." + name();
  }
}
