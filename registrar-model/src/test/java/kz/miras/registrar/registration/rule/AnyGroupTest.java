package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.registration.rule.AnyGroup.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnyGroupTest {

  private static LessonTime at(int hour) {
    return LessonTime.weekly(DayOfWeek.MONDAY, LocalTime.of(hour, 0), LocalTime.of(hour, 50));
  }

  private static Option planned(long section, int hour) {
    return new Option(section, true, List.of(at(hour)));
  }

  private static Option other(long section, int hour) {
    return new Option(section, false, List.of(at(hour)));
  }

  private static List<Long> chosen(List<List<Option>> kinds, Integer... busy) {
    return AnyGroup.choose(kinds, Arrays.stream(busy).map(AnyGroupTest::at).toList()).stream()
        .map(Option::section)
        .toList();
  }

  @Test
  @DisplayName("REG-33 the group the plan was made with comes before any other with a seat")
  void thePlannedFirst() {
    assertThat(chosen(List.of(List.of(other(2, 9), planned(1, 10))))).containsExactly(1L);
    assertThat(chosen(List.of(List.of(other(3, 9), other(2, 10))))).containsExactly(3L);
    assertThat(chosen(List.of(List.of()))).isEmpty();
  }

  @Test
  @DisplayName(
      "REG-11 REG-33 another group is taken only where its lessons overlap with nothing else; the"
          + " planned one was held against everything before")
  void besideTheOthers() {
    assertThat(chosen(List.of(List.of(other(2, 9), other(3, 10))), 9)).containsExactly(3L);
    assertThat(chosen(List.of(List.of(other(2, 9))), 9)).isEmpty();
    assertThat(chosen(List.of(List.of(planned(1, 9))), 9)).containsExactly(1L);
  }

  @Test
  @DisplayName(
      "REG-33 somebody comes back into a queue where its section and one of each other kind fit"
          + " beside everything else and each other")
  void leadsIn() {
    List<List<Option>> streams = List.of(List.of(other(1, 9), other(2, 11)));
    assertThat(AnyGroup.leadsIn(List.of(), other(3, 9), List.of())).isTrue();
    assertThat(AnyGroup.leadsIn(List.of(), other(3, 9), List.of(at(9)))).isFalse();
    assertThat(AnyGroup.leadsIn(streams, other(3, 9), List.of())).isTrue();
    assertThat(AnyGroup.leadsIn(streams, other(3, 9), List.of(at(11))))
        .as("the only stream that is left overlaps")
        .isFalse();
    assertThat(AnyGroup.leadsIn(List.of(List.of()), other(3, 9), List.of()))
        .as("no stream at all")
        .isFalse();
  }

  @Test
  @DisplayName(
      "REG-11 REG-33 whose lessons overlap leaves those queues alone; where only a combination"
          + " overlaps, all of them; never that of the plan")
  void resting() {
    assertThat(AnyGroup.resting(List.of(other(1, 9), other(2, 10)), List.of(at(9))))
        .containsExactly(other(1, 9));
    assertThat(AnyGroup.resting(List.of(other(1, 9), other(2, 10)), List.of(at(8))))
        .containsExactly(other(1, 9), other(2, 10));
    assertThat(AnyGroup.resting(List.of(planned(1, 9), other(2, 10)), List.of(at(9))))
        .containsExactly(other(2, 10));
    assertThat(AnyGroup.resting(List.of(planned(1, 9)), List.of(at(9)))).isEmpty();
  }

  @Test
  @DisplayName("REG-11 REG-33 stream and group are chosen so that they do not overlap each other")
  void togetherOnly() {
    List<Option> streams = List.of(other(1, 9), other(2, 11));
    assertThat(chosen(List.of(streams, List.of(other(3, 9))))).containsExactly(2L, 3L);
    assertThat(chosen(List.of(List.of(planned(1, 9)), List.of(other(3, 9))))).isEmpty();
    assertThat(chosen(List.of(List.of(planned(1, 9)), List.of(planned(3, 9)))))
        .as("as it was planned")
        .containsExactly(1L, 3L);
    assertThat(chosen(List.of(List.of(other(1, 9)), List.of(planned(3, 9), other(4, 10)))))
        .containsExactly(1L, 4L);
  }
}
