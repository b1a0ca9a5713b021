package kz.miras.registrar.student;

import kz.miras.registrar.shared.Keyed;

/** Who pays for the study. */
public enum Funding implements Keyed {
  GRANT,
  PAID,
  QUOTA;

  @Override
  public String key() {
    return "student.funding." + name();
  }
}
