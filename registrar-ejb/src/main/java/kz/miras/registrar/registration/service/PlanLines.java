package kz.miras.registrar.registration.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.registration.service.PlanWishes.Wishes;
import kz.miras.registrar.shared.service.Json;

/** What choosing and submitting make of the lines of a plan. */
@ApplicationScoped
class PlanLines {

  /** The plan with these wishes chosen in a term; what was chosen there before and is not, goes. */
  StudyPlan choose(StudyPlan before, Term term, Wishes wanted) {
    Set<Long> disciplines = new HashSet<>();
    wanted.wishes().forEach(wish -> disciplines.add(wish.discipline()));
    List<Long> gone =
        before.lines().stream()
            .filter(line -> line.term() == term.getId())
            .filter(line -> line.status() == PlanLineStatus.CHOSEN)
            .filter(line -> !disciplines.contains(line.discipline()))
            .map(StudyPlanLine::id)
            .toList();
    StudyPlan plan = before.become(PlanLineStatus.REMOVED, gone);
    for (Wish wish : wanted.wishes()) {
      plan = plan.choose(chosen(term, wish));
    }
    return plan;
  }

  /** A wish as it is kept as a draft. */
  static StudyPlanLine chosen(Term term, Wish wish) {
    return StudyPlanLine.chosen(
            term.getId(),
            wish.discipline(),
            wish.type(),
            wish.language(),
            wish.isOnlyChosen() ? null : wish.offering().getId(),
            wish.group(),
            wish.stream())
        .insteadOf(wish.leaving());
  }

  /** The plan after a submission: accepted lines lie with the adviser now. */
  StudyPlan submit(StudyPlan before, Term term, Wishes wanted, List<Outcome> outcomes) {
    if (outcomes.stream().noneMatch(outcome -> outcome.verdict().isAllowed())) {
      return before;
    }
    StudyPlan plan = before.submission();
    for (Outcome outcome : outcomes) {
      if (outcome.verdict().isAllowed()) {
        plan = accepted(plan, term, outcome);
      }
    }
    return plan;
  }

  private static StudyPlan accepted(StudyPlan plan, Term term, Outcome outcome) {
    Wish wish = outcome.wish();
    StudyPlan changed = replaced(plan, term, outcome);
    Long offering = wish.isOnlyChosen() ? null : wish.offering().getId();
    Long group = place(outcome, SectionKind.GROUP, wish.group());
    Long stream = place(outcome, SectionKind.LECTURE, wish.stream());
    Optional<StudyPlanLine> there = changed.line(term.getId(), wish.discipline());
    StudyPlanLine line =
        there.orElseGet(
            () ->
                StudyPlanLine.chosen(
                    term.getId(),
                    wish.discipline(),
                    wish.type(),
                    wish.language(),
                    null,
                    null,
                    null));
    StudyPlanLine taken =
        line.as(wish.type(), wish.language())
            .seated(offering, group, stream, outcome.enrolment())
            .insteadOf(wish.leaving());
    PlanLineStatus next =
        line.isApproved() && line.standsAs(taken) ? line.status() : PlanLineStatus.SUBMITTED;
    // waiting for another group of the same discipline leaves the line where it has its seat
    boolean stays =
        wish.replaces() != null && wish.replaces().equals(line.enrolment()) && outcome.keepsOld();
    StudyPlanLine now = stays ? line : taken.become(next, changed.revision());
    return there.isPresent() ? changed.with(Set.of(line.id()), old -> now) : changed.add(now);
  }

  /**
   * The section of a kind a line names. What is not paid holds no seat yet: any will do then,
   * unless one was chosen.
   *
   * @param wanted the one that was named; null for any
   */
  private static Long place(Outcome outcome, SectionKind kind, Long wanted) {
    return outcome.sections().stream()
        .filter(s -> outcome.status() != EnrolmentStatus.REQUESTED)
        .filter(s -> s.getKind() == kind)
        .map(Section::getId)
        .findFirst()
        .orElse(wanted);
  }

  /**
   * A line that gives its seat up for another leaves the plan with it; one that has none leaves for
   * a choice like itself, or for a seat.
   */
  private static StudyPlan replaced(StudyPlan plan, Term term, Outcome outcome) {
    Wish wish = outcome.wish();
    if (wish.leaving() == null) {
      return plan;
    }
    return plan.line(term.getId(), wish.leaving())
        .filter(
            old ->
                old.enrolment() == null
                    ? old.counts() && (wish.isOnlyChosen() || outcome.isSeated())
                    : old.enrolment().equals(wish.replaces()) && !outcome.keepsOld())
        .map(old -> plan.become(PlanLineStatus.REMOVED, Set.of(old.id())))
        .orElse(plan);
  }

  /** The lines as the history of the plan keeps them. */
  String content(StudyPlan plan) {
    return Json.write(
        plan.lines().stream()
            .filter(line -> line.status() != PlanLineStatus.REMOVED)
            .map(
                line ->
                    new Kept(
                        line.term(),
                        line.discipline(),
                        line.type().name(),
                        line.language().tag(),
                        line.offering(),
                        line.section(),
                        line.stream(),
                        line.status().name(),
                        line.insteadOf()))
            .toList());
  }

  /**
   * A line in the history of a plan.
   *
   * @param stream null for any, and in a history that is older than the choice of streams
   * @param insteadOf the discipline it is to take the place of; null for none
   */
  record Kept(
      long term,
      long discipline,
      String type,
      String language,
      Long offering,
      Long section,
      Long stream,
      String status,
      @JsonInclude(JsonInclude.Include.NON_NULL) Long insteadOf) {}
}
