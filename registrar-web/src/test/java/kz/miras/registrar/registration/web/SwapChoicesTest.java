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

  private static final String SEAT = UUID.randomUUID() + "|G-1";
  private static final String CHOICE = "only|ru";

  private static List<PlanView.Line> plan() {
    return List.of(
        line("HELD", PlanLineStatus.SUBMITTED, EnrolmentStatus.ENROLLED),
        line("WAITS", PlanLineStatus.SUBMITTED, EnrolmentStatus.WAITLISTED),
        line("UNPAID", PlanLineStatus.SUBMITTED, EnrolmentStatus.REQUESTED),
        line("CHOSEN", PlanLineStatus.APPROVED, null),
        line("BACK", PlanLineStatus.RETURNED, null));
  }

  @Test
  @DisplayName(
      "REG-5 what is held, waited for or chosen without a seat may be given up for another"
          + " discipline; what waits for a payment, was given back or is the discipline itself may"
          + " not; for a mere choice only a choice")
  void whatMayBeGivenUp() {
    assertThat(swaps.of(plan(), "NEW", SEAT))
        .extracting(PlanView.Line::discipline)
        .containsExactly("HELD", "WAITS", "CHOSEN");
    assertThat(swaps.of(plan(), "NEW", CHOICE))
        .extracting(PlanView.Line::discipline)
        .containsExactly("CHOSEN");
    assertThat(swaps.of(plan(), "NEW", "")).as("it is not chosen").isEmpty();
    assertThat(swaps.of(plan(), "BACK", SEAT)).as("it is in the plan already").isEmpty();
  }

  @Test
  @DisplayName(
      "REG-33 a discipline is given up for one that is chosen, and for nothing once it is chosen no"
          + " more, or the seat is gone; it is not asked for otherwise at the same time")
  void whatIsGivenUp() {
    List<PlanView.Line> lines = plan().subList(0, 1);
    Map<String, String> chosen = Map.of("NEW", SEAT, "HELD", SEAT);
    assertThat(swaps.instead(lines, "NEW", chosen)).as("nothing is said").isNull();
    swaps.getInstead().put("NEW", "HELD");

    assertThat(swaps.instead(lines, "NEW", chosen)).isEqualTo("HELD");
    assertThat(swaps.isGivenUp("HELD", lines, chosen)).isTrue();
    assertThat(swaps.without(lines, chosen)).containsOnlyKeys("NEW");
    assertThat(swaps.isGivenUp("NEW", lines, chosen)).isFalse();
    assertThat(swaps.isGivenUp("HELD", lines, Map.of("NEW", ""))).isFalse();
    assertThat(swaps.isGivenUp("HELD", lines, Map.of("NEW", CHOICE)))
        .as("a choice takes no seat's place")
        .isFalse();
    assertThat(swaps.instead(List.of(), "NEW", chosen)).isNull();
    assertThat(swaps.isGivenUp("HELD", List.of(), chosen)).isFalse();
    List<PlanView.Line> both =
        List.of(lines.get(0), line("NEW", PlanLineStatus.SUBMITTED, EnrolmentStatus.WAITLISTED));
    assertThat(swaps.instead(both, "NEW", chosen)).as("asked for already").isNull();
  }

  @Test
  @DisplayName("REG-33 what a draft was kept with is there again, and nothing of before")
  void keptWithTheDraft() {
    swaps.getInstead().put("OLD", "HELD");

    swaps.take(List.of(PlanSamples.draft("NEW", "HELD"), PlanSamples.draft("OTHER", null)));

    assertThat(swaps.getInstead()).containsOnly(Map.entry("NEW", "HELD"));
  }

  private static PlanView.Line line(String code, PlanLineStatus status, EnrolmentStatus seat) {
    return PlanSamples.line(code, status, UUID.randomUUID(), null, "G-1", "ru", seat);
  }
}
