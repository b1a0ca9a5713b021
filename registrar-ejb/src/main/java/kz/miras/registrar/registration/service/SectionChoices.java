package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
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
   * @param group the GROUP section wanted; null for any
   * @param room free seats of a section for the student
   */
  static List<List<Section>> of(List<Section> sections, Long group, ToIntFunction<Section> room) {
    Comparator<List<Section>> roomiest =
        Comparator.comparingInt(
            choice -> -choice.stream().mapToInt(room).min().orElse(Integer.MAX_VALUE));
    List<List<Section>> choices = new ArrayList<>();
    choices.add(List.of());
    for (SectionKind kind : SectionKind.values()) {
      List<Section> open =
          sections.stream()
              .filter(section -> section.getKind() == kind)
              .filter(section -> section.getStatus() == SectionStatus.OPEN)
              .filter(
                  section ->
                      kind != SectionKind.GROUP || group == null || section.getId().equals(group))
              .toList();
      if (open.isEmpty()) {
        if (kind == SectionKind.GROUP) {
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
