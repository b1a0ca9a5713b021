package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.student.LeavePeriod;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.service.Orders;

/** INC-1, INC-2. The clocks of open results I, by calendar, rules of their date and leaves. */
@ApplicationScoped
public class IncompleteClocks {

  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private Orders orders;

  /** The clock of an entry as it runs today; null where it is no I. */
  IncompleteClock of(LedgerEntry entry) {
    return entry.result().grade().isPending()
        ? of(entry, calendars.terms(), LeavePeriod.of(orders.changes(entry.studentId())))
        : null;
  }

  /** The clock of an I among these terms and leaves. */
  public IncompleteClock of(LedgerEntry entry, List<Term> terms, List<LeavePeriod> leaves) {
    return of(entry, rules.named(entry.result().ruleSetCode()), terms, leaves);
  }

  /**
   * The clocks of one open I of each of these students, in one statement.
   *
   * @param open entries by key of the student
   */
  Map<Long, IncompleteClock> ofAll(Map<Long, LedgerEntry> open) {
    List<Term> terms = calendars.terms();
    Map<Long, List<StudentStatusChange>> changes = orders.changesOf(open.keySet());
    Map<Long, IncompleteClock> clocks = new HashMap<>();
    open.forEach(
        (student, entry) ->
            clocks.put(
                student,
                of(entry, terms, LeavePeriod.of(changes.getOrDefault(student, List.of())))));
    return clocks;
  }

  /** The clock of an I by the rules it was given by, among these terms and leaves. */
  static IncompleteClock of(
      LedgerEntry entry, RuleSet given, List<Term> terms, List<LeavePeriod> leaves) {
    LedgerEntry.Outcome result = entry.result();
    int days = given.integer(RuleParameter.INCOMPLETE_DEADLINE_DAYS);
    return IncompleteClock.of(
        result.date(), IncompleteClock.planned(result.term(), days, terms).orElse(null), leaves);
  }
}
