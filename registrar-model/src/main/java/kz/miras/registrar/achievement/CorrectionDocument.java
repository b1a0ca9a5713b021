package kz.miras.registrar.achievement;

import kz.miras.registrar.shared.Keyed;

/** Kinds of documents a correction rests on. */
public enum CorrectionDocument implements Keyed {
  ORDER,
  PROTOCOL,
  /** Распоряжение of the office. */
  DECISION,
  /** Служебная записка with the proof of what was mistyped. */
  MEMO;

  @Override
  public String key() {
    return "achievement.correction.document." + name();
  }
}
