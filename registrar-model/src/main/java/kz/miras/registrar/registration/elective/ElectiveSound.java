package kz.miras.registrar.registration.elective;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** KED-1, KED-2, KED-5. What may stand in a catalogue of electives, and when it may be written. */
public final class ElectiveSound {

  private ElectiveSound() {}

  /**
   * An entry as it is wanted.
   *
   * @param discipline code of the discipline
   * @param block choice block
   * @param termNo number of the term counted from admission
   * @param additionBasis decision that allows what the curriculum does not have; null for none
   */
  public record Wanted(String discipline, String block, int termNo, String additionBasis)
      implements Serializable {}

  /**
   * Judges an entry.
   *
   * @param lines lines of the curriculum
   * @param years numbers of the terms of the catalogue's academic year
   */
  public static Verdict judge(Wanted wanted, List<PlanLine> lines, TermsOfYear years) {
    return offered(wanted, lines).and(inYear(wanted, years));
  }

  /** KED-1. An elective of the curriculum in its own block, or an addition a decision allows. */
  static Verdict offered(Wanted wanted, List<PlanLine> lines) {
    Optional<PlanLine> line =
        lines.stream().filter(one -> one.code().equals(wanted.discipline())).findFirst();
    if (line.isPresent() && !line.get().isChoice()) {
      return refused("registration.elective.compulsory", "discipline", wanted.discipline());
    }
    if (line.isPresent()) {
      return line.get().choiceBlock().equals(wanted.block())
          ? Verdict.allowed()
          : refused("registration.elective.block", "choice_block", line.get().choiceBlock());
    }
    Verdict verdict = Verdict.allowed();
    if (wanted.additionBasis() == null || wanted.additionBasis().isBlank()) {
      verdict = refused("registration.elective.addition", "addition_basis", wanted.discipline());
    }
    boolean known = lines.stream().anyMatch(one -> wanted.block().equals(one.choiceBlock()));
    return known
        ? verdict
        : verdict.and(refused("registration.elective.no-block", "choice_block", wanted.block()));
  }

  /** KED-5. It is taught in the academic year of the catalogue. */
  static Verdict inYear(Wanted wanted, TermsOfYear terms) {
    return terms.contains(wanted.termNo())
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("registration.elective.other-year", "KED-5", terms.first(), terms.last())
                .at("term_no"));
  }

  /** KED-2. Only a draft changes. */
  public static Verdict mayChange(CatalogueStatus status) {
    return status.isDraft()
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.elective.not-draft", "KED-2", status));
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "KED-1", args).at(field));
  }
}
