package kz.miras.registrar.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What may be given up for another discipline, and what is. */
class SwapChoicesTest {

  private final SwapChoices swaps = new SwapChoices();

  @Test
  @DisplayName(
      "REG-5 what is held or waited for may be given up for another discipline; what waits for a"
          + " payment, has no seat or is the discipline itself may not")
  void whatMayBeGivenUp() {
    List<PlanView.Line> lines =
        List.of(
            line("HELD", EnrolmentStatus.ENROLLED),
            line("WAITS", EnrolmentStatus.WAITLISTED),
            line("UNPAID", EnrolmentStatus.REQUESTED),
            line("BARE", null));

    assertThat(swaps.of(lines, "NEW"))
        .extracting(PlanView.Line::discipline)
        .containsExactly("HELD", "WAITS");
    assertThat(swaps.of(lines, "BARE")).as("it is in the plan already").isEmpty();
  }

  @Test
  @DisplayName(
      "REG-33 a discipline is given up for one that is chosen, and for nothing once it is chosen no"
          + " more, or the seat is gone")
  void whatIsGivenUp() {
    List<PlanView.Line> lines = List.of(line("HELD", EnrolmentStatus.ENROLLED));
    Map<String, String> chosen = Map.of("NEW", "only|ru");
    assertThat(swaps.enrolment(lines, "NEW")).as("nothing is said").isNull();
    swaps.getInstead().put("NEW", "HELD");

    assertThat(swaps.enrolment(lines, "NEW")).isEqualTo(PlanSamples.SEAT);
    assertThat(swaps.isGivenUp("HELD", lines, chosen)).isTrue();
    assertThat(swaps.isGivenUp("NEW", lines, chosen)).isFalse();
    assertThat(swaps.isGivenUp("HELD", lines, Map.of("NEW", ""))).isFalse();
    assertThat(swaps.enrolment(List.of(), "NEW")).isNull();
    assertThat(swaps.isGivenUp("HELD", List.of(), chosen)).isFalse();
    List<PlanView.Line> both = List.of(lines.get(0), line("NEW", EnrolmentStatus.WAITLISTED));
    assertThat(swaps.enrolment(both, "NEW")).as("asked for already").isNull();
  }

  private static PlanView.Line line(String code, EnrolmentStatus seat) {
    return PlanSamples.line(
        code, PlanLineStatus.SUBMITTED, UUID.randomUUID(), null, "G-1", "ru", seat);
  }
}
