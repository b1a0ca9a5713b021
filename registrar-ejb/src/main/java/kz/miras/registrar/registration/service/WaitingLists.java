package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.rule.AnyGroup;
import kz.miras.registrar.registration.service.WaitersLessons.Beside;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-33. The queues of sections. A student waits for one section of each kind and holds none of
 * them meanwhile, so that nobody keeps a seat from others that is of no use alone. A seat that
 * becomes free goes to the first who can be given all of theirs, in the very transaction that frees
 * it; a section that is not open gives none. Who has named no group stands in the queue of each
 * that will do. Who waits for another group of the same offering has the seat in the stream
 * already: it passes on. Nothing is judged anew but the lessons of a section the plan was not made
 * with: a hold placed since, for one, stops what is asked for from then on (REG-15), and the place
 * was asked for before.
 */
@ApplicationScoped
class WaitingLists {

  @Inject private EnrolmentRows enrolments;
  @Inject private WaitingRows rows;
  @Inject private WaitingQueue queue;
  @Inject private WaitersLessons lessons;

  /**
   * Gives what is free in the sections of an offering to those who wait for it, in order.
   *
   * @param sections all of the offering, locked
   * @param anew whether lessons may have changed: who rested is looked at first
   * @param aside enrolments that are passed over
   * @return enrolments that have all their seats now and still count as waiting, in the order they
   *     got them
   */
  List<Long> fill(
      SeatBook book,
      Collection<Long> sections,
      SeatBook.Asking because,
      boolean anew,
      Set<Long> aside) {
    List<Long> complete = new ArrayList<>();
    if (sections.stream().noneMatch(s -> book.row(s, SeatBook.ALL).waiting > 0)
        && rows.rested(sections).isEmpty()) {
      return complete;
    }
    List<WaitingQueue.Missing> missing = queue.missing(sections);
    if (!missing.isEmpty()) {
      join(missing);
    }
    List<Waiter> waiters = queue.of(sections);
    WaitersLessons.Look look = lessons.look(waiters);
    if ((anew || !missing.isEmpty()) && wake(book, waiters, look, because)) {
      waiters = queue.of(sections);
    }
    for (Waiter waiter : waiters) {
      Map<SectionKind, List<Waiter.Place>> free = waiter.free(book);
      if (!aside.contains(waiter.enrolment()) && free.values().stream().noneMatch(List::isEmpty)) {
        SeatBook.Asking asking = because.of(waiter.student(), waiter.enrolment());
        List<Waiter.Place> seats = choose(book, waiter, free, look, asking);
        if (!seats.isEmpty()) {
          seat(book, waiter, seats, because);
          complete.add(waiter.enrolment());
        }
      }
    }
    return complete;
  }

  /** Whoever waits for any section of a kind waits for those too that were opened since. */
  private void join(List<WaitingQueue.Missing> missing) {
    ArrayDeque<Long> keys = enrolments.keys(missing.size());
    for (WaitingQueue.Missing one : missing) {
      rows.add(
          keys,
          one.enrolment(),
          List.of(
              new WaitingRows.Queued(
                  new SeatBook.Key(one.section(), SeatBook.ALL), true, true, true)),
          rows.of(one.enrolment(), one.beside()).how());
    }
  }

  /**
   * Puts those back into queues, with the time they have, whom lessons keep from them no more.
   *
   * @return whether there was anybody
   */
  private boolean wake(
      SeatBook book, List<Waiter> waiters, WaitersLessons.Look look, SeatBook.Asking because) {
    boolean woken = false;
    for (Waiter waiter : waiters) {
      Set<SectionKind> planless = waiter.planless();
      for (Waiter.Place place : waiter.resting()) {
        boolean plan = planless.contains(place.kind());
        // the plan is made with it from then on: that is looked at under the own turn
        if (leadsIn(book, waiter, place, look.of(waiter))
            && (!plan || leadsIn(book, waiter, place, lessons.of(waiter)))) {
          rows.back(waiter.enrolment(), place.key());
          back(book, waiter, place, because.of(waiter.student(), waiter.enrolment()));
          if (plan) {
            planless.remove(place.kind());
            rows.plan(waiter.enrolment(), place.key());
            enrolments.moveLine(waiter.enrolment(), place.kind(), place.section());
          }
          woken = true;
        }
      }
    }
    return woken;
  }

  private static boolean leadsIn(SeatBook book, Waiter waiter, Waiter.Place place, Beside beside) {
    Map<SectionKind, List<Waiter.Place>> ways = waiter.free(book);
    ways.remove(place.kind());
    ways.replaceAll((kind, free) -> free.isEmpty() ? waiter.open(kind) : free);
    return AnyGroup.leadsIn(
        ways.values().stream().map(beside::options).toList(), beside.option(place), beside.all());
  }

