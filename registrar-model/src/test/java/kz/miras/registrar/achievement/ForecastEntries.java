package kz.miras.registrar.achievement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.LocalizedText;

/** Fixture: stored entries of the autumn of 2025, each of a discipline of its own. */
final class ForecastEntries {

  private static final Instant NOW = Instant.parse("2026-01-20T09:00:00Z");

  private ForecastEntries() {}

  static LedgerEntry autumn(int position, String sign) {
    Grade grade =
        GradeScale.V2.parse(sign).map(Grade::of).orElseGet(() -> Grade.of(Mark.valueOf(sign)));
    String code = "D" + position;
    return new LedgerEntry(
        UUID.randomUUID(),
        7,
        position,
        new LedgerEntry.Studied(
            (long) position,
            code,
            LocalizedText.of(code, code, code),
            5,
            null,
            null,
            false,
            false,
            false),
        new LedgerEntry.Outcome(
            1,
            TermRef.autumn(2025),
            ResultKind.MAIN,
            1,
            null,
            null,
            grade,
            LocalDate.of(2026, 1, 12),
            "B-2025"),
        new LedgerEntry.Source(4L, SheetKind.MAIN, "No 1", null, null, false, "office", NOW),
        new byte[0]);
  }
}
