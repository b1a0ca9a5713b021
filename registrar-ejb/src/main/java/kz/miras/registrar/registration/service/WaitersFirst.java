package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.service.SeatDecision.Choice;

/**
 * REG-33. Nobody who comes now passes somebody who waits. Whoever frees a seat gives it on at once,
 * so a seat that is free is nobody's who waits, but for those whose lessons kept them from it: they
 * are looked at once more before the seat goes to another.
 */
@ApplicationScoped
class WaitersFirst {

  @Inject private SeatClerk clerk;
  @Inject private WaitingRows waiting;
  @Inject private EnrolmentRows rows;

  /**
   * Serves who waits for the seats that are about to be taken.
   *
   * @param hints how long the queues were: nobody waits for an offering that has none
   * @param own pools of the newcomer by section
   */
  void serve(SeatWork work, List<Choice> choices, SeatHints hints, Map<Long, List<String>> own) {
    Set<Long> offerings = new TreeSet<>();
    for (Choice choice : choices) {
      Wish wish = choice.wish();
      if (choice.verdict().isAllowed()
          && !choice.sections().isEmpty()
          && wish.sections().stream().anyMatch(s -> hints.isWaitedFor(s.getId()))
          && isDue(work, wish, hints, own)) {
        offerings.add(wish.offering().getId());
      }
    }
    if (offerings.isEmpty()) {
      return;
    }
    // what waits for the place the newcomer gives up ends by it: that place is had once
    work.aside(
        choices.stream()
            .map(choice -> choice.wish().replaces())
            .filter(Objects::nonNull)
            .flatMap(old -> rows.insteadOf(old).stream())
            .toList());
    offerings.forEach(offering -> clerk.fill(work, offering));
    work.aside(List.of());
  }

  /**
   * Whether somebody who waits may be due one of the seats the newcomer could get, be it in another
   * section than was chosen: that one may be full by now.
   */
  private boolean isDue(SeatWork work, Wish wish, SeatHints hints, Map<Long, List<String>> own) {
    List<Section> free =
        wish.sections().stream()
            .filter(section -> section.getStatus() == SectionStatus.OPEN)
            .filter(section -> wish.lets(section))
            .filter(section -> free(work, section.getId(), hints, own))
            .toList();
    return free.stream()
            .filter(section -> section.getKind() == SectionKind.GROUP)
            .anyMatch(section -> waits(work, section.getId(), hints))
        || !waiting.rested(free.stream().map(Section::getId).toList()).isEmpty();
  }

  /** Sections that are not locked are those the newcomer surely does not need. */
  private static boolean free(
      SeatWork work, long section, SeatHints hints, Map<Long, List<String>> own) {
    return work.book.holds(section)
        ? work.book.free(section, own.getOrDefault(section, List.of(SeatBook.ALL))) != null
        : hints.free(section, own) > 0;
  }

  private static boolean waits(SeatWork work, long section, SeatHints hints) {
    return work.book.holds(section)
        ? work.book.row(section, SeatBook.ALL).waiting > 0
        : hints.waiting(section) > 0;
  }
}
