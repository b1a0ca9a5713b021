package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.Candidates.Known;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.TermPlanner.Part;

/**
 * DEB-1. The items of a curriculum that concern a student in a term: those due in it, those tried
 * before and not passed, and those of earlier terms that were never studied. Of a choice block of
 * an earlier term nobody owes one discipline in particular, but its credits. What coming into the
 * curriculum on the way has left open is a difference.
 */
final class TermParts {

  private final Map<String, List<PlannedItem>> due = new LinkedHashMap<>();
  private final List<PlannedItem> failed = new ArrayList<>();
  private final Map<String, List<PlannedItem>> missed = new LinkedHashMap<>();
  private final Map<String, Integer> owed = new LinkedHashMap<>();
  private final Known known;
  private EnrolmentType owedAs = EnrolmentType.DEBT;

  private TermParts(Known known) {
    this.known = known;
  }

  /**
   * Sorts the items.
   *
   * @param place where the term stands in the curriculum
   * @param differs whether an order brought the student into the curriculum on the way
   */
  static TermParts of(
      Collection<PlannedItem> items,
      StudentCourses.Place place,
      Known known,
      BooleanSupplier differs) {
    TermParts parts = new TermParts(known);
    for (PlannedItem item : items) {
      if (item.termNo() == place.termNo() && parts.isOffered(item)) {
        parts.due.computeIfAbsent(block(item), key -> new ArrayList<>()).add(item);
      } else if (parts.standing(item) == Standing.FAILED) {
        parts.failed.add(item);
      } else if (item.termNo() < place.ahead() && item.cycle() != Cycle.ADDITIONAL) {
        parts.past(item);
      }
    }
    parts.missed.keySet().removeIf(block -> parts.owed.getOrDefault(block, 0) <= 0);
    if (!parts.missed.isEmpty() && differs.getAsBoolean()) {
      parts.owedAs = EnrolmentType.DIFFERENCE;
    }
    return parts;
  }

  private static String block(PlannedItem item) {
    return item.block() == null ? "" : item.block();
  }

  /** What the catalogue leaves out is shown to who has passed it or has it in the plan. */
  private boolean isOffered(PlannedItem item) {
    return !item.isLeftOut()
        || standing(item) == Standing.PASSED
        || known.planned().containsKey(item.discipline().getId());
  }

  private Standing standing(PlannedItem item) {
    return known.past(item.discipline()).standing();
  }

  private void past(PlannedItem item) {
    String block = block(item);
    boolean open =
        standing(item) == Standing.NONE && !known.studied().contains(item.discipline().getId());
    if (open) {
      missed.computeIfAbsent(block, key -> new ArrayList<>()).add(item);
    }
    if (block.isEmpty()) {
      owed.merge(block, open ? credits(item) : 0, Integer::sum);
    } else {
      owed.putIfAbsent(block, item.blockCredits());
      owed.merge(block, open ? 0 : -credits(item), Integer::sum);
    }
  }

  private static int credits(PlannedItem item) {
    return item.discipline().getCredits();
  }

  /** Codes of all disciplines of all parts. */
  Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    due.values().forEach(items -> add(codes, items));
    missed.values().forEach(items -> add(codes, items));
    add(codes, failed);
    return codes;
  }

  private static void add(Set<String> codes, List<PlannedItem> items) {
    items.forEach(item -> codes.add(item.discipline().getCode()));
  }

  /**
   * The parts as they are shown: what is compulsory, each choice block, what was not passed, what
   * was never studied.
   *
   * @param offered what is known, with where the disciplines are offered
   */
  List<Part> parts(Known offered) {
    List<Part> parts = new ArrayList<>();
    List<PlannedItem> fixed = due.getOrDefault("", List.of());
    if (!fixed.isEmpty()) {
      parts.add(part("", sum(fixed), EnrolmentType.MAIN, fixed, offered));
    }
    due.forEach(
        (block, items) -> {
          if (!block.isEmpty()) {
            parts.add(part(block, items.get(0).blockCredits(), EnrolmentType.MAIN, items, offered));
          }
        });
    if (!failed.isEmpty()) {
      parts.add(part("", sum(failed), EnrolmentType.RETAKE, failed, offered));
    }
    missed.forEach(
        (block, items) -> parts.add(part(block, owed.get(block), owedAs, items, offered)));
    return parts;
  }

  private static int sum(List<PlannedItem> items) {
    return items.stream().mapToInt(TermParts::credits).sum();
  }

  private static Part part(
      String block, int credits, EnrolmentType type, List<PlannedItem> items, Known known) {
    return new Part(
        block.isEmpty() ? null : block,
        credits,
        type,
        items.stream().map(known::candidate).filter(Candidate::isToBeHad).toList());
  }
}
