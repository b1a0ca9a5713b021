package kz.miras.registrar.office.service.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.Ledger.Posting;
import kz.miras.registrar.achievement.service.TakeOver;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.shared.LocalizedText;

/** Results as an earlier system would have written them down. */
final class DemoPast {

  private final Instant recorded;
  private final Map<String, Integer> sheets = new HashMap<>();
  private final Map<String, Integer> lastSheet = new HashMap<>();

  DemoPast(Instant recorded) {
    this.recorded = recorded;
  }

  /** Number and date of a sheet; students of a group stand on the same one. */
  String sheet(
      DemoStudents.StudentRow student,
      DemoPlan.Item item,
      DemoCalendar.TermRow term,
      String kind,
      LocalDate date) {
    String group = kind.equals("MAIN") ? student.group().code() : "";
    String key =
        String.join(" ", term.code(), kind, group, item.discipline().subject().name().code());
    int number = sheets.computeIfAbsent(key, k -> lastSheet.merge(term.code(), 1, Integer::sum));
    return String.format(Locale.ROOT, "№ %s-%04d, %s", term.code(), number, date);
  }

  /** The same result after its percentage has been lost. */
  LedgerEntry.Outcome faded(LedgerEntry.Outcome outcome) {
    return new LedgerEntry.Outcome(
        outcome.termId(),
        outcome.term(),
        outcome.kind(),
        outcome.attemptNo(),
        null,
        null,
        Grade.of(outcome.grade().letter()),
        outcome.date(),
        outcome.ruleSetCode());
  }

  /**
   * A result to be taken over.
   *
   * @param document number and date of the sheet or protocol; null where they are lost
   */
  Posting posting(
      DemoStudents.StudentRow student,
      DemoPlan.Item item,
      LedgerEntry.Outcome outcome,
      String document) {
    return new Posting(
        student.id(),
        studied(item),
        outcome,
        new LedgerEntry.Source(
            null,
            null,
            document == null ? TakeOver.NO_DOCUMENT : document,
            null,
            null,
            true,
            "system",
            recordedOn(outcome.date())));
  }

  static LedgerEntry.Studied studied(DemoPlan.Item item) {
    DemoSubjects.Subject subject = item.discipline().subject();
    return new LedgerEntry.Studied(
        item.discipline().id(),
        subject.name().code(),
        LocalizedText.of(subject.name().kk(), subject.name().ru(), subject.name().en()),
        subject.credits(),
        Cycle.valueOf(item.cycle()),
        item.component() == null ? null : Component.valueOf(item.component()),
        false,
        false,
        subject.isFinal());
  }

  private Instant recordedOn(LocalDate date) {
    Instant next = date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return next.isAfter(recorded) ? recorded : next;
  }
}
