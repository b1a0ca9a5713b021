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

  private static final Set<PlanLineStatus> STANDING =
      EnumSet.of(PlanLineStatus.SUBMITTED, PlanLineStatus.APPROVED, PlanLineStatus.REGISTERED);

  @Inject private Offerings offerings;
  @Inject private PlanWishes wishes;
  @Inject private EnrolmentRows rows;
  @Inject private TermPictures pictures;
  @Inject private Calendars calendars;

  /**
   * What the rules say of a plan.
   *
   * @param whole by key of term
   * @param lines by key of line
   * @param unaided of the lines that lie here, without the right of the office to approve them
   */
  record Checked(Map<Long, Verdict> whole, Map<Long, Verdict> lines, Verdict unaided) {

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
    Verdict unaided = Verdict.allowed();
    Set<Long> terms = new HashSet<>();
    // a term everything of which is decided is no question any more
    plan.lines().stream()
        .filter(line -> line.counts() && UNDECIDED.contains(line.status()))
        .forEach(line -> terms.add(line.term()));
    for (long key : terms) {
      Term term = calendars.term(key).orElseThrow();
      List<StudyPlanLine> lines =
          plan.lines().stream().filter(line -> line.term() == key && line.counts()).toList();
      // the rules of the moment of registering, its window and holds, are no matter of approval
      Judged judged = judge(student, term, lines, true);
      PlanVerdict verdict = judged.verdict();
      PlanVerdict alone = judged.picture().unaided().whole(judged.wanted(), judged.places(), true);
      whole.put(key, verdict.whole());
      for (int i = 0; i < lines.size(); i++) {
        verdicts.put(lines.get(i).id(), verdict.lines().get(i).verdict());
        if (UNDECIDED.contains(lines.get(i).status())) {
          unaided = unaided.and(alone.lines().get(i).verdict());
        }
      }
    }
    return new Checked(whole, verdicts, unaided);
  }

  /**
   * What the rules say where a line that was given back is submitted again beside all else that is
   * submitted in its term. Its window was that of the first submission; holds count again.
   *
   * @param id key of the line
   */
  Verdict again(Student student, StudyPlan plan, long id) {
    StudyPlanLine own =
        plan.lines().stream().filter(line -> line.id() == id).findFirst().orElseThrow();
    List<StudyPlanLine> lines =
        plan.lines().stream()
            .filter(line -> line.term() == own.term())
            .filter(line -> line == own || STANDING.contains(line.status()))
            .toList();
    PlanVerdict verdict =
        judge(student, calendars.term(own.term()).orElseThrow(), lines, false).verdict();
    return verdict.whole().and(verdict.lines().get(lines.indexOf(own)).verdict());
  }

  /** What was judged, and how. */
  private record Judged(
      PlanVerdict verdict, TermPicture picture, List<Wish> wanted, List<List<Section>> places) {}

  /** Judges lines as a whole plan that is approved, or as a step towards one. */
  private Judged judge(Student student, Term term, List<StudyPlanLine> lines, boolean approved) {
    List<Wish> wanted = wishes(student, term, lines);
    Map<Long, Discipline> disciplines = wishes.disciplines(wanted);
    List<Long> enrolments =
        lines.stream().map(StudyPlanLine::enrolment).filter(id -> id != null).toList();
    Map<Long, Set<Long>> held = new HashMap<>();
    rows.places(enrolments).stream()
        .filter(place -> !place.instead())
        .forEach(
            place ->
                held.computeIfAbsent(place.enrolment(), key -> new HashSet<>())
                    .add(place.section()));
    Set<Long> sections = new HashSet<>();
    held.values().forEach(sections::addAll);
    TermPicture picture =
        pictures.of(student, term, disciplines.values(), sections, true, Set.of()).afresh();
    picture = approved ? picture.settled() : picture;
    List<List<Section>> places = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Set<Long> own =
          lines.get(i).enrolment() == null
              ? Set.of()
              : held.getOrDefault(lines.get(i).enrolment(), Set.of());
      places.add(wanted.get(i).sections().stream().filter(s -> own.contains(s.getId())).toList());
    }
    return new Judged(picture.whole(wanted, places, approved), picture, wanted, places);
  }

  /**
   * The wishes behind the lines. One whose seat is to take the place of another line's is a wish
   * instead of that: it is not counted beside it, and never meets it.
   */
  private List<Wish> wishes(Student student, Term term, List<StudyPlanLine> lines) {
    Set<Long> own = new HashSet<>();
    lines.forEach(line -> own.add(line.enrolment()));
    Map<Long, Long> replaced = new HashMap<>();
    offerings.plan(student.getId(), term.getId()).stream()
        .map(Offerings.Planned::enrolment)
        .filter(one -> one.getReplacesId() != null && own.contains(one.getReplacesId()))
        .forEach(one -> replaced.put(one.getId(), one.getReplacesId()));
    List<Wish> wanted = new ArrayList<>(wishes.wishes(lines));
    for (int i = 0; i < lines.size(); i++) {
      StudyPlanLine line = lines.get(i);
      wanted.set(i, wanted.get(i).insteadOf(replaced.get(line.enrolment()), line.insteadOf()));
    }
    return wanted;
  }
}
