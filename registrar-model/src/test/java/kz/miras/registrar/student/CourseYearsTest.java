package kz.miras.registrar.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseYearsTest {

  private static final List<Term> CALENDAR =
      List.of(
          term(2024, TermType.AUTUMN, "2024-09-02", "2025-01-18"),
          term(2024, TermType.SPRING, "2025-01-27", "2025-05-31"),
          term(2024, TermType.SUMMER, "2025-06-09", "2025-07-19"),
          term(2025, TermType.AUTUMN, "2025-09-01", "2026-01-17"),
          term(2025, TermType.SPRING, "2026-01-26", "2026-05-30"),
          term(2025, TermType.SUMMER, "2026-06-08", "2026-07-18"),
          term(2026, TermType.AUTUMN, "2026-09-01", "2027-01-16"));

  private static Term term(int year, TermType type, String starts, String ends) {
    AcademicYear of =
        new AcademicYear(year, LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 8, 31), "council");
    return new Term(
        of, type, year + "-" + type, LocalDate.parse(starts), LocalDate.parse(ends), 15);
  }

  private static int course(String today, int year, int course, String decided, int admission) {
    return new CourseYears(CALENDAR, LocalDate.parse(today))
        .in(year, course, decided == null ? null : LocalDate.parse(decided), admission);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in the year that runs                                  | 2025-10-10 | 2025 | 2 | 2025-09-01 | 2024 | 2
          its spring                                             | 2025-10-10 | 2025 | 2 | 2025-09-01 | 2024 | 2
          registers in spring for autumn, before the promotion   | 2026-05-10 | 2026 | 2 | 2025-09-01 | 2024 | 3
          the last course registers for an autumn after it       | 2026-05-10 | 2026 | 4 | 2025-09-01 | 2022 | 5
          in August, promoted already                            | 2026-08-20 | 2026 | 3 | 2026-08-15 | 2024 | 3
          in August, promoted to the last course                 | 2026-08-20 | 2026 | 4 | 2026-08-15 | 2023 | 4
          in August, promoted early in June                      | 2026-08-20 | 2026 | 3 | 2026-06-20 | 2024 | 3
          promoted already, asked about the spring that is over  | 2026-08-20 | 2025 | 3 | 2026-08-15 | 2024 | 2
          in August, not promoted yet                            | 2026-08-20 | 2026 | 2 | 2025-09-01 | 2024 | 3
          a first-year admitted in August                        | 2026-08-20 | 2026 | 1 | 2026-08-10 | 2026 | 1
          a first-year of whom no order is known                 | 2026-08-20 | 2026 | 1 |            | 2026 | 1
          a first-year in September                              | 2026-09-03 | 2026 | 1 | 2026-08-10 | 2026 | 1
          a repeated year, ordered in August                     | 2026-08-20 | 2026 | 2 | 2026-08-15 | 2024 | 2
          a repeated year, in its autumn                         | 2026-10-10 | 2026 | 2 | 2026-08-15 | 2024 | 2
          a repeated year, for the autumn after it               | 2026-05-10 | 2026 | 2 | 2025-08-15 | 2023 | 3
          back from leave in August to the same course           | 2026-08-20 | 2026 | 2 | 2026-08-18 | 2023 | 2
          back from leave in January                             | 2026-05-10 | 2026 | 2 | 2026-01-24 | 2023 | 3
          transferred into the second course                     | 2026-08-20 | 2026 | 2 | 2026-08-18 | 2026 | 2
          entered the second course, no order is known           | 2026-08-20 | 2026 | 2 |            | 2026 | 2
          follows a younger curriculum, before the promotion     | 2026-05-10 | 2026 | 2 | 2025-09-01 | 2025 | 3
          the promotion comes late: September                    | 2026-09-03 | 2026 | 2 | 2025-09-01 | 2024 | 3
          no order is known, registers in spring for autumn      | 2026-05-10 | 2026 | 2 |            | 2024 | 3
          no order is known, the course is raised in August      | 2026-08-20 | 2026 | 3 |            | 2024 | 3
          no order is known, the year runs                       | 2026-10-10 | 2026 | 3 |            | 2024 | 3
          the order is too old to tell                           | 2026-10-10 | 2026 | 3 | 2024-09-01 | 2024 | 3
          in summer the course of the year                       | 2026-06-20 | 2025 | 2 | 2025-09-01 | 2024 | 2
          a year before                                          | 2026-05-10 | 2024 | 2 | 2025-09-01 | 2024 | 1
          never less than the first course                       | 2026-05-10 | 2024 | 1 | 2025-09-01 | 2025 | 1
          """)
  @DisplayName("the course in an academic year")
  void course(
      String what,
      String today,
      int year,
      int course,
      String decided,
      int admission,
      int expected) {
    assertThat(course(today, year, course, decided, admission)).as(what).isEqualTo(expected);
  }

  @Test
  @DisplayName("an order after the last term of the calendar says nothing yet")
  void beyondTheCalendar() {
    assertThat(course("2027-02-01", 2026, 2, "2027-02-01", 2025)).isEqualTo(2);
  }

  @Test
  @DisplayName("without any term that has begun the course is as it stands")
  void beforeAllTerms() {
    assertThat(course("2024-08-01", 2024, 2, null, 2023)).isEqualTo(2);
    assertThat(new CourseYears(List.of(), LocalDate.of(2026, 1, 1)).in(2026, 3, null, 2024))
        .isEqualTo(3);
  }

  @Test
  @DisplayName(
      "SUM-1 the graduating course is that of the term: not who is promoted to it in summer, nor who"
          + " will have left by autumn")
  void lastCourseOfTheTerm() {
    int summer = course("2026-07-03", 2025, 4, "2026-07-01", 2023);
    assertThat(CourseYears.isLast(summer, 4, true)).as("promoted, in the summer before").isFalse();
    int autumn = course("2026-07-03", 2026, 4, "2026-07-01", 2023);
    assertThat(CourseYears.isLast(autumn, 4, false)).as("the autumn after it").isTrue();
    int coming = course("2026-05-10", 2026, 3, "2025-09-01", 2023);
    assertThat(CourseYears.isLast(coming, 4, false)).as("in May, for autumn").isTrue();
    int left = course("2026-05-10", 2026, 4, "2025-09-01", 2022);
    assertThat(CourseYears.isLast(left, 4, false)).as("who leaves in June").isFalse();
    assertThat(CourseYears.isLast(left, 4, true)).as("who has not left").isTrue();
  }

  @ParameterizedTest(name = "SUM-1 course {0} of the term, {1} now, summer {2}, begun {3}: {4}")
  @CsvSource({
    "4, 4, false, true,  true",
    "4, 3, false, false, true",
    "3, 3, false, true,  false",
    "5, 4, false, false, false",
    "5, 4, false, true,  true",
    "5, 4, true,  false, true",
    "5, 3, true,  false, false",
    "3, 3, true,  true,  false",
  })
  void graduating(int course, int now, boolean summer, boolean begun, boolean graduating) {
    assertThat(CourseYears.isGraduating(course, now, 4, summer, begun)).isEqualTo(graduating);
  }

  @Test
  @DisplayName("orders on entry, promotion, a repeated year and return decide about the course")
  void kindsThatDecide() {
    assertThat(Arrays.stream(OrderKind.values()).filter(OrderKind::decidesCourse))
        .containsExactly(
            OrderKind.ADMISSION,
            OrderKind.TRANSFER_IN,
            OrderKind.MOBILITY_IN,
            OrderKind.LEAVE_RETURN,
            OrderKind.REINSTATEMENT,
            OrderKind.COURSE_PROMOTION,
            OrderKind.REPEAT_YEAR);
  }
}
