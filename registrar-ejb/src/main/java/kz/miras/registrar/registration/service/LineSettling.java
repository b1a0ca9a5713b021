package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.registration.rule.Settlement;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Advisers;
import kz.miras.registrar.student.service.Students;

/**
 * REG-2. Settles the lines of plans that have no seat when a mark they stand on arrives, is
 * corrected or annulled, or the discipline that was to be marked is left: as enrolments are, except
 * that whatever is to be decided lies with the adviser and the office as the line does.
 */
@ApplicationScoped
class LineSettling {

  private static final String RULE = "REG-2";

  @Inject private ProvisionalLines lines;
  @Inject private PlanStore plans;
  @Inject private PlanHistory history;
  @Inject private PlanWishes wishes;
  @Inject private PlanSources sources;
  @Inject private Settling settling;
  @Inject private Seats seats;
  @Inject private Students students;
  @Inject private Calendars calendars;
  @Inject private Notices notices;
  @Inject private Advisers advisers;
  @Inject private UniversityTime time;

  /** A line with what it is about. */
  private record Matter(StudyPlan plan, StudyPlanLine line, Student student, String discipline) {}

  /** Notes which of the disciplines that were submitted without a seat stand on a mark to come. */
  void accepted(StudyPlan plan, TermPicture picture, Collection<Outcome> outcomes) {
    confirmed(
        plan,
        picture,
        outcomes.stream()
            .filter(outcome -> outcome.verdict().isAllowed())
            .map(Outcome::wish)
            .toList());
  }

  /** The same of those the office has put into the plan. */
  void confirmed(StudyPlan plan, TermPicture picture, List<Wish> wishes) {
    Map<Long, Boolean> open = new HashMap<>();
    wishes.stream()
        .filter(Wish::isOnlyChosen)
        .forEach(
            wish ->
                open.put(wish.discipline(), picture.prerequisites(wish, Set.of()).provisional()));
    lines.note(plan.id(), picture.term().getId(), open);
  }

  /** The same of a line that was submitted again. */
  void again(StudyPlan plan, long key, Verdict verdict) {
    boolean open =
        verdict.provisional()
            && verdict.warnings().stream().anyMatch(one -> RULE.equals(one.rule()));
    plan.lines().stream()
        .filter(line -> line.id() == key && line.enrolment() == null)
        .forEach(line -> lines.note(plan.id(), line.term(), Map.of(line.discipline(), open)));
  }

  /** Looks at one line. */
  void settle(long key) {
    ProvisionalLines.Owner owner = lines.owner(key).orElse(null);
    if (owner == null) {
      return;
    }
    seats.takeTurn(List.of(owner.student()));
    lines.begin(key);
    ProvisionalLines.Owner now = lines.owner(key).orElse(owner);
    StudyPlan plan = plans.byId(owner.plan()).orElseThrow();
    StudyPlanLine line =
        plan.lines().stream()
            .filter(one -> one.id() == key && one.counts() && one.enrolment() == null)
            .findFirst()
            .orElse(null);
    if (line == null || plan.status() == PlanStatus.CLOSED) {
      return;
    }
    Term term = calendars.term(line.term()).orElseThrow();
    if (term.getEndsOn().isBefore(time.today())) {
      return;
    }
    Student student = students.byId(owner.student()).orElseThrow();
    Settling.Asked asked = settling.asked(student, term, wishes.wishes(List.of(line)).get(0));
    Verdict verdict = asked.picture().prerequisites(asked.wish(), asked.marked());
    settle(
        new Matter(plan, line, student, sources.code(line.discipline())),
        verdict,
        Settlement.of(
            verdict, now.provisional(), now.toDecide(), settling.isChangeable(student, term)));
  }

  private void settle(Matter matter, Verdict verdict, Settlement outcome) {
    long key = matter.line().id();
    String needed =
        verdict.refusals().stream()
            .map(one -> String.valueOf(one.args().get(0)))
            .collect(Collectors.joining(", "));
    String remark = needed.isEmpty() ? RULE : RULE + ": " + needed;
    switch (outcome) {
      case KEPT -> {
        // whoever looks next is told by the next change
      }
      case OPEN -> {
        lines.set(key, true, false);
        tell(matter, "registration.notice.line-open", needed);
      }
      case FIRM -> {
        lines.set(key, false, false);
        history.store(matter.plan(), matter.plan(), "CHANGED", remark);
        tell(matter, "registration.notice.line-firm", needed);
      }
      case ENDS -> {
        lines.set(key, false, false);
        StudyPlan now = matter.plan().giveBack(Map.of(key, remark), null);
        history.store(matter.plan(), now, "RETURNED", remark);
        tell(matter, "registration.notice.line-failed", needed);
      }
      case TO_DECIDE -> {
        lines.set(key, true, true);
        history.store(matter.plan(), matter.plan(), "CHANGED", remark);
        tell(matter, "registration.notice.line-lost", needed);
        notices.tellHolders(
            Permissions.PLAN_CONFIRM,
            "registration.notice.line-lost-adviser",
            PlanHistory.LINK + matter.plan().link(),
            matter.student().getStudentNo(),
            matter.discipline(),
            needed);
      }
    }
  }

  private void tell(Matter matter, String code, String needed) {
    Student student = matter.student();
    notices.tellStudent(student.getId(), code, PlanQueries.OWN_PAGE, matter.discipline(), needed);
    if (student.getAdviser() != null) {
      advisers.tell(
          student.getAdviser().getId(),
          code + "-adviser",
          PlanHistory.LINK + matter.plan().link(),
          student.getStudentNo(),
          matter.discipline(),
          needed);
    }
  }
}
