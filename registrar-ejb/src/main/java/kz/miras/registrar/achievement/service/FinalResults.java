package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.HonoursPolicy;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.commission.FinalRecord;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** AK-6, AK-9, AK-14 to AK-16. What attestation commissions ask of histories, and record there. */
@ApplicationScoped
public class FinalResults implements FinalRecord {

  @Inject private LedgerReader histories;
  @Inject private Ledger ledger;
  @Inject private CorrectingEntries corrections;
  @Inject private DebtReader debts;
  @Inject private StudyRules rules;
  @Inject private Students students;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private UniversityTime time;

  @Override
  public List<Attested> attested(long student) {
    return standing(histories.of(student, null)).stream()
        .filter(entry -> entry.discipline().finalAttestation())
        .filter(entry -> entry.discipline().disciplineId() != null)
        .map(
            entry ->
                new Attested(
                    entry.discipline().disciplineId(),
                    entry.position(),
                    entry.result().term().yearStart(),
                    entry.result().date(),
                    entry.result().grade()))
        .toList();
  }

  /** Entries no other one corrects. */
  private static List<LedgerEntry> standing(List<LedgerEntry> entries) {
    Set<Long> corrected =
        entries.stream().map(entry -> entry.source().corrects()).collect(Collectors.toSet());
    return entries.stream().filter(entry -> !corrected.contains(entry.position())).toList();
  }

  @Override
  public Standing standing(long student) {
    Student of = student(student);
    LocalDate today = time.today();
    RulesOfTime times = rules.on(of.getProgramme().getLevel(), today);
    List<LedgerEntry> entries = histories.of(student, null);
    List<Result> results = entries.stream().map(LedgerEntry::toResult).toList();
    Set<String> attestation =
        catalogue.items(of.getCurriculum().getId()).stream()
            .filter(item -> item.getCycle() == Cycle.FINAL_ATTESTATION)
            .map(item -> item.getDiscipline().getCode())
            .collect(Collectors.toSet());
    return new Standing(
        CountedResults.of(results, times).earned().value(),
        new GpaCalculator(times).cumulative(results).rounded().orElse(null),
        debts.owed(of, entries, times, calendars.terms(), today).debts().stream()
            .map(DebtQueries.DebtLine::code)
            .filter(code -> !attestation.contains(code))
            .toList());
  }

  @Override
  public Verdict honours(long student, long discipline, Grade grade, LocalDate date, Long instead) {
    Student of = student(student);
    List<Result> results = new ArrayList<>();
    histories.of(student, null).forEach(entry -> results.add(entry.toResult()));
    RulesOfTime times = rules.on(of.getProgramme().getLevel(), date);
    LedgerEntry.Studied studied = studied(of, discipline);
    results.add(
        new Result(
            results.size() + 1L,
            studied.key(),
            term(date).ref(),
            ResultKind.FINAL_ATTESTATION,
            Credits.of(studied.credits()),
            grade,
            date,
            Set.of(Trait.FINAL_ATTESTATION),
            instead,
            times.inForce().code()));
    return new HonoursPolicy(times).judge(results);
  }

  @Override
  public long record(Recorded result) {
    return result.corrects() == null ? post(result) : correct(result);
  }

  private long post(Recorded result) {
    Student of = student(result.student());
    LedgerEntry.Studied studied = studied(of, result.discipline());
    long before =
        histories.of(of.getId(), null).stream()
            .filter(entry -> entry.discipline().key().equals(studied.key()))
            .filter(entry -> entry.source().corrects() == null)
            .count();
    Term term = term(result.date());
    return ledger
        .post(
            List.of(
                new Ledger.Posting(
                    of.getId(),
                    studied,
                    new LedgerEntry.Outcome(
                        term.getId(),
                        term.ref(),
                        ResultKind.FINAL_ATTESTATION,
                        Math.toIntExact(before + 1),
                        null,
                        result.grade().percent(),
                        result.grade(),
                        result.date(),
                        rules.on(of.getProgramme().getLevel(), result.date()).inForce().code()),
                    new LedgerEntry.Source(
                        null,
                        null,
                        "№ " + result.protocol() + ", " + result.date(),
                        null,
                        null,
                        false,
                        access.current().login(),
                        time.now()))))
        .get(0);
  }

  private long correct(Recorded result) {
    LedgerEntry entry =
        standing(histories.of(result.student(), null)).stream()
            .filter(one -> one.position() == result.corrects())
            .findFirst()
            .orElseThrow(
                () ->
                    new RegistrarException.Refused(
                        Refusal.of("attestation.ak.moved", "AK-16", result.protocol())));
    LedgerEntry.Outcome was = entry.result();
    corrections.post(
        entry,
        new LedgerEntry.Outcome(
            was.termId(),
            was.term(),
            was.kind(),
            was.attemptNo(),
            null,
            result.grade().percent(),
            result.grade(),
            was.date(),
            was.ruleSetCode()),
        new BasisDocument(
            BasisDocument.Type.PROTOCOL, result.protocol(), result.date(), result.reason()));
    return histories.of(result.student(), null).stream()
        .filter(one -> result.corrects().equals(one.source().corrects()))
        .findFirst()
        .orElseThrow()
        .position();
  }

  private LedgerEntry.Studied studied(Student student, long discipline) {
    Discipline of = catalogue.discipline(discipline).orElseThrow();
    CurriculumItem item =
        catalogue.items(student.getCurriculum().getId()).stream()
            .filter(one -> one.getDiscipline().getId() == discipline)
            .findFirst()
            .orElse(null);
    return LedgerEntry.Studied.of(of, item, null);
  }

  /** The last term that had begun on a day. */
  private Term term(LocalDate day) {
    return calendars.terms().stream()
        .filter(one -> !one.getStartsOn().isAfter(day))
        .max(Comparator.comparing(Term::getStartsOn))
        .orElseThrow(
            () -> new RegistrarException.Refused(Refusal.of("attestation.ak.no-term", "AK-15")));
  }

  private Student student(long key) {
    return students.byId(key).orElseThrow();
  }
}
