package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;

/** The combinations of sections a student may take: one of each kind the offering has. */
final class SectionChoices {

  /** Looked at, never of those with the fewest seats: far more than a student can tell apart. */
  private static final int MOST = 300;

  private SectionChoices() {}

  /**
   * Combinations with most room in their fullest section first; equal ones in the order of the
   * sections.
   *
   * @param named sections wanted: of their kinds no other is
   * @param room free seats of a section for the student
   */
  static List<List<Section>> of(
      List<Section> sections, Set<Long> named, ToIntFunction<Section> room) {
    Comparator<List<Section>> roomiest =
        Comparator.comparingInt(
            choice -> -choice.stream().mapToInt(room).min().orElse(Integer.MAX_VALUE));
    List<List<Section>> choices = new ArrayList<>();
    choices.add(List.of());
    Set<Long> known = sections.stream().map(Section::getId).collect(Collectors.toSet());
    if (!known.containsAll(named)) {
      return List.of();
    }
    for (SectionKind kind : SectionKind.values()) {
      List<Section> all = sections.stream().filter(one -> one.getKind() == kind).toList();
      boolean wanted = all.stream().anyMatch(one -> named.contains(one.getId()));
      List<Section> open =
          all.stream()
              .filter(section -> section.getStatus() == SectionStatus.OPEN)
              .filter(section -> !wanted || named.contains(section.getId()))
              .toList();
      if (open.isEmpty()) {
        if (wanted || kind == SectionKind.GROUP) {
          return List.of();
        }
        continue;
      }
      List<List<Section>> longer = new ArrayList<>();
      for (List<Section> choice : choices) {
        for (Section section : open) {
          List<Section> more = new ArrayList<>(choice);
          more.add(section);
          longer.add(more);
        }
      }
      // a section more never makes room: what is cut here could only come after what is kept
      longer.sort(roomiest);
      choices = longer.subList(0, Math.min(MOST, longer.size()));
    }
    return choices;
  }
}
