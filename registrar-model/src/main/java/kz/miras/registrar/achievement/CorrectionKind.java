package kz.miras.registrar.achievement;

import kz.miras.registrar.shared.Keyed;

/** Why a posted result is changed. */
public enum CorrectionKind implements Keyed {
  /** It was entered wrongly. */
  ERROR,
  /** By decision of the appeal commission; only upwards (APL-5). */
  APPEAL,
  /** The exam is annulled for dishonesty (CTL-16). */
  ANNULMENT,
  /** An I whose deadline has passed (EXM-8). */
  EXPIRED,
  /** Exempt by a document that came after the result was posted (ACH-10). */
  EXEMPTION;

  /** Whether new figures are typed; the others follow from the kind alone. */
  public boolean isTyped() {
    return this == ERROR || this == APPEAL;
  }

  /**
   * Whether the office asks for it; a commission decides an appeal, with a protocol (APL-7), and an
   * exam is annulled by an act and within its term only (CTL-16, EXR-8).
   */
  public boolean isAskedFor() {
    return this == ERROR || this == EXPIRED || this == EXEMPTION;
  }

  /**
   * The score of the entry that stands instead.
   *
   * @param typed null where a mark is typed
   */
  public Integer score(Integer typed) {
    return switch (this) {
      case ERROR, APPEAL -> typed;
      case ANNULMENT, EXPIRED -> 0;
      case EXEMPTION -> null;
    };
  }

  @Override
  public String key() {
    return "achievement.correction.kind." + name();
  }
}
