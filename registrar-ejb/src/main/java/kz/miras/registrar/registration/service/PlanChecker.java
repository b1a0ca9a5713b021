package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.registration.rule.PlanVerdict;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;

/** Asks all rules about a plan as it lies with the adviser or the office, term by term. */
@ApplicationScoped
class PlanChecker {

  private static final Set<PlanLineStatus> UNDECIDED =
      EnumSet.of(PlanLineStatus.SUBMITTED, PlanLineStatus.APPROVED, PlanLineStatus.RETURNED);

  @Inject private PlanWishes wishes;
  @Inject private EnrolmentRows rows;
  @Inject private TermPictures pictures;
  @Inject private Calendars calendars;

  /**
   * What the rules say of a plan.
   *
   * @param whole by key of term
   * @param lines by key of line
   */
  record Checked(Map<Long, Verdict> whole, Map<Long, Verdict> lines) {

    /** Everything in one verdict. */
    Verdict together() {
      Verdict all = Verdict.allowed();
      for (Verdict one : whole.values()) {
        all = all.and(one);
      }
      for (Verdict one : lines.values()) {
        all = all.and(one);
      }
      return all;
    }
  }

  Checked check(Student student, StudyPlan plan) {
    Map<Long, Verdict> whole = new HashMap<>();
    Map<Long, Verdict> verdicts = new HashMap<>();
    Set<Long> terms = new HashSet<>();
    // a term everything of which is decided is no question any more
    plan.lines().stream()
        .filter(line -> UNDECIDED.contains(line.status()))
        .forEach(line -> terms.add(line.term()));
    for (long key : terms) {
      Term term = calendars.term(key).orElseThrow();
      List<StudyPlanLine> lines =
          plan.lines().stream()
              .filter(line -> line.term() == key && line.status() != PlanLineStatus.REMOVED)
              .toList();
      PlanVerdict verdict = judge(student, term, lines);
      whole.put(key, verdict.whole());
      for (int i = 0; i < lines.size(); i++) {
        verdicts.put(lines.get(i).id(), verdict.lines().get(i).verdict());
      }
    }
    return new Checked(whole, verdicts);
  }

  private PlanVerdict judge(Student student, Term term, List<StudyPlanLine> lines) {
    List<Wish> wanted = wishes.wishes(lines);
    Map<Long, Discipline> disciplines = wishes.disciplines(wanted);
    List<Long> enrolments =
        lines.stream().map(StudyPlanLine::enrolment).filter(id -> id != null).toList();
    Map<Long, Set<Long>> held = new HashMap<>();
    rows.places(enrolments)
        .forEach(
            place ->
                held.computeIfAbsent(place.enrolment(), key -> new HashSet<>())
                    .add(place.section()));
    Set<Long> sections = new HashSet<>();
    held.values().forEach(sections::addAll);
    // the rules of the moment of registering, its window and holds, are no matter of approval
    TermPicture picture =
        pictures.of(student, term, disciplines.values(), sections, true, Set.of()).afresh();
    List<List<Section>> places = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Set<Long> own =
          lines.get(i).enrolment() == null
              ? Set.of()
              : held.getOrDefault(lines.get(i).enrolment(), Set.of());
      places.add(wanted.get(i).sections().stream().filter(s -> own.contains(s.getId())).toList());
    }
    return picture.whole(wanted, places, true);
  }
}
