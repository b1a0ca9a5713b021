package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.service.EnrolmentRows.Place;
import kz.miras.registrar.registration.service.EnrolmentRows.Stored;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Whatever happens to seats goes through this desk: it locks them, ends enrolments, hands freed
 * seats on to who waits, and at the end writes seats, log, roster and audit and tells the others.
 */
@ApplicationScoped
class SeatClerk {

  @Inject private SeatBooks books;
  @Inject private EnrolmentRows rows;
  @Inject private WaitingRows waiting;
  @Inject private WaitingLists queues;
  @Inject private SeatNews news;
  @Inject private SwapEnds swaps;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /**
   * Who asks in this transaction.
   *
   * @param student key; null where the office changes a section
   * @param submission request it belongs to; null for none
   * @param arrivedAt when the request came; null for now
   */
  SeatBook.Asking asking(Long student, UUID submission, Instant arrivedAt) {
    Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
    Instant arrived = arrivedAt == null ? now : arrivedAt.truncatedTo(ChronoUnit.MICROS);
    return new SeatBook.Asking(student, null, submission, arrived, now, trail.author());
  }

  /** Begins to work on the seats of these sections; it is decided once they are locked. */
  SeatWork begin(Collection<Long> sections, SeatBook.Asking asking) {
    SeatBook book = books.lock(sections);
    return new SeatWork(book, asking.at(time.now().truncatedTo(ChronoUnit.MICROS)));
  }

  /** The same on more sections. */
  void more(SeatWork work, Collection<Long> sections) {
    books.lockMore(work.book, sections);
  }

  /**
   * Ends an enrolment in a transaction of its own making.
   *
   * @throws RegistrarException.Refused where its state does not allow that end
   */
  void end(long enrolment, EnrolmentStatus as, LogAct act, String reason) {
    Stored known = required(enrolment);
    SeatWork work = begin(Set.of(), asking(known.student(), null, null));
    end(work, enrolment, as, act, reason);
    finish(work);
  }

  /**
   * Ends an enrolment within a larger work: gives its seats back and hands them on.
   *
   * @throws RegistrarException.Refused where its state does not allow that end
   */
  void end(SeatWork work, long enrolment, EnrolmentStatus as, LogAct act, String reason) {
    fill(work, out(work, enrolment, as, act, reason));
    Stored ended = required(enrolment);
    // lessons that have ended keep the student from no other queue any more
    waiting.resting(ended.student(), ended.term()).forEach(offering -> fillAnew(work, offering));
  }

  /** Writes down that an enrolment was not ended, and why, in the log of its group. */
  void refused(long enrolment, String verdict) {
    Stored stored = required(enrolment);
    List<Long> sections =
        rows.places(List.of(enrolment)).stream().map(Place::section).distinct().toList();
    if (sections.isEmpty()) {
      return;
    }
    SeatWork work = begin(sections, asking(stored.student(), null, null).of(enrolment));
    sections.forEach(
        section -> work.book.log(section, LogAct.REFUSED, SeatBook.ALL, work.asking, verdict));
    finish(work);
  }

  /**
   * Ends an enrolment and gives its seats back; nobody gets them yet.
   *
   * @return key of its offering, whose seats are to be handed on
   */
  private long out(SeatWork work, long enrolment, EnrolmentStatus as, LogAct act, String reason) {
    // all sections of the offering: whoever gets the seats next may need another of them
    more(work, rows.sections(required(enrolment).offering()));
    // read only now: it may have been promoted while the seats were being locked
    List<Place> places = rows.places(List.of(enrolment));
    Stored stored = required(enrolment);
    Verdict verdict = Leaving.ends(stored.status(), as);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    if (!rows.become(enrolment, stored.status(), as, reason, work.asking.now())) {
      // somebody else ended it since it was read
      throw new RegistrarException.Conflict("registration.enrolment.ended", stored.status());
    }
    SeatBook.Asking asking = work.asking.of(stored.student(), enrolment);
    for (Place place : places) {
      if (place.waiting()) {
        work.book.queue(place.section(), place.pool(), -1);
        work.book.log(
            place.section(),
            act == LogAct.EXPIRED ? LogAct.EXPIRED : LogAct.LEFT_QUEUE,
            place.pool(),
            asking,
            null);
      } else if (stored.status().holdsSeats()) {
        work.book.giveBack(place.section(), place.pool());
        work.book.log(place.section(), act, place.pool(), asking, null);
      }
    }
    waiting.leave(enrolment);
    work.changed(
        new SeatWork.Changed(
            enrolment,
            stored.student(),
            stored.term(),
            stored.offering(),
            stored.type(),
            stored.status(),
            as,
            held(places),
            reason));
    return stored.offering();
  }

