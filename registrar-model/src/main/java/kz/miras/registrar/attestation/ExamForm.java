package kz.miras.registrar.attestation;

import kz.miras.registrar.shared.Keyed;

/** How an exam is held, as the syllabus fixes it (EXM-5, domain 2.5). */
public enum ExamForm implements Keyed {
  WRITTEN,
  ORAL,
  TEST,
  COMBINED,
  /** Defence of a project or a course work. */
  DEFENCE,
  OPEN_BOOK;

  @Override
  public String key() {
    return "attestation.exam-form." + name();
  }
}
