package kz.miras.registrar.correspondence;

import kz.miras.registrar.shared.Keyed;

/** What letters are about within the competence of the office (regulation 3.1.15). */
public enum LetterCategory implements Keyed {
  /** Whether a document of education is genuine, whether somebody studied. */
  EDUCATION_PROOF,
  /** Transcripts for other universities. */
  TRANSCRIPTS,
  MOBILITY,
  MINISTRY,
  MILITARY,
  EMPLOYER,
  CITIZEN,
  DEPARTMENT,
  OTHER;

  @Override
  public String key() {
    return "correspondence.category." + name();
  }
}
