package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.registration.service.TermOfferings.Part;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.TermPlanner.TermPlan;
import kz.miras.registrar.registration.service.TermWeek;
import kz.miras.registrar.registration.web.WeekGrid.Kind;

/** The week of a student in a term: what is taken, what is chosen, and what may come of it. */
@RequestScoped
public class PlanWeek {

  @Inject private TermWeek service;
  @Inject private PlanChoices choices;

  private List<TermWeek.Held> held;

  /** What was read before something was changed is no more true. */
  void forget() {
    held = null;
  }

  /**
   * The week as it is and as it would be: every lesson of the term the student has a seat for,
   * prescribed or not, and those of what is chosen. Where any group will do, or the student only
   * waits, the lessons are drawn as possible ones.
   *
   * @param wishes chosen ways by discipline
   * @param line the line of the plan with a discipline, null for none
   */
  List<WeekGrid.Row> rows(
      String student,
      TermPlan plan,
      Map<String, String> wishes,
      Function<String, PlanView.Line> line,
      Predicate<String> givenUp) {
    if (held == null) {
      held = service.of(student, plan.term());
    }
    WeekGrid grid = new WeekGrid();
    held.stream()
        .filter(one -> !givenUp.test(one.discipline()))
        .forEach(
            one ->
                grid.add(
                    one.discipline(),
                    one.section(),
                    one.hour(),
                    one.waits() ? Kind.MAYBE : Kind.HELD));
    for (Candidate one : plan.candidates()) {
      String value = wishes.get(one.code());
      boolean chosen = value != null && !value.isBlank() && !givenUp.test(one.code());
      if (chosen && !choices.isSame(value, line.apply(one.code()))) {
        wanted(grid, one, value);
      }
    }
    return grid.rows();
  }

  /** Only what is certain of a chosen way is drawn as chosen. */
  private static void wanted(WeekGrid grid, Candidate candidate, String value) {
    if (OnlyChosen.is(value)) {
      return;
    }
    ChosenWay way = ChosenWay.of(value);
    for (Offered offered : candidate.offerings()) {
      if (!offered.id().equals(way.offering())) {
        continue;
      }
      for (SectionKind kind : SectionKind.values()) {
        List<Part> parts = way.parts(offered, kind);
        Kind certain = parts.size() > 1 ? Kind.MAYBE : Kind.WANTED;
        for (Part part : parts) {
          part.hours().forEach(hour -> grid.add(candidate.code(), part.code(), hour, certain));
        }
      }
    }
  }
}
