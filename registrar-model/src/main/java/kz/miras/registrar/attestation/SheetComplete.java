package kz.miras.registrar.attestation;

import java.util.Collection;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SHT-4. A sheet is submitted and closed only when every row has a result (domain 3.1). */
public final class SheetComplete {

  private SheetComplete() {}

  /**
   * SOD-1. Whoever typed in a sheet or submitted it does not close it.
   *
   * @param submittedBy null for nobody
   * @param typedBy everybody who ever typed in it, what was typed over included
   */
  public static Verdict byAnother(String closer, String submittedBy, Collection<String> typedBy) {
    return closer.equals(submittedBy) || typedBy.contains(closer)
        ? Verdict.refused(Refusal.of("attestation.sheet.four-eyes", "SOD-1", closer))
        : Verdict.allowed();
  }

  /** Names how many rows are still open. */
  public static Verdict judge(
      FinalGradePolicy policy, ControlForm form, Collection<RowScores> rows) {
    long open = rows.stream().filter(row -> policy.outcome(form, row).isEmpty()).count();
    return open == 0
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("attestation.sheet.incomplete", "SHT-4", open));
  }
}
