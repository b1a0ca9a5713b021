package kz.miras.registrar.frame.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentAdapterTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T24:00:00Z, 2026-11-25T00:00:00Z",
    "2026-12-31T24:00:00.000+05:00, 2027-01-01T00:00:00+05:00",
    "2026-11-24T24:00:00, 2026-11-25T00:00:00Z",
    "2026-11-24T23:59:59.5Z, 2026-11-24T23:59:59.5Z"
  })
  @DisplayName("a day's end as XML Schema writes it is the next day's midnight")
  void daysEnd(String written, String meant) {
    assertThat(new MomentAdapter().unmarshal(written)).isEqualTo(OffsetDateTime.parse(meant));
  }
}
