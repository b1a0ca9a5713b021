package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.Deviation.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuditRecordTest {

  private static final byte[] SALT = "sixteen bytes ok".getBytes(StandardCharsets.UTF_8);
  private static final byte[] HASH = AuditRecord.hash(SALT, "exam=49", "exam=50");
  private static final Instant AT = Instant.parse("2026-11-24T05:00:00.123456Z");
  private static final SealChain SEALS = SealChain.of("audit", new byte[32]);

  @Test
  @DisplayName("AUD-1 every field of a record is sealed")
  void everyFieldIsSealed() {
    byte[] other = AuditRecord.hash(SALT, "exam=49", "exam=51");
    List<AuditRecord> variants =
        List.of(
            record(1, AT, "saule", null, Outcome.DONE, HASH),
            record(2, AT, "saule", null, Outcome.DONE, HASH),
            record(1, AT.plusNanos(1000), "saule", null, Outcome.DONE, HASH),
            record(1, AT, "saul", null, Outcome.DONE, HASH),
            record(1, AT, "saule", "", Outcome.DONE, HASH),
            record(1, AT, "saule", null, Outcome.DENIED, HASH),
            record(1, AT, "saule", null, Outcome.DONE, other));
    Set<String> contents =
        variants.stream()
            .map(r -> new String(r.content(), StandardCharsets.ISO_8859_1))
            .collect(Collectors.toSet());
    assertThat(contents).hasSameSizeAs(variants);
  }

  @Test
  @DisplayName("AUD-1 neighbouring fields cannot lend each other letters")
  void fieldsDoNotRunTogether() {
    assertThat(bytes(c -> c.text("ab").text("c"))).isNotEqualTo(bytes(c -> c.text("a").text("bc")));
    assertThat(bytes(c -> c.text(null))).isNotEqualTo(bytes(c -> c.text("")));
    assertThat(bytes(c -> c.number(1))).isNotEqualTo(bytes(c -> c.flag(true)));
  }

  @Test
  @DisplayName("AUD-1 what the database may change without meaning does not break a seal")
  void storageDoesNotBreakASeal() {
    assertThat(bytes(c -> c.decimal(new BigDecimal("3.50"))))
        .isEqualTo(bytes(c -> c.decimal(new BigDecimal("3.5"))))
        .isNotEqualTo(bytes(c -> c.decimal(new BigDecimal("35"))));
    assertThat(bytes(c -> c.decimal(new BigDecimal("0.00"))))
        .isEqualTo(bytes(c -> c.decimal(BigDecimal.ZERO)));
    assertThat(bytes(c -> c.instant(AT.plusNanos(999)))).isEqualTo(bytes(c -> c.instant(AT)));
  }

  @Test
  @DisplayName("AUD-2 values beside the chain are held by it; changed ones are found")
  void changedValuesAreFound() {
    assertThat(verify(SALT, "exam=49", "exam=50").isIntact()).isTrue();
    assertThat(verify(SALT, "exam=49", "exam=51").deviations())
        .containsExactly(new Deviation(Kind.VALUES_CHANGED, 1, 1));
    assertThat(verify(SALT, null, "exam=50").isIntact()).isFalse();
    assertThat(verify(null, null, "exam=50").isIntact()).isFalse();
  }

  @Test
  @DisplayName("AUD-2 the chain still verifies after values were lawfully erased")
  void erasedValuesDoNotBreakTheChain() {
    assertThat(verify(null, null, null).isIntact()).isTrue();
  }

  @Test
  @DisplayName("AUD-2 equal values under different salts have different hashes")
  void saltHidesEqualValues() {
    assertThat(AuditRecord.hash(new byte[16], "exam=49", "exam=50")).isNotEqualTo(HASH);
  }

  private static ChainReport verify(byte[] salt, String before, String after) {
    AuditRecord record = record(1, AT, "saule", null, Outcome.DONE, HASH);
    ChainHead head = SEALS.next(SEALS.empty(), record.content());
    ChainedRecord row = new SealedAudit(1, record, head.seal(), salt, before, after);
    return new ChainVerifier(SEALS).verify(List.of(row).iterator(), List.of(head));
  }

  private static byte[] bytes(UnaryOperator<CanonicalBytes> fields) {
    return fields.apply(new CanonicalBytes()).toBytes();
  }

  private static AuditRecord record(
      long id, Instant at, String actor, String reason, Outcome outcome, byte[] hash) {
    return new AuditRecord(
        id,
        at,
        actor,
        "10.0.0.7",
        Permissions.SHEET_ENTER_EXAM,
        "sheet",
        "12",
        reason,
        outcome,
        hash);
  }
}
