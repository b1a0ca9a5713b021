package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSealTest {

  private static final TicketSeal SEAL = seal("a key of this university, 32 characters");
  private static final PlaceTicket TICKET =
      new PlaceTicket("node one", 5312, Instant.parse("2026-08-25T04:00:00.123456Z"), true);

  private static TicketSeal seal(String key) {
    return new TicketSeal(key.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("ACC-10 a ticket is read as it was written, by every node with the key")
  void aTicketIsReadAsItWasWritten() {
    String written = SEAL.write(TICKET);
    assertThat(written).matches("[A-Za-z0-9_.-]{1,200}");
    assertThat(seal("a key of this university, 32 characters").read(written)).contains(TICKET);
    PlaceTicket atOnce = new PlaceTicket("Тіркеуші", 1, Instant.EPOCH, false);
    assertThat(SEAL.read(SEAL.write(atOnce))).contains(atOnce);
  }

  @Test
  @DisplayName("ACC-10 a better place cannot be written into a ticket")
  void aTicketCannotBeChanged() {
    String written = SEAL.write(TICKET);
    String seal = written.substring(written.indexOf('.'));
    String better =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("12 1787976000123 q node one".getBytes(StandardCharsets.UTF_8));
    assertThat(SEAL.read(better + seal)).isEmpty();
    for (int i = 0; i < written.length(); i++) {
      char other = written.charAt(i) == 'A' ? 'B' : 'A';
      String changed = written.substring(0, i) + other + written.substring(i + 1);
      assertThat(SEAL.read(changed).filter(read -> !read.equals(TICKET))).as(changed).isEmpty();
    }
    assertThat(seal("a key of another university, made up").read(written)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ".", "..", "abc", "abc.def", "%%%.***", "MSAxIHEgbg.AAAA"})
  @DisplayName("ACC-10 what is no ticket is none")
  void rubbishIsNoTicket(String text) {
    assertThat(SEAL.read(text)).isEmpty();
    assertThat(SEAL.read("a".repeat(100_000))).isEmpty();
  }

  @Test
  @DisplayName("ACC-10 a key that could be guessed is refused")
  void aShortKeyIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> seal("short"));
  }
}
