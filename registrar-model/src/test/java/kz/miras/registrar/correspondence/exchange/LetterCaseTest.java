package kz.miras.registrar.correspondence.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.correspondence.exchange.LetterCase.Outgoing;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterCaseTest {

  @ParameterizedTest
  @CsvSource({
    "REGISTERED, false, RECEIVED",
    "RESOLUTION, false, IN_PROCESS",
    "IN_WORK, false, IN_PROCESS",
    "ANSWERED, false, ANSWERED",
    "FILED, false, ANSWERED",
    "IN_WORK, true, REJECTED"
  })
  @DisplayName("PRT-13 the case of a partner is as far as its letter")
  void status(LetterState letter, boolean voided, CaseStatus status) {
    assertThat(LetterCase.status(letter, voided)).isEqualTo(status);
  }

  @Test
  @DisplayName("PRT-13 a case that is registered as a letter is moved at the letter only")
  void moves() {
    assertThat(LetterCase.moves(false).isAllowed()).isTrue();
    assertThat(LetterCase.moves(true).refusals())
        .extracting(Refusal::code)
        .containsExactly("access.exchange.at-letter");
  }

  @Test
  @DisplayName("PRT-14 a partner is handed files of the types of its contract, 8 MB together")
  void hands() {
    Outgoing paper = new Outgoing("4-1_7.pdf", "application/pdf", 5 * 1024 * 1024);
    assertThat(LetterCase.hands(List.of(paper)).isAllowed()).isTrue();
    Outgoing scan = new Outgoing("scan.tif", "image/tiff", 5 * 1024 * 1024);
    assertThat(LetterCase.hands(List.of(paper, scan)).refusals())
        .extracting(Refusal::code)
        .containsExactly("correspondence.partner-file", "correspondence.partner-large");
  }

  @ParameterizedTest
  @CsvSource({"0, 9000000, true", "1, 8388608, true", "1, 8388609, false", "7, 0, true"})
  @DisplayName("PRT-14 an answer to a partner has as many messages as a message may be large")
  void goesAlong(int before, long together, boolean goes) {
    assertThat(LetterCase.goesAlong(before, together)).isEqualTo(goes);
  }
}
