package kz.miras.registrar.achievement;

import kz.miras.registrar.shared.Keyed;

/** Life of a request to correct a result. */
public enum CorrectionStatus implements Keyed {
  REQUESTED,
  /** Approved and posted. */
  APPROVED,
  REJECTED;

  @Override
  public String key() {
    return "achievement.correction.status." + name();
  }
}
