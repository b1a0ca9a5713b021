package kz.miras.registrar.achievement.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PartnerTranscriptTest {

  private static final LocalDate BORN = LocalDate.of(2004, 2, 29);

  private static PartnerTranscript born(LocalDate day) {
    return new PartnerTranscript(
        LocalizedText.of("Ун", "Ун", "Uni"), "7", LocalDate.of(2206, 6, 1), "Aida", day, List.of());
  }

  @Test
  @DisplayName("REC-9 a record is taken for who was born that day, or where no day is known")
  void whose() {
    assertThat(born(BORN).isOf(BORN).isAllowed()).isTrue();
    assertThat(born(null).isOf(BORN).isAllowed()).isTrue();
    assertThat(born(BORN).isOf(null).isAllowed()).isTrue();
    assertThat(born(BORN.plusDays(1)).isOf(BORN).refusals())
        .extracting(Refusal::code)
        .containsExactly("achievement.recognition.elmo-other");
  }

  @Test
  @DisplayName("REC-9 a grade of our scale is taken as it is, another is left to be converted")
  void letters() {
    assertThat(course("B+").letter()).isEqualTo("B+");
    assertThat(course("P").letter()).isEqualTo("P");
    assertThat(course("1,3").letter()).isNull();
    assertThat(course(null).letter()).isNull();
  }

  private static PartnerTranscript.Course course(String sign) {
    return new PartnerTranscript.Course("M1", LocalizedText.of("м", "м", "m"), 6, sign, null);
  }
}
