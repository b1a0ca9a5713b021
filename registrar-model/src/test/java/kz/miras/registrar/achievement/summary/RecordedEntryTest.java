package kz.miras.registrar.achievement.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordedEntryTest {

  private static final Instant AT = Instant.parse("2026-01-20T09:00:00Z");

  private static LedgerEntry exemption() {
    return new LedgerEntry(
        UUID.randomUUID(),
        7,
        3,
        new LedgerEntry.Studied(
            null, "PE", LocalizedText.of("PE", "PE", "PE"), 5, null, null, false, false, false),
        new LedgerEntry.Outcome(
            1,
            TermRef.autumn(2025),
            ResultKind.MAIN,
            1,
            null,
            null,
            Grade.of(Mark.EX),
            LocalDate.of(2026, 1, 20),
            "policy-bachelor"),
        new LedgerEntry.Source(
            null, null, "№ 77, 2026-01-19", 2L, "a long illness", false, "senior", AT),
        new byte[0]);
  }

  @Test
  @DisplayName("ACH-12 whoever may know reads who recorded an entry, when, on what and why")
  void whole() {
    RecordedEntry entry = RecordedEntry.of(exemption(), true);
    assertThat(entry.position()).isEqualTo(3);
    assertThat(entry.corrects()).isEqualTo(2L);
    assertThat(entry.sign()).isEqualTo("EX");
    assertThat(entry.document()).isEqualTo("№ 77, 2026-01-19");
    assertThat(entry.recordedAt()).isEqualTo(AT);
    assertThat(entry.author()).isEqualTo("senior");
    assertThat(entry.reason()).isEqualTo("a long illness");
  }

  @Test
  @DisplayName(
      "ACH-12 everybody else reads when and on what document, and neither login nor reason")
  void others() {
    RecordedEntry entry = RecordedEntry.of(exemption(), false);
    assertThat(entry.document()).isEqualTo("№ 77, 2026-01-19");
    assertThat(entry.recordedAt()).isEqualTo(AT);
    assertThat(entry.toString()).doesNotContain("senior").doesNotContain("illness");
  }
}
