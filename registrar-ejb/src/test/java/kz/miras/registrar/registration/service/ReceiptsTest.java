package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

  private static final SealChain CHAIN =
      SealChain.of(
          Receipts.CHAIN, "a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));
  private static final UUID REQUEST = new UUID(1, 2);

  private static byte[] sha(String text) {
    return Checksum.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Receipts.Kept kept(String answer, byte[] receipt) {
    return new Receipts.Kept(
        REQUEST, 5, 6, "student", "key", sha("request"), sha(answer), receipt, Receipts.FORM);
  }

  private static LogEntry entry(long section, long position, int seal) {
    Instant at = Instant.parse("2026-08-20T03:00:00Z");
    return new LogEntry(
        section,
        position,
        new LogEntry.Fact(
            at,
            at,
            5L,
            null,
            REQUEST,
            LogAct.REFUSED,
            "ALL",
            new LogEntry.Seats(1, 1, 0),
            null,
            "student",
            null),
        sha("seal " + seal));
  }

  private static byte[] made(String answer, List<LogEntry> entries) {
    return Receipts.seal(CHAIN, kept(answer, null), new Receipts().all(entries));
  }

  private static boolean holds(byte[] receipt, String answer, List<LogEntry> entries) {
    return new Receipts().holds(CHAIN, kept(answer, receipt), entries);
  }

  @Test
  @DisplayName("REG-32 the receipt of a request no section is concerned by seals its answer")
  void ofAnAnswerAlone() {
    byte[] receipt = made("chosen", List.of());
    assertThat(holds(receipt, "chosen", List.of())).isTrue();
    assertThat(holds(receipt, "refused", List.of())).isFalse();
  }

  @Test
  @DisplayName("REG-32 a receipt does not hold where an entry is changed, gone, or one too many")
  void ofTheLogToo() {
    List<LogEntry> entries = List.of(entry(3, 1, 1), entry(4, 9, 2));
    byte[] receipt = made("answer", entries);
    List<LogEntry> turned = new ArrayList<>(entries);
    Collections.reverse(turned);
    assertThat(holds(receipt, "answer", turned)).as("however they are read").isTrue();
    assertThat(holds(receipt, "answer", entries.subList(0, 1))).isFalse();
    assertThat(holds(receipt, "answer", List.of())).isFalse();
    assertThat(holds(receipt, "answer", List.of(entries.get(0), entry(4, 9, 3)))).isFalse();
    assertThat(holds(receipt, "answer", List.of(entries.get(0), entries.get(1), entry(4, 10, 4))))
        .isFalse();
  }
}
