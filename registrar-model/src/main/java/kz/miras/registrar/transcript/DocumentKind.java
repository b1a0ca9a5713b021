package kz.miras.registrar.transcript;

/** Kinds of documents issued to students. */
public enum DocumentKind {
  /** Of a studying or graduated person: every discipline, the counted result marked. */
  TRANSCRIPT,
  /** DOC-4. On expulsion: all disciplines, FX and F too (O595 п.42). */
  TRANSCRIPT_EXPELLED;

  /** Code of the register the kind is numbered in. */
  public String register() {
    return "TR";
  }

  /** Message key of the name. */
  public String key() {
    return "transcript.kind." + name();
  }
}
