package kz.miras.registrar.transcript;

/** What a kind of documents is about, and so which data it is made of. */
public enum DocumentFamily {
  /** The results of a student, term by term. */
  TRANSCRIPT,
  /** A short paper that confirms something of a student. */
  CERTIFICATE,
  /** The supplement to a national diploma, by its sixteen numbered lines. */
  DIPLOMA_SUPPLEMENT,
  /** The European diploma supplement, in eight sections. */
  EUROPEAN_SUPPLEMENT,
  /** The individual study plan of a student. */
  STUDY_PLAN,
  /** The history of a student's achievements with every entry and correction. */
  EXTRACT,
  /** The sheet of a control. */
  SHEET,
  /** The consolidated sheet of a group. */
  SUMMARY_SHEET,
  /** What a commission decided. */
  PROTOCOL;

  /** Whether it is about a student, and not about a sheet, a group or a protocol. */
  public boolean isAboutStudent() {
    return this != SHEET && this != SUMMARY_SHEET && this != PROTOCOL;
  }

  /** Whether its documents carry the results of a student for programs (DOC-60). */
  public boolean hasRecord() {
    return this == TRANSCRIPT || this == DIPLOMA_SUPPLEMENT || this == EUROPEAN_SUPPLEMENT;
  }

  /** Message key of the name. */
  public String key() {
    return "transcript.family." + name();
  }
}
