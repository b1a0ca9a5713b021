package kz.miras.registrar.office;

import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * IMP-6. What a file brings into the history of achievements is written there only when somebody
 * else than who brought it has approved it; a rejection says why.
 */
public final class ImportApproval {

  private ImportApproval() {}

  /**
   * Whether somebody may decide about a file.
   *
   * @param by login of who decides
   * @param brought logins of who uploaded and who submitted it
   */
  public static Verdict decides(String by, Set<String> brought) {
    return brought.contains(by)
        ? Verdict.refused(Refusal.of("office.import.own", "IMP-6", by))
        : Verdict.allowed();
  }

  /**
   * Whether a decision is complete.
   *
   * @param note why; null or blank is enough for an approval only
   */
  public static Verdict complete(boolean approved, String note) {
    return approved || (note != null && !note.isBlank())
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.import.note-needed", "IMP-6").at("note"));
  }
}
