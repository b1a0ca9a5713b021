package kz.miras.registrar.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.service.TermOfferings.Hour;
import kz.miras.registrar.registration.web.WeekGrid.Kind;
import kz.miras.registrar.registration.web.WeekGrid.Lesson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The week of a student as it is drawn. */
class WeekGridTest {

  private final WeekGrid grid = new WeekGrid();

  @Test
  @DisplayName("REG-11 certain lessons that overlap are both marked, those of one discipline not")
  void overlaps() {
    grid.add("A", "G-1", hour(9, SectionSlot.Weeks.ALL), Kind.HELD);
    grid.add("B", "G-1", hour(9, SectionSlot.Weeks.ALL), Kind.WANTED);
    grid.add("C", "G-1", hour(11, SectionSlot.Weeks.ALL), Kind.HELD);
    grid.add("C", "G-2", hour(11, SectionSlot.Weeks.ALL), Kind.WANTED);

    assertThat(clashing()).containsExactly("A", "B");
  }

  @Test
  @DisplayName("REG-11 a possible lesson is ruled out by a certain one and rules out nothing")
  void possibleLessons() {
    grid.add("A", "G-1", hour(9, SectionSlot.Weeks.ODD), Kind.HELD);
    grid.add("B", "G-1", hour(9, SectionSlot.Weeks.ALL), Kind.MAYBE);
    grid.add("B", "G-2", hour(9, SectionSlot.Weeks.EVEN), Kind.MAYBE);

    assertThat(clashing()).containsExactly("B");
    assertThat(lessons().get(0).style()).isEqualTo("lesson held");
    assertThat(lessons().get(1).style()).isEqualTo("lesson maybe clash");
  }

  private List<String> clashing() {
    return lessons().stream().filter(Lesson::clash).map(Lesson::discipline).toList();
  }

  private List<Lesson> lessons() {
    return grid.rows().stream().flatMap(row -> row.days().stream()).flatMap(List::stream).toList();
  }

  private static Hour hour(int from, SectionSlot.Weeks weeks) {
    return new Hour(
        DayOfWeek.MONDAY, LocalTime.of(from, 0), LocalTime.of(from + 1, 50), weeks, 1, 15, "101");
  }
}
