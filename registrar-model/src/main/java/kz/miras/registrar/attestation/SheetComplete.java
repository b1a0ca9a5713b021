package kz.miras.registrar.attestation;

import java.util.Collection;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SHT-4. A sheet is submitted and closed only when every row has a result (domain 3.1). */
public final class SheetComplete {

  private SheetComplete() {}

  /** Names how many rows are still open. */
  public static Verdict judge(
      FinalGradePolicy policy, ControlForm form, Collection<RowScores> rows) {
    long open = rows.stream().filter(row -> policy.outcome(form, row).isEmpty()).count();
    return open == 0
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("attestation.sheet.incomplete", "SHT-4", open));
  }
}