  private static void back(
      SeatBook book, Waiter waiter, Waiter.Place place, SeatBook.Asking asking) {
    book.enqueue(
        place.key(), LogAct.REQUEUED, asking.since(waiter.since()), place.logged(waiter), null);
  }

  /** A seat of each kind; empty where lessons leave none, which is written down then. */
  private List<Waiter.Place> choose(
      SeatBook book,
      Waiter waiter,
      Map<SectionKind, List<Waiter.Place>> free,
      WaitersLessons.Look look,
      SeatBook.Asking asking) {
    List<Waiter.Place> planned =
        free.values().stream()
            .flatMap(List::stream)
            .filter(place -> !place.queued().instead())
            .toList();
    if (planned.size() == free.size()) {
      return planned;
    }
    Beside beside = look.of(waiter);
    List<Waiter.Place> chosen = choose(book, free, beside);
    if (!chosen.isEmpty()) {
      // whoever is to be seated is looked at under the own turn
      beside = lessons.of(waiter);
      chosen = choose(book, free, beside);
    }
    if (chosen.isEmpty()) {
      rest(book, waiter, free, beside, asking);
    }
    return chosen;
  }

  private static List<Waiter.Place> choose(
      SeatBook book, Map<SectionKind, List<Waiter.Place>> free, Beside beside) {
    // of several the one the fewest others wait for
    Comparator<Waiter.Place> shortest =
        Comparator.comparingInt(place -> book.row(place.section(), SeatBook.ALL).waiting);
    List<AnyGroup.Option> chosen =
        AnyGroup.choose(
            free.values().stream()
                .map(some -> beside.options(some.stream().sorted(shortest).toList()))
                .toList(),
            beside.all());
    return places(free, chosen);
  }

  private static List<Waiter.Place> places(
      Map<SectionKind, List<Waiter.Place>> free, List<AnyGroup.Option> options) {
    Set<Long> sections = options.stream().map(AnyGroup.Option::section).collect(Collectors.toSet());
    return free.values().stream()
        .flatMap(List::stream)
        .filter(place -> sections.contains(place.section()))
        .toList();
  }

  /**
   * Whoever cannot take a seat because of lessons leaves its queue, so that the log tells why the
   * next one gets it; with the time of the place the student comes back when they allow it.
   */
  private void rest(
      SeatBook book,
      Waiter waiter,
      Map<SectionKind, List<Waiter.Place>> free,
      Beside beside,
      SeatBook.Asking asking) {
    List<Waiter.Place> all = free.values().stream().flatMap(List::stream).toList();
    List<Waiter.Place> counted = all.stream().filter(p -> !p.queued().resting()).toList();
    for (Waiter.Place place :
        places(free, AnyGroup.resting(beside.options(counted), beside.all()))) {
      SeatBook.Key key = place.key();
      rows.rest(waiter.enrolment(), key.section());
      book.queue(key.section(), key.pool(), -1);
      Verdict why =
          (beside.fits(place) ? beside.clashes(place, all) : beside.clashes(place))
              .stream().map(Verdict::refused).reduce(Verdict.allowed(), Verdict::and);
      book.log(key.section(), LogAct.LEFT_QUEUE, key.pool(), asking, SeatDecision.noted(why));
    }
  }

  private void seat(
      SeatBook book, Waiter waiter, List<Waiter.Place> seats, SeatBook.Asking because) {
    SeatBook.Asking asking = because.of(waiter.student(), waiter.enrolment());
    rows.leave(waiter.enrolment());
    for (Waiter.Place place : waiter.places()) {
      SeatBook.Key key = place.key();
      boolean mine = seats.contains(place);
      if (place.queued().resting() && !mine) {
        continue;
      }
      String pool = mine ? waiter.pool(book, place) : key.pool();
      if (place.queued().resting()) {
        back(book, waiter, place, asking);
      }
      book.queue(key.section(), key.pool(), -1);
      if (!mine) {
        book.log(key.section(), LogAct.LEFT_QUEUE, pool, asking, null);
        continue;
      }
      SeatBook.Key seat = new SeatBook.Key(key.section(), pool);
      if (waiter.kept().containsKey(key.section())) {
        book.log(key.section(), LogAct.LEFT_QUEUE, pool, asking, null);
        book.passOn(seat, because.of(waiter.student(), waiter.replaces()), asking);
        enrolments.removePlace(waiter.replaces(), key.section());
        enrolments.addPlace(waiter.enrolment(), seat);
      } else {
        enrolments.addPlace(waiter.enrolment(), seat);
        book.take(seat.section(), seat.pool());
        book.log(seat.section(), LogAct.PROMOTED, seat.pool(), asking, null);
      }
    }
  }
}
