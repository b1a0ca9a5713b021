package kz.miras.registrar.achievement.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.AcademicDifference;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.CourseTime;
import kz.miras.registrar.achievement.Debt;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Obligation;
import kz.miras.registrar.achievement.PlannedObligations;
import kz.miras.registrar.achievement.service.DebtQueries.Basis;
import kz.miras.registrar.achievement.service.DebtQueries.DebtLine;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.PastStanding;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatusChange;

/**
 * DEB-1, DEB-3. The curriculum of a day with what is listed beside it, and how far the student is
 * in it.
 *
 * @param curriculum null, as the course is, where the student is not in the contingent
 * @param items of the curriculum
 * @param years the programme lasts
 * @param differences that stand on the day
 */
record DebtPlan(
    Curriculum curriculum,
    List<CurriculumItem> items,
    int years,
    CourseTime course,
    List<AcademicDifference> differences) {
  /**
   * The plan of a day.
   *
   * @param changes all steps until the day
   */
  static DebtPlan of(
      Student student,
      List<StudentStatusChange> changes,
      List<Term> terms,
      LocalDate day,
      DebtReader.Around around) {
    // orders applied since tell how it was: today's course is none of a past day
    PastStanding then =
        PastStanding.on(day, student.standing(), around.changes())
            .filter(standing -> standing.status().isInContingent())
            .orElse(null);
    if (then == null) {
      return new DebtPlan(null, List.of(), 1, null, List.of());
    }
    return new DebtPlan(
        then.curriculum(),
        around.items().apply(then.curriculum().getId()),
        then.curriculum().getProgramme().getYears(),
        CourseTime.on(day, then.course(), changes, terms),
        around.differences().get());
  }

  /**
   * A debt for people.
   *
   * @param entries of the history, by position
   */
  DebtLine line(Debt debt, Map<Long, LedgerEntry> entries) {
    String code = debt.discipline().substring(debt.discipline().indexOf(':') + 1);
    LocalizedText name = null;
    String sign = null;
    Basis basis;
    if (debt.counted().isPresent()) {
      LedgerEntry entry = entries.get(debt.result().position());
      code = entry.discipline().code();
      name = entry.discipline().name();
      sign = debt.result().grade().sign();
      basis = Basis.of(entry);
    } else {
      if (!debt.discipline().startsWith(PlannedObligations.BLOCK)) {
        Discipline discipline = discipline(debt);
        code = discipline.getCode();
        name = discipline.getName();
      }
      basis = basis(debt);
    }
    return new DebtLine(
        code,
        name,
        debt.credits().value(),
        debt.since(),
        debt.cause(),
        debt.until(),
        sign,
        debt.discipline(),
        basis);
  }

  List<Obligation> obligations(CountedResults counted, List<Term> terms) {
    List<Obligation> obligations = new ArrayList<>();
    if (course == null) {
      return obligations;
    }
    differences.forEach(
        one ->
            obligations.add(one.obligation(PlannedObligations.termOf(one.getListedOn(), terms))));
    Set<String> listed =
        obligations.stream().map(Obligation::discipline).collect(Collectors.toSet());
    obligations.addAll(PlannedObligations.of(items, years, counted, listed, course));
    return obligations;
  }

  int attestation() {
    return items.stream()
        .filter(item -> item.getCycle() == Cycle.FINAL_ATTESTATION)
        .mapToInt(item -> item.getDiscipline().getCredits())
        .sum();
  }

  /** What makes an obligation that has no result: a listed difference rather than the plan. */
  private Basis basis(Debt debt) {
    return listed(debt)
        .map(Basis::of)
        .orElseGet(() -> Basis.of(item(debt.discipline()), curriculum));
  }

  /** The discipline of an obligation that has no result. */
  private Discipline discipline(Debt debt) {
    return listed(debt)
        .map(AcademicDifference::getDiscipline)
        .orElseGet(() -> item(debt.discipline()).getDiscipline());
  }

  private Optional<AcademicDifference> listed(Debt debt) {
    return differences.stream()
        .filter(one -> debt.discipline().equals("id:" + one.getDiscipline().getId()))
        .findFirst();
  }

  private CurriculumItem item(String key) {
    return items.stream()
        .filter(
            one ->
                key.equals("id:" + one.getDiscipline().getId())
                    || key.equals(PlannedObligations.BLOCK + one.getChoiceBlock()))
        .findFirst()
        .orElseThrow();
  }
}
