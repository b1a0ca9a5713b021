package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.transcript.IssueDeadline.Nearness;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueDeadlineTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  /** Two free days in the middle of a week, and a Saturday that is worked. */
  private static final WorkingDays DAYS =
      new WorkingDays(
          List.of(LocalDate.of(2026, 12, 16), LocalDate.of(2026, 12, 17)),
          List.of(LocalDate.of(2026, 12, 12)));

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // a day later on working days
    "2026-11-30T15:00, 24, 2026-12-01T15:00",
    // the clock stands from Friday's midnight to Monday's beginning
    "2026-12-04T15:00, 24, 2026-12-07T15:00",
    // asked on a Sunday it begins with Monday
    "2026-12-06T11:30, 24, 2026-12-08T00:00",
    // the worked Saturday counts, the Sunday after it does not
    "2026-12-11T10:00, 24, 2026-12-12T10:00",
    "2026-12-12T10:00, 24, 2026-12-14T10:00",
    // over two holidays
    "2026-12-15T09:00, 24, 2026-12-18T09:00",
    "2026-11-30T00:00, 24, 2026-12-01T00:00",
    "2026-11-30T23:59, 2, 2026-12-01T01:59",
    "2026-11-30T15:00, 72, 2026-12-03T15:00"
  })
  @DisplayName("DOC-47 hours run on working days only, from midnight to midnight")
  void hours(String asked, int hours, String due) {
    assertThat(
            IssueDeadline.of(at(asked), new IssueTerm(IssueTerm.Unit.HOURS, hours), DAYS, ZONE)
                .end())
        .isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T15:00, 1, 2026-12-02T00:00",
    "2026-12-04T15:00, 1, 2026-12-08T00:00",
    // fifteen working days of a duplicate: one Saturday worked, two holidays
    "2026-12-01T09:00, 15, 2026-12-24T00:00"
  })
  @DisplayName(
      "DOC-47 working days are counted by the table and kept until the end of the last one")
  void days(String asked, int days, String due) {
    assertThat(
            IssueDeadline.of(
                    at(asked), new IssueTerm(IssueTerm.Unit.WORKING_DAYS, days), DAYS, ZONE)
                .end())
        .isEqualTo(at(due));
  }

  @Test
  @DisplayName("DOC-47 what ends within the present day is due today, at its end it is late")
  void nearness() {
    IssueDeadline noon = new IssueDeadline(at("2026-12-01T12:00"));
    assertThat(noon.at(at("2026-11-30T23:59"), ZONE)).isEqualTo(Nearness.LATER);
    assertThat(noon.at(at("2026-12-01T00:00"), ZONE)).isEqualTo(Nearness.TODAY);
    assertThat(noon.at(at("2026-12-01T12:00"), ZONE)).isEqualTo(Nearness.LATE);
    IssueDeadline endOfDay = new IssueDeadline(at("2026-12-02T00:00"));
    assertThat(endOfDay.at(at("2026-12-01T09:00"), ZONE))
        .as("kept until the end of the day")
        .isEqualTo(Nearness.TODAY);
  }
}
