package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalBytesTest {

  @Test
  @DisplayName("AUD-1 the bytes of a record stay what they were when it was sealed")
  void neverOtherwise() {
    CanonicalBytes bytes =
        new CanonicalBytes()
            .text("aж")
            .text(null)
            .number(258)
            .number((Long) null)
            .decimal(new BigDecimal("3.50"))
            .decimal(new BigDecimal("0.00"))
            .flag(true)
            .day(LocalDate.EPOCH.plusDays(1))
            .instant(Instant.ofEpochSecond(1, 2_000))
            .bytes(new byte[] {7});

    assertThat(HexFormat.of().formatHex(bytes.toBytes()))
        .isEqualTo(
            "540000000361d0b6" // T, three bytes
                + "00" // absent
                + "4e000000080000000000000102" // N, eight bytes
                + "00"
                + "4400000003332e35" // D 3.5
                + "440000000130" // D 0
                + "460000000101" // F
                + "4e000000080000000000000001"
                + "4e0000000800000000000f4242" // microseconds
                + "420000000107"); // B
  }

  @Test
  @DisplayName("AUD-1 a long record is whole, and what is added later follows")
  void grows() {
    CanonicalBytes bytes = new CanonicalBytes();
    for (int i = 0; i < 100; i++) {
      bytes.text("x".repeat(i));
    }
    byte[] before = bytes.toBytes();
    assertThat(before).hasSize(100 * 5 + 99 * 100 / 2);
    assertThat(bytes.flag(false).toBytes()).startsWith(before).hasSize(before.length + 6);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,999", "0,1999", "5,999999999", "-1,0", "-1,1", "-1,1000", "-1,999999999"})
  @DisplayName("AUD-1 an instant counts to the microsecond, before 1970 as well as after")
  void microseconds(long seconds, long nanos) {
    Instant instant = Instant.ofEpochSecond(seconds, nanos);
    assertThat(new CanonicalBytes().instant(instant).toBytes())
        .isEqualTo(
            new CanonicalBytes()
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, instant))
                .toBytes());
  }
}
