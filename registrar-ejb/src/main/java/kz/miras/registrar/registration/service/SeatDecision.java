package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.SeatFree;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;

/**
 * The steps from a wish to a seat: which sections are asked for, and what the locked seats give.
 */
final class SeatDecision {

  private SeatDecision() {}

  /**
   * A wish with the sections chosen for it and what the rules say.
   *
   * @param hindered whether lessons alone keep it from sections that would be better for it
   */
  record Choice(Wish wish, List<Section> sections, Verdict verdict, int attempt, boolean hindered) {

    List<Long> ids() {
      return sections.stream().map(Section::getId).toList();
    }

    /** The same for any group or stream, where the one that was named could not be had. */
    Choice orAny() {
      Set<Long> had = new HashSet<>(ids());
      return new Choice(
          wish.naming(
              had.contains(wish.group()) ? wish.group() : null,
              had.contains(wish.stream()) ? wish.stream() : null),
          sections,
          verdict,
          attempt,
          hindered);
    }

    Choice hindered(boolean so) {
      return new Choice(wish, sections, verdict, attempt, so);
    }
  }

  /**
   * What the locked seats give.
   *
   * @param kept sections whose seat comes from the enrolment that is replaced
   * @param own seats that would do, by section; ALL where it is missing
   * @param anyOf kind of the sections waited for of which any will do; missing where this one must
   * @param others places in the queues of those others
   */
  record Given(
      List<SeatBook.Key> held,
      List<SeatBook.Key> waiting,
      Set<Long> kept,
      Map<Long, List<String>> own,
      Map<Long, SectionKind> anyOf,
      List<WaitingRows.Queued> others) {

    boolean isComplete() {
      return waiting.isEmpty();
    }

    /** All places in queues, those that rest too. */
    List<WaitingRows.Queued> queued() {
      List<WaitingRows.Queued> all = new ArrayList<>();
      waiting.forEach(
          key ->
              all.add(new WaitingRows.Queued(key, anyOf.containsKey(key.section()), false, false)));
      all.addAll(others);
      return all;
    }

    /** Queues somebody is counted in. */
    List<SeatBook.Key> counted() {
      return queued().stream().filter(one -> !one.resting()).map(WaitingRows.Queued::key).toList();
    }

    /** The place in the queue of a section as it is written down. */
    LogEntry.Place place(SeatBook.Key key, EnrolmentRows.Waits how) {
      return new LogEntry.Place(
          how.rank(),
          how.since(),
          own.getOrDefault(key.section(), List.of(SeatBook.ALL)),
          anyOf.get(key.section()));
    }
  }

  static final class Decided {
    final Choice choice;
    Given given;
    Verdict verdict;

    Decided(Choice choice) {
      this.choice = choice;
      this.verdict = choice.verdict();
    }

    /** Whether only the discipline is chosen, no seat wanted. */
    boolean isChosen() {
      return choice.wish().isOnlyChosen();
    }
  }

  /** The first combination the rules allow and that has seats; else the first they allow. */
  static Choice choose(
      TermPicture picture, Wish wish, SeatHints hints, Map<Long, List<String>> own) {
    if (wish.isOnlyChosen()) {
      return judged(picture, wish, List.of());
    }
    Choice allowed = null;
    Choice refused = null;
    boolean seats = false;
    boolean places = false;
    for (List<Section> combination : combinations(wish, hints, own)) {
      Choice choice = judged(picture, wish, combination);
      boolean free = hints.free(choice.ids(), own);
      if (!choice.verdict().isAllowed()) {
        refused = refused == null ? choice : refused;
        boolean lessons = meetsLessonsOnly(choice.verdict());
        seats |= lessons && free;
        places |= lessons;
      } else if (free) {
        return choice;
      } else if (allowed == null) {
        allowed = choice;
      }
    }
    if (allowed != null) {
      return allowed.hindered(seats);
    }
    return refused != null ? refused.hindered(places) : nowhere(picture, wish);
  }

  /** The combinations of a wish in the order they are liked. */
  static List<List<Section>> combinations(Wish wish, SeatHints hints, Map<Long, List<String>> own) {
    return wish.isOnlyChosen() ? List.of() : hints.combinations(wish.sections(), wish.named(), own);
  }

  /** What the rules say of a wish in these sections. */
  static Choice judged(TermPicture picture, Wish wish, List<Section> sections) {
    TermPicture.Judged judged = picture.judge(wish, sections);
    return new Choice(wish, sections, judged.verdict(), judged.attemptNo(), false);
  }

