package kz.miras.registrar.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.calendar.YearPlan.TermSpan;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSoundTest {

  private static final CalendarLimits LIMITS = new CalendarLimits(15, 10, 6, 2, 7);

  private final List<TermSpan> terms =
      new ArrayList<>(
          List.of(
              new TermSpan(
                  TermType.AUTUMN,
                  span("2025-09-01", "2025-12-13"),
                  span("2025-12-15", "2025-12-30")),
              new TermSpan(
                  TermType.SPRING,
                  span("2026-01-19", "2026-05-02"),
                  span("2026-05-04", "2026-05-23"))));
  private final List<Span> vacations =
      new ArrayList<>(List.of(span("2026-01-02", "2026-01-17"), span("2026-07-06", "2026-08-29")));
  private boolean graduating;
  private boolean winterIntake;

  @Test
  @DisplayName("CAL-1 to CAL-5 an ordinary year of two semesters is sound")
  void ordinaryYearIsSound() {
    assertThat(judge().refusals()).isEmpty();
  }

  @Test
  @DisplayName("CAL-1 the year begins in September; in January only for the winter intake")
  void yearBeginsInSeptember() {
    terms.remove(0);
    assertThat(codes()).contains("calendar.year.begins");
    winterIntake = true;
    assertThat(codes()).doesNotContain("calendar.year.begins");
  }

  @ParameterizedTest(name = "CAL-2 {0} from {1} to {2} beside autumn and spring: {3}")
  @CsvSource({
    "SUMMER,      2026-05-24, 2026-07-05, ''",
    "SUMMER,      2026-05-23, 2026-07-05, starts_on",
    "SUMMER,      2026-02-01, 2026-03-20, starts_on",
    "SUMMER,      2025-08-01, 2025-09-01, ends_on",
    "AUTUMN,      2026-05-01, 2026-09-30, starts_on",
    "TRIMESTER_1, 2025-09-01, 2025-11-10, ''",
  })
  void termsFollowOneAnother(TermType type, String from, String to, String field) {
    AcademicYear year =
        new AcademicYear(2025, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31), null);
    List<Term> others =
        List.of(
            new Term(
                year,
                TermType.AUTUMN,
                "2025-1",
                LocalDate.of(2025, 9, 1),
                LocalDate.of(2025, 12, 30),
                15),
            new Term(
                year,
                TermType.SPRING,
                "2025-2",
                LocalDate.of(2026, 1, 19),
                LocalDate.of(2026, 5, 23),
                15));
    assertThat(CalendarSound.apart(type, span(from, to), others).refusals())
        .extracting(Refusal::field)
        .containsExactlyElementsOf(field.isEmpty() ? List.of() : List.of(field));
  }

  @Test
  @DisplayName("CAL-2 fourteen weeks are no semester, nine no trimester")
  void periodsHaveTheirWeeks() {
    terms.set(
        0,
        new TermSpan(
            TermType.AUTUMN, span("2025-09-01", "2025-12-06"), span("2025-12-08", "2025-12-20")));
    assertThat(codes()).containsExactly("calendar.term.too-short");
    terms.set(
        0,
        new TermSpan(
            TermType.AUTUMN, span("2025-09-01", "2025-12-12"), span("2025-12-15", "2025-12-20")));
    assertThat(codes()).isEmpty();
    terms.clear();
    terms.add(
        new TermSpan(
            TermType.TRIMESTER_1,
            span("2025-09-01", "2025-11-01"),
            span("2025-11-03", "2025-11-08")));
    assertThat(codes()).containsExactly("calendar.term.too-short");
  }

  @Test
  @DisplayName("CAL-2 a year has semesters or trimesters, not both")
  void semestersAndTrimestersDoNotMix() {
    terms.set(
        1,
        new TermSpan(
            TermType.TRIMESTER_2,
            span("2026-01-19", "2026-04-04"),
            span("2026-04-06", "2026-04-18")));
    assertThat(codes()).containsExactly("calendar.term.mixed");
  }

  @Test
  @DisplayName("CAL-3 vacations do not overlap study")
  void vacationsDoNotOverlapStudy() {
    vacations.set(0, span("2026-01-02", "2026-01-19"));
    assertThat(codes()).containsExactly("calendar.spans.overlap");
  }

  @Test
  @DisplayName("CAL-4 a term without attestation is refused")
  void termEndsWithAttestation() {
    terms.set(1, new TermSpan(TermType.SPRING, span("2026-01-19", "2026-05-02"), null));
    assertThat(codes()).containsExactly("calendar.term.no-attestation");
  }

  @Test
  @DisplayName("CAL-5 two vacations of seven weeks in total, except in the year of graduation")
  void vacationsAreLongEnough() {
    vacations.remove(0);
    assertThat(codes()).containsExactly("calendar.vacations.too-few");
    vacations.set(0, span("2026-07-06", "2026-08-22"));
    assertThat(codes())
        .containsExactly("calendar.vacations.too-few", "calendar.vacations.too-short");
    graduating = true;
    assertThat(codes()).isEmpty();
  }

  @Test
  @DisplayName("SUM-1 a summer semester of five weeks is refused, of six not")
  void summerHasSixWeeks() {
    vacations.set(1, span("2026-07-20", "2026-08-29"));
    Span attestation = span("2026-07-13", "2026-07-18");
    terms.add(new TermSpan(TermType.SUMMER, span("2026-06-08", "2026-07-11"), attestation));
    assertThat(codes()).containsExactly("calendar.summer.too-short");
    terms.set(2, new TermSpan(TermType.SUMMER, span("2026-06-01", "2026-07-11"), attestation));
    assertThat(codes()).isEmpty();
  }

  private List<String> codes() {
    return judge().refusals().stream().map(Refusal::code).toList();
  }

  private Verdict judge() {
    return CalendarSound.judge(
        new YearPlan(2025, graduating, winterIntake, terms, vacations), LIMITS);
  }

  private static Span span(String from, String to) {
    return new Span(LocalDate.parse(from), LocalDate.parse(to));
  }
}
