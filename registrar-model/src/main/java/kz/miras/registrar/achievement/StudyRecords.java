package kz.miras.registrar.achievement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.miras.registrar.calendar.TermRef;

/** Derives the record of a student from the ledger and the rules; nothing of it is stored. */
public final class StudyRecords {

  private StudyRecords() {}

  /** The record the entries give, each by the rules of its time. */
  public static StudyRecord of(List<LedgerEntry> ledger, RulesOfTime rules) {
    return of(
        ledger,
        rules,
        ledger.stream().map(LedgerEntry::position).collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * DOC-13. The record some of the entries give: those of them that count in the whole study, so
   * that a failure replaced elsewhere lowers no part; its terms and years are made of these entries
   * alone.
   *
   * @param part places of the entries in the ledger; a correction goes with what it corrects, the
   *     sitting that continues an attempt with the attempt
   */
  public static StudyRecord of(List<LedgerEntry> whole, RulesOfTime rules, Set<Long> part) {
    List<LedgerEntry> ledger =
        whole.stream().filter(entry -> part.contains(entry.position())).toList();
    List<Result> results = ledger.stream().map(LedgerEntry::toResult).toList();
    GpaCalculator calculator = new GpaCalculator(rules);
    GpaStatement overall =
        calculator.cumulative(whole.stream().map(LedgerEntry::toResult).toList()).part(part);
    Map<Long, GpaLine> explained = new HashMap<>();
    overall.lines().forEach(line -> explained.put(line.line().result().position(), line));
    Map<TermRef, List<StudyRecord.Line>> byTerm = new TreeMap<>();
    Map<TermRef, Map<String, Integer>> enrolled = new HashMap<>();
    List<StudyRecord.Line> failed = new ArrayList<>();
    for (LedgerEntry entry : ledger) {
      StudyRecord.Line line = line(entry, explained.get(entry.position()));
      byTerm.computeIfAbsent(entry.result().term(), term -> new ArrayList<>()).add(line);
      if (isEnrolled(explained.get(entry.position()))) {
        enrolled
            .computeIfAbsent(entry.result().term(), term -> new HashMap<>())
            .put(line.code(), line.credits());
      }
      if (line.counts() && entry.result().grade().fails()) {
        failed.add(line);
      }
    }
    List<StudyRecord.TermPart> terms = new ArrayList<>();
    byTerm.forEach(
        (term, lines) ->
            terms.add(
                part(
                    term,
                    lines,
                    enrolled.getOrDefault(term, Map.of()),
                    calculator.term(results, term))));
    List<StudyRecord.YearPart> years =
        byTerm.keySet().stream()
            .map(TermRef::yearStart)
            .distinct()
            .map(year -> year(year, calculator.year(results, year)))
            .toList();
    return new StudyRecord(
        terms,
        years,
        overall.earned().value(),
        overall.earnedAdditional().value(),
        overall.rounded().orElse(null),
        overall.points(),
        overall.credits(),
        failed);
  }

  /** What is withdrawn is studied no more; additional study is shown apart, as what it earns. */
  private static boolean isEnrolled(GpaLine line) {
    Reason reason = line.line().reason();
    return reason != Reason.WITHDRAWN
        && reason != Reason.CORRECTED
        && !line.line().result().is(Trait.ADDITIONAL_STUDY);
  }

  private static StudyRecord.TermPart part(
      TermRef term,
      List<StudyRecord.Line> lines,
      Map<String, Integer> credits,
      GpaStatement statement) {
    return new StudyRecord.TermPart(
        term.academicYear(),
        term.type().name(),
        List.copyOf(lines),
        credits.values().stream().mapToInt(Integer::intValue).sum(),
        statement.earned().value(),
        statement.rounded().orElse(null),
        statement.points(),
        statement.credits());
  }

  private static StudyRecord.YearPart year(int start, GpaStatement statement) {
    return new StudyRecord.YearPart(
        TermRef.autumn(start).academicYear(),
        statement.earned().value(),
        statement.rounded().orElse(null),
        statement.points(),
        statement.credits());
  }

  private static StudyRecord.Line line(LedgerEntry entry, GpaLine explained) {
    LedgerEntry.Studied studied = entry.discipline();
    LedgerEntry.Outcome outcome = entry.result();
    Result result = explained.line().result();
    return new StudyRecord.Line(
        entry.position(),
        studied.code(),
        studied.name(),
        studied.cycle(),
        studied.component() == null ? null : studied.component().name(),
        studied.credits(),
        outcome.rating(),
        outcome.score(),
        outcome.grade().percent(),
        outcome.grade().sign(),
        outcome
            .grade()
            .digital()
            .map(BigDecimal::stripTrailingZeros)
            .map(d -> d.setScale(2))
            .orElse(null),
        outcome.grade().traditional(result.scale()).map(t -> t.key()).orElse(null),
        outcome.kind(),
        outcome.attemptNo(),
        outcome.date(),
        entry.source().document(),
        explained.line().counts(),
        explained.line().reason().key(),
        explained.isInGpa(),
        explained.part().key(),
        studied.additional(),
        studied.finalAttestation(),
        entry.source().migrated());
  }
}
