package kz.miras.registrar.achievement.recognition;

import kz.miras.registrar.shared.Keyed;

/** Where recognised credits come from (domain 2.15). */
public enum RecognitionKind implements Keyed {
  FORMAL_PRIOR,
  TRANSFER_IN,
  REINSTATEMENT,
  MOBILITY,
  NONFORMAL_COURSE,
  MOOC,
  LANGUAGE_CERT,
  PROF_QUALIFICATION;

  /** REC-2. Whether only a share of the programme may be earned so. */
  public boolean isNonFormal() {
    return ordinal() >= NONFORMAL_COURSE.ordinal();
  }

  @Override
  public String key() {
    return "achievement.recognition.kind." + name();
  }
}