  /** Hands free seats of an offering on to those who wait. */
  void fill(SeatWork work, long offering) {
    fill(work, offering, false);
  }

  /** The same, where lessons may not meet any more that kept somebody from one of its queues. */
  void fillAnew(SeatWork work, long offering) {
    fill(work, offering, true);
  }

  private void fill(SeatWork work, long offering, boolean anew) {
    List<Long> sections = rows.sections(offering);
    more(work, sections);
    Set<Long> freed = new LinkedHashSet<>();
    for (long complete : queues.fill(work.book, sections, work.asking, anew, work.aside())) {
      Stored stored = required(complete);
      if (stored.replaces() != null) {
        freed.addAll(givenUp(work, stored.replaces(), complete));
      }
      rows.become(
          complete, EnrolmentStatus.WAITLISTED, EnrolmentStatus.ENROLLED, null, work.asking.now());
      work.promoted(complete);
      work.changed(
          new SeatWork.Changed(
              complete,
              stored.student(),
              stored.term(),
              stored.offering(),
              stored.type(),
              EnrolmentStatus.WAITLISTED,
              EnrolmentStatus.ENROLLED,
              held(rows.places(List.of(complete))),
              null));
    }
    freed.forEach(other -> fill(work, other));
  }

  /**
   * Ends the enrolment another one has taken the place of, if it is not over anyway, and whatever
   * else waits to take that place: it could not be had twice. Who waits for the place goes first: a
   * seat that is free then must not come to them. Nobody gets the seats yet.
   *
   * @param by the enrolment that has it now; 0 where it is not stored yet
   * @return offerings whose seats are to be handed on
   */
  Set<Long> givenUp(SeatWork work, long old, long by) {
    Set<Long> freed = waitersOut(work, old, by);
    Stored was = required(old);
    if (was.status().next().contains(EnrolmentStatus.DROPPED)) {
      work.swapped(old);
      // what takes its place in the very act that asks for it was judged as a drop there
      SwapEnds.End end = by == 0 ? SwapEnds.DROPPED : swaps.of(was, required(by));
      freed.add(out(work, old, end.status(), LogAct.ending(end.status()), end.reason()));
    }
    return freed;
  }

  /**
   * Ends what waits to take the place of an enrolment, without handing the seats on.
   *
   * @return offerings whose seats are to be handed on
   */
  Set<Long> waitersOut(SeatWork work, long old, long but) {
    Set<Long> freed = new LinkedHashSet<>();
    for (long other : rows.insteadOf(old)) {
      if (other != but) {
        freed.add(out(work, other, EnrolmentStatus.DROPPED, LogAct.DROPPED, null));
      }
    }
    return freed;
  }

  /** Moves an enrolment to another section that has a seat. */
  void move(SeatWork work, SeatWork.Moved move) {
    SeatBook.Asking asking = work.asking.of(move.student(), move.enrolment());
    work.book.giveBack(move.from().section(), move.from().pool());
    work.book.log(move.from().section(), LogAct.MOVED_OUT, move.from().pool(), asking, null);
    work.book.take(move.to().section(), move.to().pool());
    work.book.log(move.to().section(), LogAct.MOVED_IN, move.to().pool(), asking, null);
    rows.removePlace(move.enrolment(), move.from().section());
    rows.addPlace(move.enrolment(), move.to());
    rows.moveLine(move.enrolment(), move.kind(), move.to().section());
    work.moved(move);
  }

  /** Writes everything and tells whom it concerns. */
  void finish(SeatWork work) {
    books.write(work.book);
    news.tell(work);
  }

  private Stored required(long enrolment) {
    return rows.read(enrolment)
        .orElseThrow(() -> new RegistrarException.NotFound("enrolment", enrolment));
  }

  private static List<Long> held(Collection<Place> places) {
    return places.stream().filter(p -> !p.waiting()).map(Place::section).distinct().toList();
  }
}
