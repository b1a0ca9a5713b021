package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.service.SectionMoves.Member;
import kz.miras.registrar.shared.Verdict;
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
  @Inject private WaitingRows places;
  @Inject private Offerings offerings;
  @Inject private Students students;
  @Inject private Notices notices;

  /**
   * Moves everybody who waits; the caller holds the seats of the offering, and the section is not
   * open any more.
   *
   * @param queue those who wait, in order
   * @param others open sections of the same kind
   * @return those who can wait for none of them
   */
  List<Member> carry(SeatWork work, Section from, List<Member> queue, List<Section> others) {
    List<Member> nowhere = new ArrayList<>();
    for (Member member : queue) {
      WaitingRows.Waiting waiting = places.of(member.enrolment(), from.getId());
      WaitingRows.Queued place = waiting.place();
      EnrolmentRows.Waits how = waiting.how();
      if (place.instead()) {
        leave(work, from, member, asking(work, member));
        continue;
      }
      Set<Long> seated = seated(member);
      Set<Long> own = places.sections(member.enrolment());
      List<Section> possible =
          Stream.concat(others.stream(), sameKind(from, own))
              .distinct()
              .filter(one -> work.book.holds(one.getId()))
              .filter(one -> !seated.contains(one.getId()))
              .toList();
      Map<Long, Verdict> apart = moves.apart(member, from, possible);
      possible.stream()
          .filter(one -> apart.get(one.getId()).isAllowed())
          .min(Comparator.comparingInt(one -> length(work, one)))
          .ifPresentOrElse(
              to -> {
                if (own.contains(to.getId())) {
                  stay(work, from, member, to, how);
                } else {
                  requeue(work, from, member, to, waiting);
                }
                told(from, member, to);
              },
              () -> {
                if (place.any() && !possible.isEmpty()) {
                  rest(work, from, member, how, apart, possible);
                } else {
                  nowhere.add(member);
                }
              });
    }
    // whoever rests here alone has no other section of the kind to come back to
    nowhere.addAll(moves.restingOnly(from.getId()));
    places.leaveRested(from.getId());
    return nowhere;
  }

  /**
   * Who waits for any group rests where lessons keep from all that are left, with the time of the
   * place, until they do not.
   */
  private void rest(
      SeatWork work,
      Section from,
      Member member,
      EnrolmentRows.Waits how,
      Map<Long, Verdict> apart,
      List<Section> possible) {
    Set<Long> own = places.sections(member.enrolment());
    List<WaitingRows.Queued> fresh =
        possible.stream()
            .filter(one -> !own.contains(one.getId()))
            .map(one -> new SeatBook.Key(one.getId(), own(member, one).get(0)))
            .map(key -> new WaitingRows.Queued(key, true, true, true))
            .toList();
    places.add(rows.keys(fresh.size()), member.enrolment(), fresh, how);
    possible.stream()
        .filter(one -> own.contains(one.getId()))
        .map(one -> places.of(member.enrolment(), one.getId()).place())
        .filter(queued -> !queued.resting())
        .forEach(
            queued -> {
              SeatBook.Key key = queued.key();
              places.rest(member.enrolment(), key.section());
              work.book.queue(key.section(), key.pool(), -1);
              work.book.log(
                  key.section(),
                  LogAct.LEFT_QUEUE,
                  key.pool(),
                  asking(work, member),
                  SeatDecision.noted(apart.get(key.section())));
            });
    leave(work, from, member, asking(work, member));
    rows.moveLine(member.enrolment(), from.getKind(), null);
    notices.tellStudent(
        member.student(),
        "registration.notice.queue-rests",
        PlanQueries.OWN_PAGE,
        from.getOffering().getCode(),
        from.getCode());
  }

  /** Open sections of the kind that somebody waits for already. */
  private Stream<Section> sameKind(Section from, Set<Long> own) {
    return own.size() < 2
        ? Stream.of()
        : offerings.sectionsOf(from.getOffering().getId()).stream()
            .filter(one -> own.contains(one.getId()) && !one.getId().equals(from.getId()))
            .filter(one -> one.getKind() == from.getKind())
            .filter(one -> one.getStatus() == SectionStatus.OPEN);
  }

  private static SeatBook.Asking asking(SeatWork work, Member member) {
    return work.asking.of(member.student(), member.enrolment());
  }

  private void leave(SeatWork work, Section from, Member member, SeatBook.Asking asking) {
    left(work, from, member, asking);
    places.leave(member.enrolment(), from.getId());
  }

  private static void left(SeatWork work, Section from, Member member, SeatBook.Asking asking) {
    work.book.queue(from.getId(), member.pool(), -1);
    work.book.log(from.getId(), LogAct.LEFT_QUEUE, member.pool(), asking, null);
  }

  /** Who waits for any group goes on in the queue of another, where the place is already. */
  private void stay(
      SeatWork work, Section from, Member member, Section to, EnrolmentRows.Waits how) {
    WaitingRows.Queued there = places.of(member.enrolment(), to.getId()).place();
    SeatBook.Asking asking = asking(work, member).since(how.since());
    leave(work, from, member, asking);
    SeatBook.Key key = there.key();
    if (there.resting()) {
      List<String> mine = own(member, to);
      key = new SeatBook.Key(to.getId(), mine.get(0));
      work.book.enqueue(
          key,
          LogAct.REQUEUED,
          asking,
          new LogEntry.Place(how.rank(), how.since(), mine, to.getKind()),
          null);
    }
    places.plan(member.enrolment(), key);
    line(member, to);
  }

  private List<String> own(Member member, Section to) {
    return pools
        .of(students.byId(member.student()).orElseThrow(), List.of(to.getId()))
        .getOrDefault(to.getId(), List.of(SeatBook.ALL));
  }

  private void line(Member member, Section to) {
    rows.moveLine(member.enrolment(), to.getKind(), to.getId());
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

  private void requeue(
      SeatWork work, Section from, Member member, Section to, WaitingRows.Waiting waiting) {
    EnrolmentRows.Waits how = waiting.how();
    SeatBook.Asking asking = asking(work, member).since(how.since());
    List<String> mine = own(member, to);
    SeatBook.Key place = new SeatBook.Key(to.getId(), mine.get(0));
    left(work, from, member, asking);
    work.book.enqueue(
        place,
        LogAct.REQUEUED,
        asking,
        new LogEntry.Place(
            how.rank(), how.since(), mine, waiting.place().any() ? to.getKind() : null),
        null);
    places.move(member.enrolment(), from.getId(), place);
    line(member, to);
  }

  private void told(Section from, Member member, Section to) {
    notices.tellStudent(
        member.student(),
        "registration.notice.queue-moved",
        PlanQueries.OWN_PAGE,
        from.getOffering().getCode(),
        from.getCode(),
        to.getCode());
  }
}
