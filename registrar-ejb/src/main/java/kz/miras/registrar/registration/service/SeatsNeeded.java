package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kz.miras.registrar.registration.service.SeatDecision.Choice;

/** Which sections a request has to hold while it is decided, all of them locked at once. */
@ApplicationScoped
class SeatsNeeded {

  @Inject private EnrolmentRows rows;

  /**
   * The sections a swap gives back to, where others may move up: locked with those it takes from,
   * in one order, so that two who swap crosswise do not wait for each other.
   */
  private List<Long> replaced(Wish wish) {
    return wish.replaces() == null
        ? List.of()
        : rows.read(wish.replaces()).map(old -> rows.sections(old.offering())).orElseGet(List::of);
  }

  /**
   * Pools of the seats that pass on to a wish from the enrolment it replaces, by section: those of
   * its own sections, while that enrolment holds them.
   */
  Map<Long, String> kept(Wish wish) {
    if (wish.isOnlyChosen() || !isHeld(wish.replaces())) {
      return Map.of();
    }
    Set<Long> own = new HashSet<>();
    wish.sections().forEach(section -> own.add(section.getId()));
    Map<Long, String> kept = new HashMap<>();
    for (EnrolmentRows.Place place : rows.places(List.of(wish.replaces()))) {
      if (!place.waiting() && own.contains(place.section())) {
        kept.put(place.section(), place.pool());
      }
    }
    return kept;
  }

  private boolean isHeld(Long enrolment) {
    return enrolment != null
        && rows.read(enrolment).filter(old -> old.status().holdsSeats()).isPresent();
  }

  /**
   * The sections whose seats are decided about, or whose log is written.
   *
   * @param waits whether it may come to a place in queues: in those of all that will do, then, and
   *     all are locked at once, in order
   */
  Set<Long> of(List<Choice> choices, Predicate<Choice> waits) {
    Set<Long> sections = new LinkedHashSet<>();
    for (Choice choice : choices) {
      if (choice.verdict().isAllowed()) {
        sections.addAll(choice.ids());
        if (waits.test(choice)) {
          choice.wish().sections().forEach(section -> sections.add(section.getId()));
        }
      } else if (!choice.sections().isEmpty()) {
        sections.add(SeatDecision.logged(choice).getId());
      }
    }
    choices.stream()
        .filter(choice -> choice.verdict().isAllowed())
        .forEach(choice -> sections.addAll(replaced(choice.wish())));
    return sections;
  }
}
