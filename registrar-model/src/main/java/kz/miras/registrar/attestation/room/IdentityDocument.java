package kz.miras.registrar.attestation.room;

import kz.miras.registrar.shared.Keyed;

/** The document a student was known by in the exam room (EXR-1). */
public enum IdentityDocument implements Keyed {
  ID_CARD,
  PASSPORT,
  STUDENT_CARD,
  /** Зачётная книжка. */
  RECORD_BOOK;

  @Override
  public String key() {
    return "attestation.room.identity." + name();
  }
}
