package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.SeatFree;
import kz.miras.registrar.registration.service.SeatDecision.Choice;
import kz.miras.registrar.registration.service.SeatDecision.Decided;
import kz.miras.registrar.registration.service.SeatDecision.Given;

/**
 * Decides under the locks what was chosen before them. Where a seat is gone by now, or there is one
 * after all, the wishes after it are judged anew beside what has really become of it: a swap that
 * has to wait leaves its old lessons, credits and block where they are.
 */
final class SeatTurn {

  /** Seats as they are decided on: locked, or only looked at. */
  interface Seats {

    /** The first of these pools with a seat; null for none. */
    String free(long section, List<String> pools);

    /** Length of the queue of a section. */
    int waiting(long section);

    /** Whether a section has seats at all. */
    boolean has(long section);

    /** More sections are decided on. */
    void more(List<Long> sections);

    /** How full sections are, locked or not. */
    SeatHints seen(List<Long> sections);
  }

  private final Seats seats;
  private final TermPicture picture;
  private final boolean mayWait;
  private final SeatHints hints;
  private final Map<Long, List<String>> own;
  private final Function<Wish, Map<Long, String>> kept;
  private boolean differs;

  SeatTurn(
      Seats seats,
      TermPicture picture,
      boolean mayWait,
      SeatHints hints,
      Map<Long, List<String>> own,
      Function<Wish, Map<Long, String>> kept) {
    this.seats = seats;
    this.picture = picture;
    this.mayWait = mayWait;
    this.hints = hints;
    this.own = own;
    this.kept = kept;
  }

  List<Decided> decide(List<Choice> choices) {
    return WantedTogether.judge(
        picture,
        choices.stream().map(Choice::wish).toList(),
        () -> {
          List<Decided> all = new ArrayList<>();
          for (int i = 0; i < choices.size(); i++) {
            all.add(decide(choices.get(i), choices.subList(i + 1, choices.size())));
          }
          // another round is no longer what was chosen, whatever it brings
          differs = true;
          return all;
        },
        decided -> decided.verdict.isAllowed());
  }

  private Decided decide(Choice before, List<Choice> later) {
    Choice first = differs ? anew(before) : before;
    Decided decided = seat(first, later);
    boolean allowed = decided.verdict.isAllowed();
    boolean keepsOld =
        decided.given == null ? picture.isUnpaid(first.wish()) : !decided.given.isComplete();
    if (allowed) {
      picture.accept(first.wish(), decided.choice.sections(), keepsOld);
    }
    differs |=
        allowed != before.verdict().isAllowed()
            || allowed
                && (keepsOld == hints.free(before.ids(), own)
                    || !decided.choice.ids().equals(before.ids()));
    return decided;
  }

  /** Where another section was chosen before, it is kept if the rules allow it still. */
  private Choice anew(Choice before) {
    Wish wish = before.wish();
    Choice same = SeatDecision.judged(picture, wish, before.sections());
    if (before.verdict().isAllowed() && same.verdict().isAllowed()) {
      return same;
    }
    Choice other = SeatDecision.choose(picture, wish, hints, own);
    if (!other.verdict().isAllowed()) {
      // refused in the section whose log is locked
      return before.sections().isEmpty() ? other : same;
    }
    seats.more(other.ids());
    return other;
  }

  private Decided seat(Choice first, List<Choice> later) {
    Decided decided = new Decided(first);
    if (!first.verdict().isAllowed()) {
      return alsoFull(decided);
    }
    if (decided.isChosen() || picture.isUnpaid(first.wish())) {
      return decided;
    }
    Map<Long, String> passed = kept.apply(first.wish());
    decided.given = SeatDecision.given(first.ids(), seats::free, own, passed);
    if (decided.given.isComplete()) {
      return decided;
    }
    // full by now: another group may have a seat
    Set<List<Long>> tried = new HashSet<>(Set.of(first.ids()));
    Wish wish = first.wish();
    boolean others = hints.combinations(wish.sections(), wish.named(), own).size() > 1;
    SeatHints now =
        (others ? seats.seen(wish.sections().stream().map(Section::getId).toList()) : hints)
            .keeping(passed);
    for (List<Section> other : now.combinations(wish.sections(), wish.named(), own)) {
      List<Long> ids = other.stream().map(Section::getId).toList();
      if (!tried.add(ids) || !now.free(ids, own)) {
        continue;
      }
      Choice instead = SeatDecision.judged(picture, wish, other);
      if (instead.verdict().isAllowed() && !meets(wish, other, later)) {
        seats.more(ids);
        Given given = SeatDecision.given(ids, seats::free, own, passed);
        if (given.isComplete()) {
          Decided better = new Decided(instead);
          better.given = given;
          return better;
        }
      }
    }
    Section full = SeatDecision.full(first, seats::free, own);
    if (mayWait) {
      seats.more(wish.sections().stream().map(Section::getId).toList());
      decided.given =
          OtherGroups.beside(
              decided.given,
              section ->
                  OtherGroups.meets(picture, wish, section) || meets(wish, List.of(section), later),
              first,
              passed.keySet(),
              seats);
    }
    int anyOf = OtherGroups.count(decided.given, full);
    decided.verdict =
        decided.verdict.and(
            SeatFree.judge(full.getCode(), false, mayWait, seats.waiting(full.getId()), anyOf));
    decided.given = decided.verdict.isAllowed() ? decided.given : null;
    return decided;
  }

  /** Of what is refused it is told at once, too, that its group has no seat. */
  private Decided alsoFull(Decided decided) {
    Choice choice = decided.choice;
    if (choice.sections().isEmpty()) {
      return decided;
    }
    Section section = SeatDecision.logged(choice);
    long key = section.getId();
    boolean free =
        !seats.has(key)
            || kept.apply(choice.wish()).containsKey(key)
            || seats.free(key, own.getOrDefault(key, List.of(SeatBook.ALL))) != null;
    int waiting = free ? 0 : seats.waiting(key);
    decided.verdict =
        decided.verdict.and(SeatFree.judge(section.getCode(), free, mayWait, waiting, 0));
    return decided;
  }

  /** Whether it takes its hour from a wish whose turn is still to come. */
  private boolean meets(Wish wish, List<Section> sections, List<Choice> later) {
    if (picture.mayOverlap(wish)) {
      return false;
    }
    List<LessonTime> mine = picture.line(wish, sections).lessons();
    return later.stream()
        .filter(other -> other.verdict().isAllowed())
        .flatMap(other -> picture.line(other.wish(), other.sections()).lessons().stream())
        .anyMatch(lesson -> mine.stream().anyMatch(lesson::clashesWith));
  }
}
