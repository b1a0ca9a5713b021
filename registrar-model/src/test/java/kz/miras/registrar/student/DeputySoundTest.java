package kz.miras.registrar.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.DeputySound.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeputySoundTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-20,2026-08-20,''",
    "2026-08-01,2026-08-20,''",
    "2026-08-20,2027-08-20,''",
    "2026-08-20,2027-08-21,student.deputy.long",
    "2026-08-01,2026-08-19,student.deputy.over",
    "2026-08-21,2026-08-20,student.deputy.over"
  })
  @DisplayName("ADV-1 an adviser is replaced for a time that is not over, a year at most")
  void time(String from, String to, String refused) {
    Verdict verdict = DeputySound.judge(1L, 2L, period(from, to), "№ 5", TODAY, List.of());
    assertThat(codes(verdict)).isEqualTo(refused.isEmpty() ? List.of() : List.of(refused));
  }

  @Test
  @DisplayName("ADV-1 by another person, on a basis; what is missing is told at once")
  void another() {
    Period august = period("2026-08-20", "2026-08-31");
    assertThat(codes(DeputySound.judge(1L, 1L, august, "№ 5", TODAY, List.of())))
        .containsExactly("student.deputy.self");
    assertThat(
            DeputySound.judge(null, null, new Period(null, null), " ", TODAY, List.of()).refusals())
        .extracting(Refusal::field)
        .containsExactly("adviser", "deputy", "from", "to", "basis");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-21,2026-08-24,false",
    "2026-08-21,2026-08-25,true",
    "2026-08-27,2026-08-28,true",
    "2026-08-30,2026-09-05,true",
    "2026-08-31,2026-09-05,false"
  })
  @DisplayName("ADV-2 an adviser has one replacement on a day")
  void oneAtATime(String from, String to, boolean overlaps) {
    Verdict verdict =
        DeputySound.judge(
            1L, 2L, period(from, to), "№ 5", TODAY, List.of(period("2026-08-25", "2026-08-30")));
    assertThat(codes(verdict)).isEqualTo(overlaps ? List.of("student.deputy.overlaps") : List.of());
  }
}
