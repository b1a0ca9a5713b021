package kz.miras.registrar.access.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.partner.MessageTaking.Stored;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContentTermTest {

  private static final LocalDate TODAY = LocalDate.of(2196, 3, 1);

  @Test
  @DisplayName("PRT-21 contents are kept for the days of the term, and for one at least")
  void kept() {
    assertThat(new ContentTerm(1).keptFrom(TODAY)).isEqualTo("2196-02-29");
    assertThat(new ContentTerm(1095).keptFrom(TODAY)).isEqualTo("2193-03-02");
    assertThatThrownBy(() -> new ContentTerm(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("PRT-21 what is forgotten is still known again, and not done a second time")
  void knownAgain() {
    for (MessageState state :
        List.of(MessageState.ANSWERED, MessageState.REFUSED, MessageState.DISCARDED)) {
      assertThat(again(state, new byte[] {1})).containsExactly("api.problem.message-forgotten");
      assertThat(again(state, new byte[] {2})).containsExactly("api.problem.duplicate-message-id");
    }
  }

  private static List<String> again(MessageState state, byte[] payload) {
    Stored stored = new Stored(state, new byte[] {1}, null, null, true);
    return MessageTaking.again(stored, payload, "one", claim -> false, Instant.EPOCH)
        .refusals()
        .stream()
        .map(Refusal::code)
        .toList();
  }
}
