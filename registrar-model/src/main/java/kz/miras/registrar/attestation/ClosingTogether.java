package kz.miras.registrar.attestation;

import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.attestation.sitting.FinalByProtocol;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-24. A submitted sheet of a session that is to be closed together with others: what stands
 * against it, and what its results come to. It asks what closing a sheet alone asks; where too many
 * results are excellent (CTL-18), an act about the exam is not decided (EXR-8) or a result does not
 * go with the attendance (EXR-9) it only warns, and somebody looks at the sheet first.
 *
 * @param verdict refusals where it cannot be closed by this person, a warning where it is left out
 *     unless asked for
 * @param count its results by letters and marks; rows without a result are not in it
 */
public record ClosingTogether(Verdict verdict, GradeCount count) {

  /**
   * Who closes.
   *
   * @param login of the account
   * @param teacher key of the teacher behind it; null for none
   */
  public record Closer(String login, Long teacher) {}

  /**
   * How a sheet becomes results.
   *
   * @param policy of the day of its results
   * @param scale of that day
   * @param rules it was formed under
   * @param term in which the control is: the risk system does not count the summer (CTL-18)
   */
  public record Rules(
      ControlForm form, FinalGradePolicy policy, GradeScale scale, RuleSet rules, TermType term) {}

  /**
   * What is in it.
   *
   * @param typists everybody who ever typed in it
   * @param undecided acts about the exam nobody has decided yet
   * @param unfit results that do not go with what was seen in the room
   * @param attempts what AK-9 says of final attestation; allowed where it is of none
   */
  public record Typed(
      List<RowScores> rows, Set<String> typists, int undecided, int unfit, Verdict attempts) {

    public Typed {
      rows = List.copyOf(rows);
    }
  }

  /** Judges a sheet. */
  public static ClosingTogether of(Sheet sheet, Rules by, Typed typed, Closer closer) {
    List<RowScores> rows = typed.rows();
    GradeCount count =
        GradeCount.of(
            rows.stream()
                .flatMap(row -> by.policy().outcome(by.form(), row, sheet.fxRetakes()).stream())
                .map(FinalOutcome::grade)
                .toList(),
            by.scale(),
            by.rules());
    Verdict verdict =
        SeparationOfDuty.decidesOnOwnSheet(closer.teacher(), sheet.appointed())
            .and(SheetComplete.byAnother(closer.login(), sheet.getSubmittedBy(), typed.typists()))
            .and(SheetComplete.judge(by.policy(), by.form(), rows))
            .and(
                FinalByProtocol.judge(
                    sheet.getKind(), sheet.getProtocolNo(), sheet.getProtocolDate()))
            .and(typed.attempts());
    return new ClosingTogether(
        verdict
            .and(excellent(count, by.term()))
            .and(decided(typed.undecided()))
            .and(seen(typed.unfit())),
        count);
  }

  private static Verdict excellent(GradeCount count, TermType term) {
    return !term.isSummer() && count.tooManyExcellent()
        ? Verdict.warning(
            Refusal.of(
                "attestation.together.excellent",
                "CTL-18",
                count.excellentRate().orElseThrow().toPlainString()))
        : Verdict.allowed();
  }

  private static Verdict decided(int acts) {
    return acts == 0
        ? Verdict.allowed()
        : Verdict.warning(Refusal.of("attestation.together.acts", "EXR-8", acts));
  }

  private static Verdict seen(int unfit) {
    return unfit == 0
        ? Verdict.allowed()
        : Verdict.warning(Refusal.of("attestation.together.unfit", "EXR-9", unfit));
  }

  /** Nothing stands against it, and nobody need look at it. */
  public boolean isReady() {
    return verdict.isAllowed() && verdict.warnings().isEmpty();
  }

  /** It can be closed, but is left out unless asked for. */
  public boolean isLeftOut() {
    return verdict.isAllowed() && !verdict.warnings().isEmpty();
  }

  /** Why it is not closed, or is left out. */
  public List<Refusal> reasons() {
    return verdict.isAllowed() ? verdict.warnings() : verdict.refusals();
  }
}
