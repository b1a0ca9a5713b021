package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatedResultsTest {

  @Test
  @DisplayName("DOC-9 only what stands in the place of a stated result supersedes a document")
  void overtaken() {
    StatedResults stated = new StatedResults(5L);
    assertThat(stated.isOvertakenBy(6, 5L)).isTrue();
    assertThat(stated.isOvertakenBy(9, 1L)).isTrue();
    assertThat(stated.isOvertakenBy(6, null)).as("a later result").isFalse();
    assertThat(stated.isOvertakenBy(8, 6L)).as("the correction of a later result").isFalse();
    assertThat(stated.isOvertakenBy(5, 3L)).as("a correction it states itself").isFalse();
    assertThat(new StatedResults(null).isOvertakenBy(2, 1L)).isFalse();
  }

  @Test
  @DisplayName("DOC-9 a superseded document is not handed over")
  void notHandedOver() {
    assertThat(StatedResults.handOver(null).isAllowed()).isTrue();
    assertThat(StatedResults.handOver(LocalDate.of(2131, 2, 3)).refusals())
        .extracting(Refusal::code)
        .containsExactly("transcript.hand-over.superseded");
  }
}
