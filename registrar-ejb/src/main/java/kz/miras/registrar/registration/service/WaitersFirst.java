package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
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
    TreeSet<Long> wanted = new TreeSet<>();
    List<Choice> seated =
        choices.stream()
            .filter(one -> one.verdict().isAllowed() && !one.sections().isEmpty())
            .filter(one -> !isOwn(one.wish()))
            .filter(
                one -> one.wish().sections().stream().anyMatch(s -> hints.waiting(s.getId()) > 0))
            .filter(one -> one.ids().stream().allMatch(s -> free(work, s, own)))
            .toList();
    seated.forEach(one -> wanted.addAll(one.ids()));
    TreeSet<Long> offerings = new TreeSet<>();
    if (!wanted.isEmpty()) {
      TreeSet<Long> rested = new TreeSet<>(waiting.rested(wanted));
      for (Choice one : seated) {
        for (Section section : one.sections()) {
          boolean queue =
              section.getKind() == SectionKind.GROUP
                  && work.book.row(section.getId(), SeatBook.ALL).waiting > 0;
          if (queue || rested.contains(section.getId())) {
            offerings.add(one.wish().offering().getId());
          }
        }
      }
    }
    offerings.forEach(offering -> clerk.fill(work, offering));
  }

  /** Who swaps inside an offering may wait in it: nobody is seated there twice. */
  private boolean isOwn(Wish wish) {
    return wish.replaces() != null
        && rows.read(wish.replaces())
            .filter(old -> old.offering() == wish.offering().getId())
            .isPresent();
  }

  private static boolean free(SeatWork work, long section, Map<Long, List<String>> own) {
    return work.book.free(section, own.getOrDefault(section, List.of(SeatBook.ALL))) != null;
  }
}
