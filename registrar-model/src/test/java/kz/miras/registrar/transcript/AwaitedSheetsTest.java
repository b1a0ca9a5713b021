package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.AwaitedSheets.Awaited;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AwaitedSheetsTest {

  private static final LocalizedText LOGIC = LocalizedText.of("Логика", "Логика", "Logic");

  @Test
  @DisplayName("DOC-10 a document waits for results to be published and sheets to be closed, named")
  void waits() {
    AwaitedSheets awaited =
        new AwaitedSheets(
            List.of(
                new Awaited("2176-1", LOGIC, "2176-A", true),
                new Awaited("2176-2", LOGIC, "2176-A", false)));
    assertThat(awaited.verdict().refusals())
        .containsExactly(
            Refusal.of("transcript.awaited.unpublished", "DOC-10", "2176-1", LOGIC, "2176-A"),
            Refusal.of("transcript.awaited.open", "DOC-10", "2176-2", LOGIC, "2176-A"));
  }

  @Test
  @DisplayName("DOC-10 nothing awaited, nothing in the way")
  void free() {
    assertThat(new AwaitedSheets(List.of()).verdict().isAllowed()).isTrue();
  }
}
