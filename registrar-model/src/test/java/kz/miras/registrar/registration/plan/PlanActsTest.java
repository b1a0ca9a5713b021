package kz.miras.registrar.registration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which acts a plan and a line offer in each of their states. */
class PlanActsTest {

  @ParameterizedTest(name = "IUP-5 {0}, with a seat {1}, offered {2}: {3}")
  @CsvSource({
    "RETURNED,   true,  true,  resubmit",
    "RETURNED,   false, false, resubmit withdraw",
    "RETURNED,   false, true,  anew withdraw",
    "CHOSEN,     false, true,  withdraw",
    "SUBMITTED,  true,  true,  ''",
    "SUBMITTED,  false, false, withdraw",
    "APPROVED,   true,  true,  ''",
    "REGISTERED, true,  true,  ''",
    "REGISTERED, false, false, withdraw",
    "REMOVED,    false, false, ''",
  })
  void actsOnALine(PlanLineStatus status, boolean seated, boolean offered, String acts) {
    List<String> offeredActs =
        Stream.of(
                status.isResubmitted(seated, offered) ? "resubmit" : "",
                status.isSeatedAnew(seated, offered) ? "anew" : "",
                status.isWithdrawn(seated) ? "withdraw" : "")
            .filter(act -> !act.isEmpty())
            .toList();
    assertThat(String.join(" ", offeredActs)).isEqualTo(acts);
  }

  @ParameterizedTest
  @EnumSource(PlanStatus.class)
  @DisplayName("IUP-1 lines pass on as their states follow, and no more once the year is over")
  void linesPassOn(PlanStatus status) {
    boolean open = status != PlanStatus.CLOSED;
    assertThat(status.lets(PlanLineStatus.SUBMITTED, PlanLineStatus.APPROVED)).isEqualTo(open);
    assertThat(status.lets(PlanLineStatus.APPROVED, PlanLineStatus.REGISTERED)).isEqualTo(open);
    assertThat(status.lets(PlanLineStatus.SUBMITTED, PlanLineStatus.REGISTERED)).isFalse();
    assertThat(status.lets(PlanLineStatus.CHOSEN, PlanLineStatus.APPROVED)).isFalse();
  }

  @ParameterizedTest(name = "IUP-6 a plan {0} with lines {1}, signed {2}: signs {3}")
  @CsvSource({
    "ADVISER_APPROVED, APPROVED,           false, true",
    "ADVISER_APPROVED, APPROVED,           true,  false",
    "SUBMITTED,        APPROVED SUBMITTED, false, false",
    "RETURNED,         APPROVED RETURNED,  false, true",
    "REGISTERED,       REGISTERED,         false, false",
    "CLOSED,           APPROVED,           false, false",
  })
  void theDeanSigns(PlanStatus status, String lines, boolean signed, boolean may) {
    List<PlanLineStatus> states = Stream.of(lines.split(" ")).map(PlanLineStatus::valueOf).toList();
    assertThat(status.isSignable(signed, states)).isEqualTo(may);
  }
}
