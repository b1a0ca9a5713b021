package kz.miras.registrar.attestation.amend;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-16. What makes the next version of a posted sheet: named rows, and the document they rest on.
 *
 * @param rows at least one
 */
public record SheetAmendment(BasisDocument basis, List<AmendedRow> rows) implements Serializable {

  public SheetAmendment {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("an amendment names rows");
    }
  }

  /**
   * Whether it may be recorded, every reason against it at once.
   *
   * @param students keys of all students of the sheet
   */
  public Verdict judge(SheetStatus status, Set<Long> students, LocalDate today) {
    Verdict verdict = basis.judge("SHT-16", today);
    if (!status.isPosted()) {
      verdict = verdict.and(refused("attestation.amend.not-posted"));
    }
    if (rows.stream().anyMatch(row -> !students.contains(row.student()))) {
      verdict = verdict.and(refused("attestation.amend.stranger"));
    }
    return verdict;
  }

  private static Verdict refused(String code) {
    return Verdict.refused(Refusal.of(code, "SHT-16"));
  }
}
