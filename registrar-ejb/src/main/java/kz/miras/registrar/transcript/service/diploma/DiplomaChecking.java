package kz.miras.registrar.transcript.service.diploma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.HonoursPolicy;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.diploma.DiplomaComplete;
import kz.miras.registrar.transcript.diploma.DiplomaTerms;
import kz.miras.registrar.transcript.service.AwaitedSheetsReader;
import kz.miras.registrar.transcript.service.diploma.DiplomaStore.Stored;

/** What the rules say of diplomas: the gaps, honours, terms. */
@ApplicationScoped
public class DiplomaChecking {

  @Inject private DiplomaFactsReader facts;
  @Inject private AwaitedSheetsReader awaited;
  @Inject private KnownHistory history;
  @Inject private Students students;
  @Inject private StudyRules rules;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /** What stands against a diploma. */
  Verdict verdict(Stored stored) {
    return verdicts(List.of(stored.studentId())).get(stored.studentId());
  }

  /** What stands against those of many students, by their keys; also where nothing is drafted. */
  Map<Long, Verdict> verdicts(Collection<Long> keys) {
    Map<Long, Verdict> verdicts = new HashMap<>();
    facts
        .of(keys)
        .forEach(
            (key, known) ->
                verdicts.put(key, DiplomaComplete.of(known).and(awaited.of(key).verdict())));
    return verdicts;
  }

  /** HON-1. Whether the diploma is one with honours, and if not, why. */
  public Verdict honours(long key) {
    Student student = students.byId(key).orElseThrow();
    Level level = student.getProgramme().getLevel();
    return new HonoursPolicy(rules.on(level, time.today()))
        .judge(history.told(key).entries().stream().map(LedgerEntry::toResult).toList());
  }

  /** Until when it has to be issued, by the rules in force today. */
  public DiplomaTerms terms(Stored stored) {
    Level level = students.byId(stored.studentId()).orElseThrow().getProgramme().getLevel();
    RuleSet inForce = rules.on(level, time.today()).inForce();
    return stored.appliedOn() == null
        ? DiplomaTerms.original(stored.draft().decidedOn(), inForce)
        : DiplomaTerms.duplicate(stored.appliedOn(), inForce, calendars.workingDays());
  }
}
