package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.rule.GroupAssignment;
import kz.miras.registrar.registration.rule.GroupAssignment.Wanted;
import kz.miras.registrar.registration.rule.GroupAssignment.Way;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.service.SeatDecision.Choice;

/**
 * The sections of all disciplines a student wants. One by one each gets the roomiest that fits what
 * was chosen before it; where that leaves one without a seat because of lessons of another, the
 * groups of all are chosen together, and the better of both is taken. Nothing is read for that.
 */
final class GroupChoice {

  private final TermPicture picture;
  private final List<Wish> wishes;
  private final SeatHints hints;
  private final Map<Long, List<String>> own;
  private final boolean mayWait;
  private final PlanFacts before;

  private GroupChoice(
      TermPicture picture,
      List<Wish> wishes,
      SeatHints hints,
      Map<Long, List<String>> own,
      boolean mayWait) {
    this.picture = picture;
    this.wishes = wishes;
    this.hints = hints;
    this.own = own;
    this.mayWait = mayWait;
    this.before = picture.facts();
  }

  /**
   * Chooses; what is allowed counts as taken in the picture afterwards.
   *
   * @param own pools of the student in each section
   * @param mayWait whether a place in a queue will do
   * @return one choice for each wish, in their order
   */
  static List<Choice> of(
      TermPicture picture,
      List<Wish> wishes,
      SeatHints hints,
      Map<Long, List<String>> own,
      boolean mayWait) {
    GroupChoice choice = new GroupChoice(picture, wishes, hints, own, mayWait);
    List<Choice> inTurn = choice.inTurn();
    if (wishes.size() < 2 || inTurn.stream().noneMatch(Choice::hindered)) {
      return inTurn;
    }
    List<Choice> together = choice.together();
    if (choice.isBetter(together, inTurn)) {
      return together;
    }
    picture.back(choice.before);
    inTurn.forEach(choice::accept);
    return inTurn;
  }

  private List<Choice> inTurn() {
    List<Choice> choices = new ArrayList<>();
    for (Wish wish : wishes) {
      choices.add(accept(SeatDecision.choose(picture, wish, hints, own)));
    }
    return choices;
  }

  private Choice accept(Choice choice) {
    if (choice.verdict().isAllowed()) {
      picture.accept(choice.wish(), choice.sections(), !hints.free(choice.ids(), own));
    }
    return choice;
  }

  private List<Choice> together() {
    List<List<List<Section>>> ways = ways();
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      Wish wish = wishes.get(i);
      wanted.add(
          new Wanted(
              ways.get(i).stream().map(way -> way(wish, way)).toList(), picture.mayOverlap(wish)));
    }
    List<Integer> assigned = GroupAssignment.of(wanted);
    picture.back(before);
    Map<Integer, Choice> choices = new TreeMap<>();
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < assigned.size(); i++) {
      boolean out = assigned.get(i) == GroupAssignment.LEFT_OUT;
      if (out && !wishes.get(i).isOnlyChosen()) {
        left.add(i);
      } else {
        List<Section> way = out ? List.of() : ways.get(i).get(assigned.get(i));
        choices.put(i, accept(SeatDecision.judged(picture, wishes.get(i), way)));
      }
    }
    // what found no group beside the others is told why
    left.forEach(
        i -> choices.put(i, accept(SeatDecision.choose(picture, wishes.get(i), hints, own))));
    return List.copyOf(choices.values());
  }

  /** What everything but the lessons of the other wishes allows each of them, best liked first. */
  private List<List<List<Section>>> ways() {
    picture.back(before);
    List<List<List<Section>>> ways = new ArrayList<>();
    for (Wish wish : wishes) {
      List<List<Section>> allowed =
          SeatDecision.combinations(wish, hints, own).stream()
              .filter(way -> mayWait || hints.free(ids(way), own))
              .filter(way -> picture.judge(wish, way).verdict().isAllowed())
              .toList();
      if (!allowed.isEmpty() || wish.isOnlyChosen()) {
        // without its sections, so that it counts with everything but its lessons
        accept(SeatDecision.judged(picture, wish, List.of()));
      }
      ways.add(allowed);
    }
    return ways;
  }

  private Way way(Wish wish, List<Section> sections) {
    return new Way(picture.line(wish, sections).lessons(), hints.free(ids(sections), own));
  }

  /** By seats, then by what is taken at all. */
  private boolean isBetter(List<Choice> these, List<Choice> those) {
    long seats = seats(these) - seats(those);
    return seats > 0 || seats == 0 && taken(these) > taken(those);
  }

  private long seats(List<Choice> choices) {
    return choices.stream()
        .filter(one -> one.verdict().isAllowed() && hints.free(one.ids(), own))
        .count();
  }

  private static long taken(List<Choice> choices) {
    return choices.stream().filter(one -> one.verdict().isAllowed()).count();
  }

  private static List<Long> ids(List<Section> sections) {
    return sections.stream().map(Section::getId).collect(Collectors.toList());
  }
}
