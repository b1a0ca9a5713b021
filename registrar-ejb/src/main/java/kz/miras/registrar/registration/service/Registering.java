package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.service.SeatDecision.Choice;
import kz.miras.registrar.registration.service.SeatDecision.Decided;

/**
 * Registers one student for some disciplines of a term. First every wish is judged by the rules and
 * gets its sections; then the seats of all of them are locked in order, and under that lock it is
 * decided who gets a seat, who waits and who is refused; at last everything is written at once.
 */
@ApplicationScoped
class Registering {

  @Inject private SeatClerk clerk;
  @Inject private EnrolmentRows rows;
  @Inject private EnrolmentInserts inserts;
  @Inject private SeatPools pools;
  @Inject private SeatsNeeded needed;
  @Inject private WaitersFirst earlier;

  /**
   * How a student wants several disciplines.
   *
   * @param allOrNothing nothing is taken unless everything can be
   * @param mayWait whether a queue will do where there is no seat
   * @param waitsUntil when the queue ends; asked only where somebody has to wait
   * @param rank class of the place in a queue, 0 before 1
   * @param planned whether the caller writes the plan itself
   */
  record Terms(
      boolean allOrNothing,
      boolean mayWait,
      Supplier<Instant> waitsUntil,
      ToIntFunction<EnrolmentType> rank,
      boolean planned) {

    /** A seat or nothing, each for itself. */
    static final Terms SEAT = new Terms(false, false, () -> null, type -> 0, false);

    /** A seat or a place in a queue, each for itself; only to be asked about. */
    static final Terms QUEUE = new Terms(false, true, () -> null, type -> 0, false);
  }

  /**
   * What became of all wishes.
   *
   * @param entries what the registration log says of them
   * @param movedUp whether another enrolment of the student got a seat from a queue by it: the plan
   *     has been written then
   */
  record Result(List<Outcome> outcomes, List<LogEntry> entries, boolean movedUp) {}

  /**
   * Registers; nothing else may be written about these seats in the transaction before it.
   *
   * @param picture the student's term as the rules see it
   */
  Result register(TermPicture picture, List<Wish> wishes, Terms terms, SeatBook.Asking asking) {
    Map<Long, List<String>> own = pools.of(picture.student(), sections(wishes));
    SeatHints hints = hints(wishes);
    List<Choice> choices = choices(picture, wishes, hints, own, terms.mayWait());
    SeatWork work = clerk.begin(needed.of(choices, one -> hints.mayNeedOthers(one, own)), asking);
    work.planned = terms.planned();
    earlier.serve(work, choices, hints, own);
    List<Decided> decided =
        decided(new LockedSeats(clerk, pools, work), picture, choices, terms, hints, own);
    List<Outcome> outcomes = write(picture, decided, terms, work);
    clerk.finish(work);
    return new Result(outcomes, List.copyOf(work.book.entries()), work.movesUpItself());
  }

  /**
   * What would become of these wishes now, wanted in this way: the same steps on the seats as they
   * are seen, without a lock and without anything being written.
   *
   * @return a status for each that would get a seat or a place in a queue
   */
  List<Outcome> preview(TermPicture picture, List<Wish> wishes, Terms terms) {
    Map<Long, List<String>> own = pools.of(picture.student(), sections(wishes));
    SeatHints hints = hints(wishes);
    List<Choice> choices = choices(picture, wishes, hints, own, terms.mayWait());
    return decided(hints.asSeats(), picture, choices, terms, hints, own).stream()
        .map(
            one ->
                new Outcome(
                    one.choice.wish(),
                    one.verdict.isAllowed() && !one.isChosen() ? SeatDecision.status(one) : null,
                    null,
                    null,
                    one.choice.sections(),
                    one.verdict))
        .toList();
  }

  private List<Decided> decided(
      SeatTurn.Seats seats,
      TermPicture picture,
      List<Choice> choices,
      Terms terms,
      SeatHints hints,
      Map<Long, List<String>> own) {
    List<Decided> decided =
        new SeatTurn(seats, picture, terms.mayWait(), hints, own, needed::kept).decide(choices);
    if (terms.allOrNothing()) {
      SeatDecision.allOrNothing(picture, decided);
    }
    return decided;
  }

  /** What the rules say of each wish beside the others, with the sections it would get. */
  static List<Choice> choices(
      TermPicture picture,
      List<Wish> wishes,
      SeatHints hints,
      Map<Long, List<String>> own,
      boolean mayWait) {
    return WantedTogether.judge(
        picture,
        wishes,
        () -> GroupChoice.of(picture, wishes, hints, own, mayWait),
        choice -> choice.verdict().isAllowed());
  }

  private SeatHints hints(List<Wish> wishes) {
    SeatHints hints = pools.hints(sections(wishes));
    for (Wish wish : wishes) {
      hints = hints.keeping(needed.kept(wish));
    }
    return hints;
  }

  private static List<Long> sections(Collection<Wish> wishes) {
    return wishes.stream().flatMap(w -> w.sections().stream()).map(Section::getId).toList();
  }

