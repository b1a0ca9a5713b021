package kz.miras.registrar.access.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.partner.MessageTaking.Stored;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessageTakingTest {

  private static final Instant NOW = Instant.parse("2196-03-01T08:00:00Z");
  private static final byte[] SAME = {1};
  private static final byte[] OTHER = {2};

  private static List<String> again(MessageState state, String claimedBy, byte[] payload) {
    Stored stored = new Stored(state, SAME, claimedBy, NOW.plus(Duration.ofMinutes(5)), false);
    return MessageTaking.again(stored, payload, "one", "one now"::equals, NOW).refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("PRT-12 the same again is taken, another under its number is refused")
  void again() {
    for (MessageState state :
        List.of(
            MessageState.RECEIVED,
            MessageState.ANSWERED,
            MessageState.REFUSED,
            MessageState.QUARANTINED)) {
      assertThat(again(state, null, SAME)).isEmpty();
      assertThat(again(state, null, OTHER)).containsExactly("api.problem.duplicate-message-id");
    }
    assertThat(again(MessageState.DISCARDED, null, SAME))
        .containsExactly("api.problem.message-discarded");
  }

  @Test
  @DisplayName("PRT-12 what a server is at is left to it, unless it has died since or has left it")
  void claims() {
    assertThat(again(MessageState.RECEIVED, "one now", SAME))
        .containsExactly("api.problem.message-underway");
    assertThat(again(MessageState.RECEIVED, "two some", SAME))
        .containsExactly("api.problem.message-underway");
    assertThat(again(MessageState.RECEIVED, "one before", SAME)).isEmpty();
    assertThat(discard(MessageState.RECEIVED, "one now"))
        .containsExactly("api.problem.message-underway");
    assertThat(discard(MessageState.RECEIVED, "one before")).isEmpty();
    assertThat(discard(MessageState.RECEIVED, null)).isEmpty();
    assertThat(discard(MessageState.QUARANTINED, null)).isEmpty();
    Stored over = new Stored(MessageState.RECEIVED, SAME, "two some", NOW.minusSeconds(1), false);
    assertThat(MessageTaking.again(over, SAME, "one", "one now"::equals, NOW).isAllowed()).isTrue();
    assertThat(MessageTaking.discard(over, "one", "one now"::equals, NOW).isAllowed()).isTrue();
  }

  private static List<String> discard(MessageState state, String claimedBy) {
    Stored stored = new Stored(state, SAME, claimedBy, NOW.plus(Duration.ofMinutes(5)), false);
    return MessageTaking.discard(stored, "one", "one now"::equals, NOW).refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("PRT-19 what is in quarantine may be taken up again, and nothing else")
  void takeUp() {
    for (MessageState state : MessageState.values()) {
      assertThat(MessageTaking.takeUp(new Stored(state, SAME, null, null, false)).isAllowed())
          .isEqualTo(state == MessageState.QUARANTINED);
    }
  }

  @Test
  @DisplayName("PRT-12 what is answered or put away is not open")
  void open() {
    assertThat(MessageState.values())
        .filteredOn(MessageState::isOpen)
        .containsExactly(MessageState.RECEIVED, MessageState.REFUSED, MessageState.QUARANTINED);
  }
}
