package kz.miras.registrar.registration.summer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import kz.miras.registrar.curriculum.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BreakEvenTest {

  @Test
  @DisplayName("what is paid is held against what the groups cost; one student more is needed")
  void breakEven() {
    Map<Level, BigDecimal> price = Map.of(Level.BACHELOR, new BigDecimal("15000"));
    Map<Level, Integer> wanted = Map.of(Level.BACHELOR, 14);
    BreakEven unpaid = BreakEven.of(price, wanted, 5, new BigDecimal("420001"), 2);
    BreakEven even = unpaid.earning(new BigDecimal("825000"));
    assertThat(even.expected()).isEqualByComparingTo("1050000");
    assertThat(even.income()).isEqualByComparingTo("825000");
    assertThat(even.cost()).isEqualByComparingTo("840002");
    assertThat(even.needed()).isEqualTo(12);
    assertThat(even.isMet()).isFalse();
    assertThat(even.isExpected()).isTrue();
    assertThat(unpaid.earning(new BigDecimal("900000")).isMet()).isTrue();
  }

  @Test
  @DisplayName("SUM-7 everybody is expected to pay the price of the own level")
  void breakEvenByLevel() {
    Map<Level, BigDecimal> prices =
        Map.of(Level.BACHELOR, new BigDecimal("10000"), Level.MASTER, new BigDecimal("20000"));
    Map<Level, Integer> wanted = Map.of(Level.BACHELOR, 6, Level.MASTER, 3, Level.PHD, 2);
    BreakEven even = BreakEven.of(prices, wanted, 5, new BigDecimal("600000"), 1);
    assertThat(even.expected()).as("6 · 50000 + 3 · 100000").isEqualByComparingTo("600000");
    assertThat(even.isExpected()).isTrue();
    assertThat(even.needed()).as("nine of them, in that mixture").isEqualTo(9);
    assertThat(BreakEven.of(prices, Map.of(), 5, new BigDecimal("600000"), 1).needed())
        .as("nobody yet: of bachelors")
        .isEqualTo(12);
  }

  @Test
  @DisplayName("without a price or a cost nothing is held against nothing")
  void unknownBreakEven() {
    Map<Level, Integer> wanted = Map.of(Level.BACHELOR, 3);
    assertThat(BreakEven.of(Map.of(), wanted, 5, BigDecimal.ONE, 1).needed()).isNull();
    BreakEven free = BreakEven.of(Map.of(Level.BACHELOR, BigDecimal.ONE), wanted, 5, null, 1);
    assertThat(free.cost()).isNull();
    assertThat(free.isMet()).isTrue();
  }
}
