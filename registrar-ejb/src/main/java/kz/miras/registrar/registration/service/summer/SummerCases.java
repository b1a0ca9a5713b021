package kz.miras.registrar.registration.service.summer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.service.TermRules;
import kz.miras.registrar.registration.summer.SummerApplication;
import kz.miras.registrar.registration.summer.SummerPlanSound;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** SUM-13. Applications with whose they are and what the rules ask of them, read in one go. */
final class SummerCases {

  private final TermRules rules;
  private final Map<Long, Student> students = new HashMap<>();
  private final Map<Level, Function<Term, RuleSet>> byLevel = new HashMap<>();

  SummerCases(Collection<SummerApplication> applications, Students all, TermRules rules) {
    this.rules = rules;
    all.byIds(applications.stream().map(SummerApplication::getStudentId).distinct().toList())
        .forEach(student -> students.put(student.getId(), student));
  }

  Collection<Student> students() {
    return students.values();
  }

  Student student(SummerApplication application) {
    return students.get(application.getStudentId());
  }

  /** Whether adviser or dean have to agree before this application goes on. */
  boolean asksAgreement(SummerApplication application) {
    return byLevel
        .computeIfAbsent(student(application).getProgramme().getLevel(), rules::of)
        .apply(application.getDiscipline().getPlan().getTerm())
        .flag(RuleParameter.SUMMER_AGREED);
  }

  /** What an application still waits for. */
  Verdict ready(SummerApplication application) {
    return SummerPlanSound.ready(
        application.isChecked(), application.isAgreed(), asksAgreement(application));
  }

  /** Those of them that have passed their steps. */
  List<SummerApplication> ready(List<SummerApplication> applications) {
    return applications.stream().filter(one -> ready(one).isAllowed()).toList();
  }

  /** Those of them that have not, with what they wait for. */
  List<SummerDesk.Left> waiting(List<SummerApplication> applications) {
    return applications.stream()
        .filter(one -> !ready(one).isAllowed())
        .map(one -> left(one, ready(one)))
        .toList();
  }

  SummerDesk.Left left(SummerApplication one, Verdict why) {
    return new SummerDesk.Left(student(one).getStudentNo(), student(one).fullName(), why);
  }
}
