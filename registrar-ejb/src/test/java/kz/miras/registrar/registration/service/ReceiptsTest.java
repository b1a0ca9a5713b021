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
import kz.miras.registrar.registration.log.PlanEntry;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

  private static final SealChain CHAIN =
      SealChain.of(
          Receipts.CHAIN, "a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));
  private static final UUID REQUEST = new UUID(1, 2);
  private static final byte[] BEFORE = sha("the receipt before");

  private static byte[] sha(String text) {
    return Checksum.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Receipts.Kept kept(String answer, byte[] receipt, long position, byte[] before) {
    return new Receipts.Kept(
        REQUEST,
        5,
        6,
        "student",
        "key",
        sha("request"),
        sha(answer),
        receipt,
        Receipts.FORM,
        position,
        before);
  }

  private static PlanEntry step(String content) {
    PlanEntry.Fact fact =
        new PlanEntry.Fact(
            1,
            Instant.parse("2026-08-20T03:00:00Z"),
            "student",
            "SUBMITTED",
            null,
            content,
            null,
            REQUEST);
    return new PlanEntry(8, 1, fact, sha(content));
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
    return made(answer, new Receipts.Sealed(entries, null));
  }

  private static byte[] made(String answer, Receipts.Sealed sealed) {
    return Receipts.seal(CHAIN, kept(answer, null, 2, BEFORE), new Receipts().all(sealed));
  }

  private static boolean holds(byte[] receipt, String answer, List<LogEntry> entries) {
    return holds(receipt, answer, new Receipts.Sealed(entries, null));
  }

  private static boolean holds(byte[] receipt, String answer, Receipts.Sealed sealed) {
    return new Receipts().holds(CHAIN, kept(answer, receipt, 2, BEFORE), sealed);
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

  @Test
  @DisplayName("REG-32 a receipt seals its place among those of the student and the one before")
  void ofTheOneBefore() {
    Receipts.Sealed nothing = new Receipts.Sealed(List.of(), null);
    byte[] receipt = made("answer", nothing);
    Receipts receipts = new Receipts();
    assertThat(receipts.holds(CHAIN, kept("answer", receipt, 2, BEFORE), nothing)).isTrue();
    assertThat(receipts.holds(CHAIN, kept("answer", receipt, 3, BEFORE), nothing)).isFalse();
    assertThat(receipts.holds(CHAIN, kept("answer", receipt, 2, sha("another")), nothing))
        .isFalse();
    assertThat(receipts.holds(CHAIN, kept("answer", receipt, 1, Receipts.none()), nothing))
        .isFalse();
  }

  @Test
  @DisplayName("REG-32 a receipt seals the step of the plan it has made")
  void ofThePlanToo() {
    byte[] receipt = made("answer", new Receipts.Sealed(List.of(), step("practice")));
    assertThat(holds(receipt, "answer", new Receipts.Sealed(List.of(), step("practice")))).isTrue();
    assertThat(holds(receipt, "answer", new Receipts.Sealed(List.of(), step("another")))).isFalse();
    assertThat(holds(receipt, "answer", new Receipts.Sealed(List.of(), null))).isFalse();
  }

  @Test
  @DisplayName("REG-32 a receipt that was made before they were a chain holds by itself")
  void ofBefore() {
    Receipts.Kept alone =
        new Receipts.Kept(
            REQUEST, 5, 6, "student", "key", sha("request"), sha("answer"), null, 2, 0, null);
    byte[] receipt = Receipts.seal(CHAIN, alone, Receipts.none());
    assertThat(alone.isChained()).isFalse();
    assertThat(
            new Receipts()
                .holds(
                    CHAIN,
                    new Receipts.Kept(
                        REQUEST,
                        5,
                        6,
                        "student",
                        "key",
                        sha("request"),
                        sha("answer"),
                        receipt,
                        2,
                        0,
                        null),
                    new Receipts.Sealed(List.of(), null)))
        .isTrue();
  }
}
