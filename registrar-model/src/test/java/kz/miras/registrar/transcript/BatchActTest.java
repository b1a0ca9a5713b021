package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BatchActTest {

  @Test
  @DisplayName("DOC-11 signing goes on by the signatory alone, preparation by anybody who prepares")
  void goesOn() {
    assertThat(BatchAct.SIGN.goesOn("director", "director").isAllowed()).isTrue();
    assertThat(BatchAct.SIGN.goesOn("director", "specialist").refusals())
        .extracting(Refusal::code)
        .containsExactly("transcript.batch.signatory");
    assertThat(BatchAct.PREPARE.goesOn("specialist", "senior").isAllowed()).isTrue();
  }
}