  private List<Outcome> write(
      TermPicture picture, List<Decided> decided, Terms terms, SeatWork work) {
    List<Outcome> outcomes = new ArrayList<>();
    List<EnrolmentRows.Fresh> fresh = new ArrayList<>();
    List<Decided> seated = decided.stream().filter(one -> !one.isChosen()).toList();
    int places =
        seated.stream().mapToInt(d -> d.given == null ? 1 : 1 + d.given.queued().size()).sum();
    ArrayDeque<Long> keys =
        seated.stream().anyMatch(d -> d.verdict.isAllowed())
            ? rows.keys(places)
            : new ArrayDeque<>();
    for (Decided one : decided) {
      if (!one.verdict.isAllowed()) {
        refuse(one, work);
        outcomes.add(
            new Outcome(one.choice.wish(), null, null, null, one.choice.sections(), one.verdict));
        continue;
      }
      if (one.isChosen()) {
        // a line of the plan without a seat
        outcomes.add(new Outcome(one.choice.wish(), null, null, null, List.of(), one.verdict));
        continue;
      }
      EnrolmentStatus status = SeatDecision.status(one);
      long id = keys.removeFirst();
      UUID link = UUID.randomUUID();
      EnrolmentRows.Waits waits = waits(one, status, terms, work);
      fresh.add(SeatDecision.row(picture, one, waits, status, id, link));
      take(one, waits, id, work);
      outcomes.add(
          new Outcome(
              one.choice.wish(),
              status,
              id,
              link,
              one.choice.sections(),
              one.verdict,
              keepsOld(one.choice.wish(), status)));
      work.changed(
          new SeatWork.Changed(
              id,
              picture.student().getId(),
              picture.term().getId(),
              one.choice.wish().offering().getId(),
              one.choice.wish().type(),
              null,
              status,
              one.given == null
                  ? List.of()
                  : one.given.held().stream().map(SeatBook.Key::section).toList(),
              one.choice.wish().reason()));
    }
    // a swap: the new seat is held, so the old one is given up; two that count may not be there
    Set<Long> freed = new LinkedHashSet<>();
    for (Outcome outcome : outcomes) {
      Long old = outcome.wish().replaces();
      if (old != null && outcome.enrolment() != null && !outcome.keepsOld()) {
        freed.addAll(clerk.givenUp(work, old, 0));
      } else if (old != null && outcome.status() == EnrolmentStatus.WAITLISTED) {
        freed.addAll(clerk.waitersOut(work, old, 0));
      }
    }
    if (!fresh.isEmpty()) {
      inserts.insert(fresh, keys, work.asking.now());
    }
    // handed on when all that was asked for is stored: whoever gets a seat by it may be the student
    work.aside(fresh.stream().map(EnrolmentRows.Fresh::id).toList());
    freed.forEach(offering -> clerk.fill(work, offering));
    work.aside(List.of());
    return outcomes;
  }

  private boolean keepsOld(Wish wish, EnrolmentStatus status) {
    boolean elsewhere =
        status == EnrolmentStatus.WAITLISTED
            && wish.replaces() != null
            && rows.read(wish.replaces())
                .filter(old -> old.status() == EnrolmentStatus.WAITLISTED)
                .filter(old -> old.offering() == wish.offering().getId())
                .isPresent();
    return status != EnrolmentStatus.ENROLLED && !elsewhere;
  }

  /** How somebody waits; null for whoever does not. */
  private static EnrolmentRows.Waits waits(
      Decided one, EnrolmentStatus status, Terms terms, SeatWork work) {
    return status == EnrolmentStatus.WAITLISTED
        ? new EnrolmentRows.Waits(
            terms.rank().applyAsInt(one.choice.wish().type()),
            work.book.since(one.given.counted(), work.asking.now()),
            terms.waitsUntil().get())
        : null;
  }

  private void take(Decided one, EnrolmentRows.Waits waits, long enrolment, SeatWork work) {
    SeatBook.Asking asking = work.asking.of(enrolment);
    String notes = SeatDecision.noted(one.verdict);
    if (one.given == null) {
      long section = SeatDecision.logged(one.choice).getId();
      work.book.log(section, LogAct.REQUESTED, SeatBook.ALL, asking, notes);
      return;
    }
    for (SeatBook.Key key : one.given.held()) {
      if (one.given.kept().contains(key.section())) {
        long old = one.choice.wish().replaces();
        work.book.passOn(key, work.asking.of(old), asking);
        rows.removePlace(old, key.section());
        continue;
      }
      work.book.take(key.section(), key.pool());
      work.book.log(key.section(), LogAct.TAKEN, key.pool(), asking, notes);
    }
    for (SeatBook.Key key : one.given.counted()) {
      work.book.enqueue(key, LogAct.WAITING, asking, one.given.place(key, waits), notes);
    }
  }

  /** A refusal about a section's seat lies in its log, be the section locked for that alone. */
  private void refuse(Decided one, SeatWork work) {
    if (!one.choice.sections().isEmpty()) {
      long section = SeatDecision.logged(one.choice).getId();
      clerk.more(work, List.of(section));
      if (work.book.holds(section)) {
        work.book.log(
            section, LogAct.REFUSED, SeatBook.ALL, work.asking, SeatDecision.noted(one.verdict));
      }
    }
  }
}
