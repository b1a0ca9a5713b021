package kz.miras.registrar.correspondence;

import kz.miras.registrar.shared.Keyed;

/** What a letter is. */
public enum LetterKind implements Keyed {
  LETTER,
  REQUEST,
  /** An appeal of a citizen, with the term the law gives it. */
  APPEAL,
  COMPLAINT,
  NOTICE,
  REPLY,
  /** What the office asks a department (regulation 4.1). */
  ENQUIRY,
  /** From one department to another. */
  SERVICE_NOTE,
  PROPOSAL,
  OTHER;

  @Override
  public String key() {
    return "correspondence.kind." + name();
  }
}
