package kz.miras.registrar.attestation;

import java.time.LocalDate;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-25. Whether a student may be exempted in a sheet, and the exemption taken off again: by the
 * office, on a document, before the row is posted. What is posted is changed by a correction.
 */
public final class Exempting {

  private Exempting() {}

  /** Whether there may be somebody to exempt in a row of a sheet that is not posted. */
  public static boolean isOpen(SheetKind kind, RowScores row) {
    return !isAgain(kind) && !row.isClosed() && !row.annulled();
  }

  /** Whether a result stands already: one person does not put EX in its place (COR-3). */
  private static boolean isAgain(SheetKind kind) {
    return kind == SheetKind.FX || kind == SheetKind.APPEAL;
  }

  /**
   * Whether a student may be exempted, every reason against it at once.
   *
   * @param kind of the sheet
   * @param form which columns it has
   * @param row what stands there
   */
  public static Verdict judge(
      BasisDocument basis,
      SheetStatus status,
      SheetKind kind,
      EntryForm form,
      RowScores row,
      LocalDate today) {
    Verdict verdict = basis.judge("SHT-25", today).and(posted(status, form));
    if (isAgain(kind)) {
      verdict = verdict.and(refused("attestation.exempt.again"));
    }
    if (row.isClosed()) {
      verdict = verdict.and(refused("attestation.exempt.closed"));
    }
    return row.annulled() ? verdict.and(refused("attestation.exempt.annulled")) : verdict;
  }

  /**
   * Whether the exemption may be taken off.
   *
   * @param exempt whether there is one
   * @param why the reason; goes into the audit trail
   */
  public static Verdict lifts(SheetStatus status, EntryForm form, boolean exempt, String why) {
    Verdict verdict = posted(status, form);
    if (!exempt) {
      verdict = verdict.and(refused("attestation.exempt.none"));
    }
    return why == null || why.isBlank()
        ? verdict.and(
            Verdict.refused(Refusal.of("attestation.exempt.lift-reason", "SHT-25").at("reason")))
        : verdict.and(Fitted.judge(BasisDocument.REASON, why, "reason"));
  }

  private static Verdict posted(SheetStatus status, EntryForm form) {
    return SheetAct.EXEMPT.isPossible(status, form)
        ? Verdict.allowed()
        : refused("attestation.exempt.posted");
  }

  private static Verdict refused(String code) {
    return Verdict.refused(Refusal.of(code, "SHT-25"));
  }
}
