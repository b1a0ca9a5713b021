package kz.miras.registrar.attestation.room;

import kz.miras.registrar.shared.Keyed;

/** Whether a student came to an exam, and what became of it there. */
public enum ExamAttendance implements Keyed {
  PRESENT,
  /** Came after the beginning and was let in. */
  LATE,
  ABSENT,
  /** Came and would not answer. */
  REFUSED,
  /** Was sent out, by an act (EXR-3). */
  REMOVED;

  /** Whether the student was there, known by a document. */
  public boolean came() {
    return this != ABSENT;
  }

  /** Whether there is a work to be marked. */
  public boolean worked() {
    return this == PRESENT || this == LATE;
  }

  @Override
  public String key() {
    return "attestation.room.state." + name();
  }
}
