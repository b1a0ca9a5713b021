package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.PaymentConfirmed;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.service.SeatDecision.Choice;
import kz.miras.registrar.registration.service.SeatDecision.Given;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * REG-21. Gives the seat, or a place in the queue, to whom accounting has marked as paid; where no
 * group fits yet, as soon as one does.
 */
@ApplicationScoped
public class PaidEnrolments {

  @Inject private EnrolmentRows rows;
  @Inject private SeatClerk clerk;
  @Inject private Seats seats;
  @Inject private SeatPools pools;
  @Inject private SeatsNeeded needed;
  @Inject private WaitingRules waiting;
  @Inject private WaitingRows queues;
  @Inject private WaitersFirst earlier;
  @Inject private Provisional provisional;
  @Inject private Offerings offerings;
  @Inject private PlanWishes wishes;
  @Inject private TermPictures pictures;
  @Inject private Students students;
  @Inject private Calendars calendars;
  @Inject private Notices notices;

  void paid(@Observes PaymentConfirmed paid) {
    rows.read(paid.enrolmentId())
        .filter(one -> one.status() == EnrolmentStatus.REQUESTED)
        .filter(one -> !seat(one))
        .ifPresent(
            one ->
                notices.tellStudent(
                    one.student(),
                    "registration.notice.paid-no-group",
                    PlanQueries.OWN_PAGE,
                    offerings.offering(one.offering()).map(Offering::getCode).orElse("?")));
  }

  /** Looks once more whether a group fits for what is paid: one was opened, a lesson moved. */
  void lookAgain(long enrolment) {
    rows.read(enrolment)
        .filter(one -> one.status() == EnrolmentStatus.REQUESTED)
        .ifPresent(this::seat);
  }

  /** False where no group fits. */
  private boolean seat(EnrolmentRows.Stored stored) {
    seats.takeTurn(List.of(stored.student()));
    if (rows.read(stored.id()).orElseThrow().status() != EnrolmentStatus.REQUESTED) {
      return true;
    }
    Student student = students.byId(stored.student()).orElseThrow();
    Offering offering = offerings.offering(stored.offering()).orElseThrow();
    Term term = calendars.term(stored.term()).orElseThrow();
    List<Section> sections = offerings.sectionsOf(stored.offering());
    Wish wish =
        Wish.of(offering, sections, null, stored.type(), stored.replaces(), null)
            .naming(stored.wished(), stored.wishedStream());
    List<Long> ids = sections.stream().map(Section::getId).toList();
    Map<Long, Discipline> disciplines = wishes.disciplines(List.of(wish));
    TermPicture picture = pictures.told(student, term, disciplines.values(), ids);
    Map<Long, List<String>> own = pools.of(student, ids);
    SeatHints hints = pools.hints(ids).keeping(needed.kept(wish));
    List<Section> best = best(wish, picture, hints, own);
    if (best.isEmpty()) {
      return false;
    }
    List<Long> wanted = best.stream().map(Section::getId).toList();
    Choice choice = new Choice(wish, best, Verdict.allowed(), 1, false);
    SeatBook.Asking asking = clerk.asking(stored.student(), null, null);
    SeatWork work =
        clerk.begin(needed.of(List.of(choice), one -> hints.mayNeedOthers(one, own)), asking);
    earlier.serve(work, List.of(choice), hints, own);
    Map<Long, String> kept = needed.kept(wish);
    Given given = SeatDecision.given(wanted, work.book::free, own, kept);
    if (!given.isComplete()) {
      clerk.more(work, ids);
      given =
          OtherGroups.beside(
              given,
              section -> OtherGroups.meets(picture, wish, section),
              choice.orAny(),
              kept.keySet(),
              new LockedSeats(clerk, pools, work));
    }
    EnrolmentStatus status =
        given.isComplete() ? EnrolmentStatus.ENROLLED : EnrolmentStatus.WAITLISTED;
    take(
        work,
        given,
        stored,
        new EnrolmentRows.Waits(
            waiting.rank(picture, stored.type()),
            work.book.since(given.counted(), work.asking.now()),
            waiting.until(student, term)));
    // of one discipline never two are seated: the old one ends first, and its seat goes on last
    Set<Long> freed = freed(work, stored, given.isComplete());
    rows.become(stored.id(), EnrolmentStatus.REQUESTED, status, null, work.asking.now());
    freed.forEach(other -> clerk.fill(work, other));
    work.changed(
        new SeatWork.Changed(
            stored.id(),
            stored.student(),
            stored.term(),
            stored.offering(),
            stored.type(),
            EnrolmentStatus.REQUESTED,
            status,
            given.held().stream().map(SeatBook.Key::section).toList(),
            null));
    clerk.finish(work);
    open(stored.id(), picture.prerequisites(wish, Set.of()));
    notices.tellStudent(
        stored.student(),
        given.isComplete() ? "registration.notice.paid-seat" : "registration.notice.paid-waits",
        PlanQueries.OWN_PAGE,
        offering.getCode());
    return true;
  }

  private Set<Long> freed(SeatWork work, EnrolmentRows.Stored stored, boolean seated) {
    if (stored.replaces() == null) {
      return Set.of();
    }
    return seated
        ? clerk.givenUp(work, stored.replaces(), stored.id())
        : clerk.waitersOut(work, stored.replaces(), stored.id());
  }

  /** The payment is there; a mark of a prerequisite may still be open. */
  private void open(long enrolment, Verdict prerequisites) {
    if (prerequisites.isAllowed()) {
      provisional.set(enrolment, prerequisites.provisional());
    }
    provisional.mark(List.of(enrolment));
  }

  /** In the chosen group and stream, or, where their lessons overlap, in any. */
  private static List<Section> best(
      Wish wish, TermPicture picture, SeatHints hints, Map<Long, List<String>> own) {
    List<Section> chosen = best(wish, wish.named(), picture, hints, own);
    return chosen.isEmpty() && !wish.named().isEmpty()
        ? best(wish, Set.of(), picture, hints, own)
        : chosen;
  }

  /** The roomiest combination whose lessons overlap with nothing; empty where all do. */
  private static List<Section> best(
      Wish wish,
      Set<Long> named,
      TermPicture picture,
      SeatHints hints,
      Map<Long, List<String>> own) {
    for (List<Section> combination : hints.combinations(wish.sections(), named, own)) {
      if (picture.apart(wish, combination).isAllowed()) {
        return combination;
      }
    }
    return List.of();
  }

  private void take(
      SeatWork work, Given given, EnrolmentRows.Stored stored, EnrolmentRows.Waits how) {
    SeatBook.Asking asking = work.asking.of(stored.id());
    for (SeatBook.Key key : given.held()) {
      if (given.kept().contains(key.section())) {
        work.book.passOn(key, work.asking.of(stored.replaces()), asking);
        rows.removePlace(stored.replaces(), key.section());
      } else {
        work.book.take(key.section(), key.pool());
        work.book.log(key.section(), LogAct.TAKEN, key.pool(), asking, null);
      }
      rows.addPlace(stored.id(), key);
    }
    if (!given.waiting().isEmpty()) {
      for (SeatBook.Key key : given.counted()) {
        work.book.enqueue(key, LogAct.WAITING, asking, given.place(key, how), null);
      }
      queues.add(rows.keys(given.queued().size()), stored.id(), given.queued(), how);
    }
  }
}
