package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-70, DOC-71, DOC-73. When a document about no single student may be prepared and signed: of
 * what is settled, one at a time, and only while what it states stands.
 */
public final class SubjectPolicy {

  private SubjectPolicy() {}

  /**
   * A document of a kind about a subject.
   *
   * @param number null before it has one
   * @param moved whether the subject has got another version than the document states
   */
  public record Earlier(DocumentStatus status, String number, boolean moved)
      implements Serializable {

    /** Whether it was prepared and never came to be, since the subject moved. */
    public boolean isLeftBehind() {
      return status == DocumentStatus.PREPARED && moved;
    }

    /** Whether a later document takes its place. */
    public boolean isToReplace() {
      return status == DocumentStatus.ISSUED && moved;
    }
  }

  /**
   * DOC-70. Whether a subject is settled.
   *
   * @param settled posted, decided, over
   * @param open numbers of the sheets that are not closed or not published
   */
  public static Verdict settled(SubjectKind kind, boolean settled, List<String> open) {
    if (!open.isEmpty()) {
      return Verdict.refused(
          Refusal.of("transcript.subject.open", "DOC-70", String.join(", ", open)));
    }
    return settled
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("transcript.subject.unsettled." + kind, "DOC-70"));
  }

  /** DOC-71. Whether another document of the kind may be prepared beside the earlier ones. */
  public static Verdict another(List<Earlier> earlier) {
    for (Earlier one : earlier) {
      boolean preparing =
          one.status() == DocumentStatus.PREPARED || one.status() == DocumentStatus.RESERVED;
      if (preparing && !one.isLeftBehind()) {
        return Verdict.refused(Refusal.of("transcript.subject.prepared", "DOC-71"));
      }
      if (one.status() == DocumentStatus.ISSUED && !one.moved()) {
        return Verdict.refused(Refusal.of("transcript.subject.stands", "DOC-71", one.number()));
      }
    }
    return Verdict.allowed();
  }

  /** DOC-73. Whether what was prepared may still be signed. */
  public static Verdict signs(boolean moved) {
    return moved
        ? Verdict.refused(Refusal.of("transcript.subject.moved", "DOC-73"))
        : Verdict.allowed();
  }
}
