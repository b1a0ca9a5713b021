package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the journey can be brought in on any day of the year. */
class TermFilesTest {

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  static Stream<LocalDate> days() {
    return LocalDate.of(2026, 9, 1).datesUntil(LocalDate.of(2027, 9, 1));
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("days")
  @DisplayName("the term lies in the academic year of today, its periods lie in the term")
  void periodsLieInTheTerm(LocalDate today) {
    TermFiles files = new TermFiles(today);
    List<String> term = files.terms().get(0);
    LocalDate from = LocalDate.parse(term.get(3));
    LocalDate to = LocalDate.parse(term.get(4));
    assertThat(from).isAfterOrEqualTo(LocalDate.of(files.year(), 9, 1));
    assertThat(to).isAfter(from).isBeforeOrEqualTo(LocalDate.of(files.year() + 1, 8, 31));
    assertThat(today).isBetween(from, to);
    for (List<String> period : files.events()) {
      LocalDate begins = LocalDate.parse(period.get(4), TYPED);
      LocalDate ends = LocalDate.parse(period.get(5), TYPED);
      assertThat(begins).isBetween(from, to);
      assertThat(ends).isBetween(begins, to);
      assertThat(today).isBetween(begins, ends);
    }
  }
}
