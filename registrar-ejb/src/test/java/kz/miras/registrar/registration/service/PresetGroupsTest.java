package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.service.PresetGroups.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PresetGroupsTest {

  private static final LessonTime NINE =
      LessonTime.weekly(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(9, 50));
  private static final LessonTime TEN =
      LessonTime.weekly(DayOfWeek.MONDAY, LocalTime.of(10, 0), LocalTime.of(10, 50));

  private static Option free(long section, int free, LessonTime... lessons) {
    return new Option(section, false, 0, 0, free, List.of(lessons));
  }

  private static Map<Long, Long> choose(List<Option> options, LessonTime... fixed) {
    return PresetGroups.choose(Map.of(1L, options), List.of(fixed));
  }

  @Test
  @DisplayName(
      "REG-3 the own group, where the others sit, where seats are kept, where most are free")
  void inThisOrder() {
    Option roomy = free(1, 30);
    Option small = free(2, 5);
    Option kept = new Option(3, false, 0, 4, 5, List.of());
    Option seated = new Option(4, false, 7, 0, 5, List.of());
    Option named = new Option(5, true, 0, 0, 0, List.of());
    assertThat(choose(List.of(small, roomy))).containsEntry(1L, 1L);
    assertThat(choose(List.of(small, roomy, kept))).containsEntry(1L, 3L);
    assertThat(choose(List.of(small, roomy, kept, seated))).containsEntry(1L, 4L);
    assertThat(choose(List.of(small, roomy, kept, seated, named))).containsEntry(1L, 5L);
    assertThat(choose(List.of(free(1, 0)))).as("full").isEmpty();
  }

  @Test
  @DisplayName("REG-11 the groups chosen meet neither one another nor the only stream")
  void apart() {
    assertThat(choose(List.of(free(1, 9, NINE), free(2, 5, TEN)), NINE)).containsEntry(1L, 2L);
    Map<Long, List<Option>> two =
        Map.of(
            1L, List.of(free(1, 9, NINE), free(2, 5, TEN)),
            2L, List.of(free(3, 9, NINE)));
    assertThat(PresetGroups.choose(two, List.of()))
        .as("who has one group only comes first")
        .containsExactlyInAnyOrderEntriesOf(Map.of(1L, 2L, 2L, 3L));
  }

  @Test
  @DisplayName(
      "REG-3 REG-11 an academic group sits in one stream, too: one that meets neither the groups chosen"
          + " nor another stream; where none is free the stream is left open")
  void inOneStream() {
    Map<Long, List<Option>> groups =
        Map.of(1L, List.of(free(1, 30, NINE)), 2L, List.of(free(2, 5)));
    Map<Long, List<Option>> streams =
        Map.of(
            1L, List.of(free(11, 90, NINE), free(12, 60, TEN)),
            2L, List.of(free(21, 0), free(22, 90, TEN)));
    assertThat(PresetGroups.places(groups, streams, List.of()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(1L, new NamedSections(1L, 12L), 2L, new NamedSections(2L, null)));
    assertThat(PresetGroups.places(groups, Map.of(), List.of()))
        .containsEntry(1L, new NamedSections(1L, null));
  }
}
