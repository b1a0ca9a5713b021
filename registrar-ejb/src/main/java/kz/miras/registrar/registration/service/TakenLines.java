package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.TakenLine;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;

/** What a student has in a term already, as the rules look at it. */
final class TakenLines {

  private TakenLines() {}

  /**
   * Enrolments and places in queues, then what is submitted without either.
   *
   * @param lessons by key of section
   * @param beside what else the plan has; what is chosen there and has an enrolment goes
   */
  static List<TakenLine> of(
      List<Offerings.Planned> plan,
      List<EnrolmentRows.Place> places,
      Map<Long, List<LessonTime>> lessons,
      Map<Long, Prescribed> prescribed,
      PlanSources.Beside beside) {
    Map<Long, List<LessonTime>> times = new HashMap<>();
    for (EnrolmentRows.Place place : places) {
      // of the groups any of which will do the plan is made with one
      if (!place.instead()) {
        times
            .computeIfAbsent(place.enrolment(), key -> new ArrayList<>())
            .addAll(lessons.getOrDefault(place.section(), List.of()));
      }
    }
    Map<Long, String> codes = new HashMap<>();
    plan.forEach(one -> codes.put(one.enrolment().getId(), one.discipline().getCode()));
    List<TakenLine> taken = new ArrayList<>();
    for (Offerings.Planned one : plan) {
      Enrolment enrolment = one.enrolment();
      Prescribed due = prescribed.get(one.discipline().getId());
      taken.add(
          new TakenLine(
              one.discipline().getCode(),
              one.discipline().getCredits(),
              enrolment.getType(),
              !enrolment.getStatus().holdsSeats(),
              enrolment.getReplacesId() == null
                  ? beside.instead().get(enrolment.getId())
                  : codes.get(enrolment.getReplacesId()),
              due == null ? null : due.block(),
              times.getOrDefault(enrolment.getId(), List.of())));
      beside.chosen().remove(one.discipline().getId());
    }
    beside
        .chosen()
        .forEach(
            (id, line) ->
                taken.add(
                    prescribed.containsKey(id) ? line.from(prescribed.get(id).block()) : line));
    return taken;
  }

  /** The code of what a wish is to take the place of; null for nothing, or what is not there. */
  static Function<Wish, String> replaced(List<Offerings.Planned> plan, PlanSources.Beside beside) {
    Map<Long, String> codes = new HashMap<>();
    plan.forEach(one -> codes.put(one.enrolment().getId(), one.discipline().getCode()));
    return wish -> {
      if (wish.replaces() != null) {
        return codes.get(wish.replaces());
      }
      TakenLine unseated = wish.leaving() == null ? null : beside.chosen().get(wish.leaving());
      return unseated == null ? null : unseated.discipline();
    };
  }
}
