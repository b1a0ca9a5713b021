package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;

/** The combinations of sections a student may take: one of each kind the offering has. */
final class SectionChoices {

  private static final int MOST = 50;

  private SectionChoices() {}

  /**
   * Combinations in order of section codes.
   *
   * @param group the GROUP section wanted; null for any
   */
  static List<List<Section>> of(List<Section> sections, Long group) {
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
      choices = longer.subList(0, Math.min(MOST, longer.size()));
    }
    return choices;
  }
}
