package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.LeavePeriod;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.service.Orders;
import kz.miras.registrar.student.service.Students;

/**
 * INC-1 to INC-3. Every result that is still I, with its clock; whom one may see is asked after.
 */
@ApplicationScoped
public class OpenIncompletes {

  private static final int AT_ONCE = 500;
  // an I is no longer open once a later sitting of its attempt has a result; whatever is less plain
  // than that, the history of the student decides
  private static final String WITH_I =
      "SELECT DISTINCT a.student_id FROM achievement a WHERE a.mark = 'I' AND NOT EXISTS (SELECT 1"
          + " FROM achievement c WHERE c.corrects_id = a.id) AND NOT EXISTS (SELECT 1 FROM"
          + " achievement n WHERE n.student_id = a.student_id AND n.discipline_id = a.discipline_id"
          + " AND n.term_id = a.term_id AND n.position > a.position AND n.corrects_id IS NULL AND"
          + " COALESCE(n.mark, '') NOT IN ('I', 'W') AND NOT EXISTS (SELECT 1 FROM achievement x"
          + " WHERE x.corrects_id = n.id)) ORDER BY a.student_id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private LedgerReader ledger;
  @Inject private IncompleteClocks clocks;
  @Inject private StudyRules study;
  @Inject private Students students;
  @Inject private Orders orders;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * An open I.
   *
   * @param ledger the whole history of its student
   */
  record Open(Student student, LedgerEntry entry, IncompleteClock clock, List<LedgerEntry> ledger) {

    /** As a result to be corrected. */
    Corrections.Concerned concerned() {
      return new Corrections.Concerned(student, entry, ledger);
    }
  }

  private static final Comparator<Open> FIRST_TO_END =
      Comparator.comparing((Open one) -> last(one.clock()))
          .thenComparing(one -> one.student().getStudentNo());

  /** All of them, the first to end first. */
  List<Open> all() {
    List<Long> keys = keys();
    List<Term> terms = calendars.terms();
    List<Open> open = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      List<Long> some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
      Map<Long, Student> known =
          students.byIds(some).stream()
              .collect(Collectors.toMap(Student::getId, Function.identity()));
      Map<Long, List<StudentStatusChange>> changes = orders.changesOf(some);
      ledger
          .ofAll(some)
          .forEach(
              (student, entries) ->
                  open.addAll(
                      of(
                          known.get(student),
                          entries,
                          terms,
                          LeavePeriod.of(changes.getOrDefault(student, List.of())))));
    }
    open.sort(FIRST_TO_END);
    return open;
  }

  /** Those of a history, as much of it as is given. */
  List<Open> among(Student student, List<LedgerEntry> entries) {
    List<LeavePeriod> leaves = LeavePeriod.of(orders.changes(student.getId()));
    return of(student, entries, calendars.terms(), leaves).stream().sorted(FIRST_TO_END).toList();
  }

  private static LocalDate last(IncompleteClock clock) {
    return clock.lastDay() == null ? LocalDate.MAX : clock.lastDay();
  }

  private Collection<Open> of(
      Student student, List<LedgerEntry> entries, List<Term> terms, List<LeavePeriod> leaves) {
    Map<Long, LedgerEntry> byPosition = new HashMap<>();
    entries.forEach(entry -> byPosition.put(entry.position(), entry));
    List<Open> open = new ArrayList<>();
    for (Result pending :
        CountedResults.of(
                entries.stream().map(LedgerEntry::toResult).toList(),
                study.on(student.getProgramme().getLevel(), time.today()))
            .pending()) {
      LedgerEntry entry = byPosition.get(pending.position());
      open.add(new Open(student, entry, clocks.of(entry, terms, leaves), entries));
    }
    return open;
  }

  private List<Long> keys() {
    List<Long> keys = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(WITH_I);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        keys.add(row.getLong(1));
      }
      return keys;
    } catch (SQLException e) {
      throw new IllegalStateException("open results cannot be read", e);
    }
  }
}
