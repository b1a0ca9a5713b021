package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.service.SectionMoves.Member;
import kz.miras.registrar.student.service.Students;

/**
 * REG-4, REG-33. The queue of a group that is closed or merged: whoever waits there waits for
 * another group of the offering from now on, with the time and the class of the place.
 */
@ApplicationScoped
class QueueMoves {

  @Inject private SectionMoves moves;
  @Inject private SeatPools pools;
  @Inject private EnrolmentRows rows;
  @Inject private Students students;
  @Inject private Notices notices;

  /**
   * Moves everybody who waits; the caller holds the seats of the offering, and the section is not
   * open any more.
   *
   * @param waiting in the order of the queue
   * @param others open sections of the same kind
   * @return those who can wait for none of them
   */
  List<Member> carry(SeatWork work, Section from, List<Member> waiting, List<Section> others) {
    List<Section> locked = others.stream().filter(one -> work.book.holds(one.getId())).toList();
    List<Member> nowhere = new ArrayList<>();
    for (Member member : waiting) {
      Set<Long> seated = seated(member);
      List<Section> possible =
          locked.stream().filter(one -> !seated.contains(one.getId())).toList();
      moves.queues(member, from.getOffering(), possible).stream()
          .min(Comparator.comparingInt(one -> length(work, one)))
          .ifPresentOrElse(to -> requeue(work, from, member, to), () -> nowhere.add(member));
    }
    return nowhere;
  }

  /** Sections where somebody who waits to swap sits meanwhile: nobody waits for the own seat. */
  private Set<Long> seated(Member member) {
    return rows
        .read(member.enrolment())
        .map(EnrolmentRows.Stored::replaces)
        .map(old -> rows.places(List.of(old)))
        .orElse(List.of())
        .stream()
        .map(EnrolmentRows.Place::section)
        .collect(Collectors.toSet());
  }

  /** How many come before, less the seats that are free. */
  private static int length(SeatWork work, Section section) {
    LogEntry.Seats seats = work.book.seats(section.getId());
    return seats.waiting() - (seats.capacity() - seats.taken());
  }

  private void requeue(SeatWork work, Section from, Member member, Section to) {
    EnrolmentRows.Waits waits = rows.waits(member.enrolment(), from.getId());
    SeatBook.Asking asking =
        work.asking.of(member.student(), member.enrolment()).since(waits.since());
    Map<Long, List<String>> own =
        pools.of(students.byId(member.student()).orElseThrow(), List.of(to.getId()));
    List<String> mine = own.getOrDefault(to.getId(), List.of(SeatBook.ALL));
    SeatBook.Key place = new SeatBook.Key(to.getId(), mine.get(0));
    work.book.queue(from.getId(), member.pool(), -1);
    work.book.log(from.getId(), LogAct.LEFT_QUEUE, member.pool(), asking, null);
    work.book.enqueue(
        place,
        LogAct.REQUEUED,
        asking,
        new LogEntry.Place(waits.rank(), waits.since(), mine),
        null);
    rows.moveWaiting(member.enrolment(), from.getId(), place);
    rows.moveLine(member.enrolment(), to.getId());
    notices.tellStudent(
        member.student(),
        "registration.notice.queue-moved",
        PlanQueries.OWN_PAGE,
        from.getOffering().getCode(),
        from.getCode(),
        to.getCode());
  }
}
