package kz.miras.registrar.achievement.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PromotionRunTest {

  private static final Instant NOW = Instant.parse("2026-08-28T06:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 8, 28);
  private static final Verdict STALE = PromotionRunPolicy.fresh(List.of("1"));

  private final PromotionRun run =
      new PromotionRun(2025, 1, null, " 11 ", DAY.minusYears(1), "office", NOW);

  @Test
  @DisplayName("PRO-7 a run goes from the office to the dean, the director and the order")
  void life() {
    run.submit(Verdict.allowed(), "dean", NOW);
    assertThatThrownBy(() -> run.agree(Verdict.allowed(), List.of(), "dean", NOW))
        .isInstanceOf(RegistrarException.Refused.class);
    run.agree(Verdict.allowed(), List.of(), "director", NOW);
    run.order(Verdict.allowed(), "120-С", DAY, DAY, "office", NOW);
    assertThat(run.getStatus()).isEqualTo(PromotionRunStatus.ORDERED);
    assertThatThrownBy(() -> run.giveBack("again")).isInstanceOf(RegistrarException.Conflict.class);
  }

  @Test
  @DisplayName("PRO-9 nothing stale is submitted, agreed or ordered; what is given back is a draft")
  void staleAtEveryStep() {
    assertThatThrownBy(() -> run.submit(STALE, "dean", NOW))
        .isInstanceOf(RegistrarException.Refused.class);
    run.submit(Verdict.allowed(), "dean", NOW);
    assertThatThrownBy(() -> run.agree(STALE, List.of(), "director", NOW))
        .isInstanceOf(RegistrarException.Refused.class);
    run.agree(Verdict.allowed(), List.of(), "director", NOW);
    assertThatThrownBy(() -> run.order(STALE, "1", DAY, DAY, "office", NOW))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThatThrownBy(() -> run.giveBack(" ")).isInstanceOf(RegistrarException.Refused.class);
    run.giveBack("an appeal was decided");
    assertThat(run.getStatus()).isEqualTo(PromotionRunStatus.DRAFT);
    assertThatThrownBy(() -> run.agree(Verdict.allowed(), List.of(), "director", NOW))
        .isInstanceOf(RegistrarException.Conflict.class);
  }
}
