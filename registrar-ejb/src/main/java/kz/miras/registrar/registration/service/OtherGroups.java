package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.service.SeatDecision.Choice;
import kz.miras.registrar.registration.service.SeatDecision.Given;

/**
 * REG-33. Where else somebody waits who has named no group, or no stream: in the queue of every
 * other open section of the kind. Subgroups are never named, so of those any will do for everybody.
 * What meets lessons of the student is remembered, and rests until it does not.
 */
final class OtherGroups {

  private OtherGroups() {}

  /**
   * The places of somebody who waits, with those in the other queues.
   *
   * @param meets whether lessons of a section meet others of the student
   * @param planned the sections the plan is made with
   * @param kept sections whose seat the enrolment that is replaced holds: it passes on. Nobody
   *     waits for the own group, but a stream that is held will do where the plan is made with
   *     another
   */
  static Given beside(
      Given given, Predicate<Section> meets, Choice planned, Set<Long> kept, SeatTurn.Seats seats) {
    Wish wish = planned.wish();
    Map<Long, SectionKind> anyOf = new HashMap<>();
    List<WaitingRows.Queued> others = new ArrayList<>();
    for (Section mine : planned.sections()) {
      if (wish.named().contains(mine.getId()) || kept.contains(mine.getId())) {
        continue;
      }
      anyOf.put(mine.getId(), mine.getKind());
      for (Section other : wish.sections()) {
        if (other.getKind() == mine.getKind()
            && other.getStatus() == SectionStatus.OPEN
            && !other.getId().equals(mine.getId())
            && (mine.getKind() != SectionKind.GROUP || !kept.contains(other.getId()))
            && seats.has(other.getId())) {
          anyOf.put(other.getId(), other.getKind());
          String pool = given.own().getOrDefault(other.getId(), List.of(SeatBook.ALL)).get(0);
          others.add(
              new WaitingRows.Queued(
                  new SeatBook.Key(other.getId(), pool), true, true, meets.test(other)));
        }
      }
    }
    return new Given(given.held(), given.waiting(), given.kept(), given.own(), anyOf, others);
  }

  /** Whether lessons of a section meet others of the student. */
  static boolean meets(TermPicture picture, Wish wish, Section other) {
    return !picture.apart(wish, List.of(other)).isAllowed();
  }

  /**
   * How many groups would do now beside this one; of streams and subgroups nobody has been asked.
   */
  static int count(Given given, Section planned) {
    return planned.getKind() != SectionKind.GROUP
        ? 0
        : (int)
            given.others().stream()
                .filter(one -> !one.resting())
                .filter(one -> given.anyOf().get(one.key().section()) == SectionKind.GROUP)
                .count();
  }
}
