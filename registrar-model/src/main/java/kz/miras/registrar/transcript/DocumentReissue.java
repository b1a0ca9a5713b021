package kz.miras.registrar.transcript;

import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** DOC-54. Why a document takes the place of an issued one. */
public enum DocumentReissue implements Keyed {
  /** What was issued is wrong by an error of the office, or a result it states was corrected. */
  CORRECTION,
  /** The one that was issued is lost or damaged; asked for like any document, and stamped. */
  DUPLICATE;

  /** By what a duplicate knows the number it is a duplicate of, among its details. */
  public static final String DUPLICATE_OF = "duplicate-of";

  /** Letters of the shortest reason. */
  public static final int SHORTEST_REASON = 10;

  /** Whether the office may correct a document of itself: it says what is wrong with it. */
  public static Verdict corrects(String error) {
    return error == null || error.strip().length() < SHORTEST_REASON
        ? Verdict.refused(
            Refusal.of("transcript.replace.reason", "DOC-54", SHORTEST_REASON).at("anew-reason"))
        : Verdict.allowed();
  }

  /**
   * Whether a duplicate of a document may be asked for: it was issued and still stands, and nothing
   * takes its place already.
   *
   * @param replaced whether another document was prepared in its place
   */
  public static Verdict duplicates(DocumentStatus status, boolean replaced) {
    return status != DocumentStatus.ISSUED || replaced
        ? Verdict.refused(Refusal.of("transcript.replace.state", "DOC-54").at("duplicates"))
        : Verdict.allowed();
  }

  /**
   * Whether the office duplicates a document about a sheet, a group or a protocol: nobody asks for
   * it at the counter, so the office says what became of the original, and the duplicate says the
   * same only while what it states stands.
   *
   * @param moved whether the subject has got another version than the document states
   * @param lost what became of the original
   */
  public static Verdict duplicates(boolean moved, String lost) {
    if (moved) {
      return Verdict.refused(
          Refusal.of("transcript.duplicate.moved", "DOC-54").at("duplicate-reason"));
    }
    return lost == null || lost.strip().length() < SHORTEST_REASON
        ? Verdict.refused(
            Refusal.of("transcript.duplicate.reason", "DOC-54", SHORTEST_REASON)
                .at("duplicate-reason"))
        : Verdict.allowed();
  }

  @Override
  public String key() {
    return "transcript.reissue." + name();
  }
}
