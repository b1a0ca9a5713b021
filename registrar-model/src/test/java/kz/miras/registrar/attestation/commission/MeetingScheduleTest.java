package kz.miras.registrar.attestation.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeetingScheduleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  private static final int LEAD = 14;

  private static MeetingSchedule schedule(int... days) {
    return new MeetingSchedule(
        Arrays.stream(days)
            .mapToObj(day -> new MeetingSchedule.Planned(TODAY.plusDays(day), "secretary"))
            .toList());
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "AK-4 the schedule is approved two weeks before the first meeting, or with a reason, by"
          + " another than who planned it")
  void approved() {
    assertThat(schedule(20, 14).approves("director", null, TODAY, LEAD).isAllowed()).isTrue();
    Verdict late = schedule(20, 13).approves("director", " ", TODAY, LEAD);
    assertThat(codes(late)).containsExactly("attestation.ak.schedule-late");
    assertThat(late.refusals().get(0).args().toString())
        .isEqualTo("[14, " + TODAY.plusDays(13) + "]");
    assertThat(schedule(0).approves("director", "was ill", TODAY, LEAD).isAllowed())
        .as("another day of whoever was excused")
        .isTrue();
    assertThat(codes(schedule(20).approves("secretary", null, TODAY, LEAD)))
        .containsExactly("attestation.ak.schedule-own");
    assertThat(codes(schedule().approves("director", null, TODAY, LEAD)))
        .containsExactly("attestation.ak.schedule-none");
    assertThat(codes(schedule(20).approves("director", "r".repeat(501), TODAY, LEAD)))
        .containsExactly("field.too-long");
  }

  @Test
  @DisplayName(
      "AK-13 the council approves the report of the chair once every protocol is signed, on a day"
          + " since the last meeting")
  void reported() {
    ReportApproval approval = new ReportApproval(" 7 ", TODAY);
    assertThat(approval.number()).isEqualTo("7");
    assertThat(approval.judge(true, TODAY, TODAY).isAllowed()).isTrue();
    assertThat(codes(approval.judge(false, TODAY, TODAY)))
        .containsExactly("attestation.ak.report-open");
    assertThat(codes(approval.judge(true, null, TODAY)))
        .as("has not met")
        .containsExactly("attestation.ak.report-open");
    assertThat(codes(approval.judge(true, TODAY.plusDays(1), TODAY.plusDays(2))))
        .containsExactly("attestation.ak.report-date");
    assertThat(codes(new ReportApproval("", TODAY.plusDays(1)).judge(true, TODAY, TODAY)))
        .containsExactly("attestation.ak.report-number", "attestation.ak.report-date");
  }
}