  private static boolean meetsLessonsOnly(Verdict verdict) {
    return verdict.refusals().stream().allMatch(refusal -> refusal.rule().equals(LessonTime.APART));
  }

  static Choice nowhere(TermPicture picture, Wish wish) {
    TermPicture.Judged judged = picture.judge(wish, List.of());
    return new Choice(
        wish,
        List.of(),
        judged.verdict().and(SeatFree.noSection(wish.offering().getCode())),
        judged.attemptNo(),
        false);
  }

  /** The section in whose log a refusal is written: the group. */
  static Section logged(Choice choice) {
    return choice.sections().stream()
        .filter(s -> s.getKind() == SectionKind.GROUP)
        .findFirst()
        .orElse(choice.sections().get(0));
  }

  /** The first pool of a section with a seat; null for none. */
  interface Free {
    String of(long section, List<String> pools);
  }

  /** The section that has no seat: the group where it is the group. */
  static Section full(Choice choice, Free seats, Map<Long, List<String>> own) {
    Section full = logged(choice);
    for (Section section : choice.sections()) {
      List<String> mine = own.getOrDefault(section.getId(), List.of(SeatBook.ALL));
      if (seats.of(section.getId(), mine) == null) {
        full = section;
        if (section.getKind() == SectionKind.GROUP) {
          return section;
        }
      }
    }
    return full;
  }

  /**
   * A seat in each section, or, where one of them has none, a place in the queue of all.
   *
   * @param kept pools of seats the enrolment that is replaced holds, by section: they pass on
   */
  static Given given(
      List<Long> sections, Free seats, Map<Long, List<String>> own, Map<Long, String> kept) {
    List<SeatBook.Key> held = new ArrayList<>();
    List<SeatBook.Key> waiting = new ArrayList<>();
    for (long section : sections) {
      List<String> mine = own.getOrDefault(section, List.of(SeatBook.ALL));
      String pool = kept.containsKey(section) ? kept.get(section) : seats.of(section, mine);
      waiting.add(new SeatBook.Key(section, mine.get(0)));
      if (pool != null) {
        held.add(new SeatBook.Key(section, pool));
      }
    }
    return held.size() == sections.size()
        ? new Given(held, List.of(), kept.keySet(), own, Map.of(), List.of())
        : new Given(List.of(), waiting, Set.of(), own, Map.of(), List.of());
  }

  /** Refuses what could be taken too, where something else could not. */
  static void allOrNothing(TermPicture picture, List<Decided> decided) {
    boolean everything =
        decided.stream()
            .allMatch(d -> d.verdict.isAllowed() && (d.given == null || d.given.isComplete()));
    for (Decided one : decided) {
      if (one.verdict.isAllowed()) {
        String name =
            one.isChosen()
                ? picture.line(one.choice.wish(), List.of()).discipline()
                : one.choice.wish().offering().getCode();
        boolean waits = one.given != null && !one.given.isComplete();
        one.verdict = one.verdict.and(SeatFree.allOrNothing(name, everything, waits));
        one.given = everything ? one.given : null;
      }
    }
  }

  /** Codes and figures of a verdict as the log keeps them; null where there is nothing to say. */
  static String noted(Verdict verdict) {
    return verdict.refusals().isEmpty() && verdict.warnings().isEmpty()
        ? null
        : Json.write(Map.of("refusals", verdict.refusals(), "warnings", verdict.warnings()));
  }

  /** What the enrolment of a decision is: without seats it waits for its payment. */
  static EnrolmentStatus status(Decided one) {
    if (one.given == null) {
      return EnrolmentStatus.REQUESTED;
    }
    return one.given.isComplete() ? EnrolmentStatus.ENROLLED : EnrolmentStatus.WAITLISTED;
  }

  /** The row of what was decided. */
  static EnrolmentRows.Fresh row(
      TermPicture picture,
      Decided one,
      EnrolmentRows.Waits waits,
      EnrolmentStatus status,
      long id,
      UUID link) {
    return new EnrolmentRows.Fresh(
        id,
        link,
        picture.student().getId(),
        one.choice.wish().offering().getId(),
        one.choice.wish().type(),
        one.choice.attempt(),
        status,
        status == EnrolmentStatus.ENROLLED ? null : one.choice.wish().replaces(),
        one.verdict.provisional(),
        one.given == null ? List.of() : one.given.held(),
        one.given == null ? List.of() : one.given.queued(),
        waits,
        status == EnrolmentStatus.REQUESTED ? one.choice.wish().group() : null,
        status == EnrolmentStatus.REQUESTED ? one.choice.wish().stream() : null,
        one.choice.wish().reason());
  }
}
