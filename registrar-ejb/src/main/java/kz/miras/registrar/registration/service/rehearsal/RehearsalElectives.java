package kz.miras.registrar.registration.service.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.rule.ChoiceFact;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Item;

/**
 * What students may choose from. Where a catalogue of electives is published for a curriculum and
 * the year, it decides about the blocks it has entries of; everywhere else the curriculum does.
 */
final class RehearsalElectives {

  private RehearsalElectives() {}

  /**
   * The lines of a curriculum as the catalogue has them.
   *
   * @param items of the curriculum
   * @param entries of its published catalogue, an addition without credits of its block; empty
   *     where none is published
   */
  static List<Item> of(List<Item> items, List<Item> entries) {
    if (entries.isEmpty()) {
      return items;
    }
    Set<Long> entered = entries.stream().map(Item::discipline).collect(Collectors.toSet());
    Set<String> offered = entries.stream().map(Item::block).collect(Collectors.toSet());
    List<Item> lines = new ArrayList<>();
    Set<Long> known = new TreeSet<>();
    for (Item item : items) {
      known.add(item.discipline());
      lines.add(
          item.block() != null && offered.contains(item.block())
              ? item.from(
                  LineSource.ofCurriculum(
                      item.block(), entered.contains(item.discipline()), offered))
              : item);
    }
    entries.stream()
        .filter(entry -> !known.contains(entry.discipline()))
        .map(entry -> entry.from(LineSource.CATALOGUE))
        .forEach(lines::add);
    return lines;
  }

  /**
   * What the choice blocks of a term ask for, and what of it is done.
   *
   * @param termNo term counted from admission, from 1
   * @param standing what became of a discipline so far
   */
  static List<ChoiceFact> choices(
      List<Item> items, int termNo, LongFunction<AcademicRecord.Standing> standing) {
    Map<String, Integer> required = new LinkedHashMap<>();
    Map<String, Integer> done = new HashMap<>();
    for (Item item : items) {
      boolean addition = item.source() == LineSource.CATALOGUE;
      if (item.block() != null && (addition || item.termNo() == termNo)) {
        if (!addition) {
          required.merge(item.block(), item.blockCredits(), Math::max);
        }
        if (standing.apply(item.discipline()) == AcademicRecord.Standing.PASSED) {
          done.merge(item.block(), item.credits(), Integer::sum);
        }
      }
    }
    return required.entrySet().stream()
        .map(
            one -> new ChoiceFact(one.getKey(), one.getValue(), done.getOrDefault(one.getKey(), 0)))
        .toList();
  }
}
