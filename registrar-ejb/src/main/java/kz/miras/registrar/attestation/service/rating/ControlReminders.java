package kz.miras.registrar.attestation.service.rating;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.EntryReminder;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * RAT-9. The clock of controls taken alone by disposition: teacher and student are reminded while
 * one may still be taken, the teacher also after; one that is over without a score is escalated to
 * dean and office, once. All are read by one statement.
 */
@Stateless
@PermitAll
public class ControlReminders {

  private static final String LATE = "attestation.notice.control-overdue";
  private static final String JOURNALS = "/office/list.xhtml?list=rating-sheets";
  private static final String SHEETS = "/office/list.xhtml?list=sheets";
  private static final String ONLY_LATE = "&only=alone-late";
  private static final String CARD = "/student/card.xhtml?id=me";

  /** Those without a score whose ratings are still waited for, with a journal or without. */
  private static final String SELECT =
      "SELECT e.id, e.until_on, e.student_id, e.period_no, e.document_no, d.code, u.parent_id, h.id"
          + " IS NOT NULL, COALESCE(h.teacher_id, m.teacher_id), m.rule_set_code, (SELECT MAX(x.reminded_on) FROM"
          + " rating_excuse_reminder x WHERE x.excuse_id = e.id), EXISTS (SELECT 1 FROM"
          + " rating_excuse_reminder x WHERE x.excuse_id = e.id AND x.ended AND x.reminded_on >"
          + " e.until_on) FROM rating_excuse e JOIN sheet m ON m.discipline_id = e.discipline_id AND"
          + " m.term_id = e.term_id LEFT JOIN sheet h ON h.rates_id = m.id AND h.period_no ="
          + " e.period_no JOIN sheet_row r ON r.sheet_id = m.id AND r.student_id = e.student_id JOIN discipline"
          + " d ON d.id = e.discipline_id JOIN org_unit u ON u.id = d.department_id WHERE "
          + RatingLists.ALONE_OPEN
          + " ORDER BY e.until_on, e.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private RuleBook rules;
  @Inject private Notices notices;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /**
   * A control somebody is told of.
   *
   * @param school key of the school; null for none
   * @param journal whether its period has a journal
   * @param teacher key; null for nobody
   * @param reminder null where it is escalated only
   * @param escalated whether dean and office are told now
   */
  private record Due(
      long excuse,
      LocalDate until,
      long student,
      int period,
      String number,
      String discipline,
      Long school,
      boolean journal,
      Long teacher,
      EntryReminder reminder,
      boolean escalated) {

    boolean reminds(EntryReminder which) {
      return reminder == which;
    }

    /** Where the sheets of such controls stand. */
    String list() {
      return journal ? JOURNALS : SHEETS;
    }
  }

  /**
   * Tells everybody who is to be told today and was not yet, where it is the hour of it.
   *
   * @param at time of the day by the clocks of the university
   * @return of how many controls
   */
  public int remind(LocalTime at) {
    audit.beginJob("control-reminder");
    try {
      List<Due> due = due(at);
      if (!due.isEmpty()) {
        tell(due);
      }
      return due.size();
    } finally {
      audit.end();
    }
  }

  private void tell(List<Due> due) {
    note(due);
    for (EntryReminder which : EntryReminder.values()) {
      byList(due.stream().filter(one -> one.reminds(which)))
          .forEach((list, some) -> teachers(some, which, list));
    }
    notices.tellStudents(
        due.stream()
            .filter(one -> one.reminds(EntryReminder.SOON))
            .map(
                one ->
                    new Notices.Figures(
                        one.student(),
                        List.of(one.discipline(), one.period(), one.number(), one.until())))
            .toList(),
        "attestation.notice.control-own",
        CARD);
    byList(due.stream().filter(Due::escalated))
        .forEach((list, late) -> escalate(late, list + ONLY_LATE));
    trail.record(
        "control.remind",
        "RatingExcuse",
        "timer",
        null,
        Json.write(Map.of("controls", due.size())));
  }

  private static Map<String, List<Due>> byList(Stream<Due> due) {
    return due.collect(Collectors.groupingBy(Due::list, TreeMap::new, Collectors.toList()));
  }

  private void teachers(List<Due> due, EntryReminder which, String list) {
    Map<Long, List<Due>> own =
        due.stream()
            .filter(one -> one.teacher() != null)
            .collect(Collectors.groupingBy(Due::teacher, LinkedHashMap::new, Collectors.toList()));
    Map<Long, List<? extends Serializable>> args = new LinkedHashMap<>();
    own.forEach(
        (teacher, controls) -> {
          Due first = controls.get(0);
          args.put(teacher, List.of(controls.size(), first.discipline(), first.until()));
        });
    notices.tellTeachers(
        args,
        "attestation.notice.control-" + (which == EntryReminder.SOON ? "soon" : "late"),
        which == EntryReminder.SOON ? list : list + ONLY_LATE);
  }

  private void escalate(List<Due> late, String list) {
    notices.tellHolders(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, LATE, list, late.size());
    late.stream()
        .map(Due::school)
        .filter(school -> school != null)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
        .forEach(
            (school, many) ->
                notices.tellSchool(Permissions.SHEET_READ, school, LATE, list, many.intValue()));
  }

  private List<Due> due(LocalTime at) {
    Map<Long, Due> due = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        RuleSet inForce = rules.named(row.getString(10));
        if (EntryReminder.isTime(at, inForce)) {
          due(row, inForce).ifPresent(one -> due.putIfAbsent(one.excuse(), one));
        }
      }
      return new ArrayList<>(due.values());
    } catch (SQLException e) {
      throw new IllegalStateException("controls taken alone cannot be read", e);
    }
  }

  private Optional<Due> due(ResultSet row, RuleSet inForce) throws SQLException {
    LocalDate until = row.getObject(2, LocalDate.class);
    LocalDate reminded = row.getObject(11, LocalDate.class);
    EntryReminder reminder =
        EntryReminder.ofControl(until, inForce, reminded, time.today()).orElse(null);
    boolean escalated =
        time.today().isAfter(until) && !row.getBoolean(12) && !time.today().equals(reminded);
    if (reminder == null && !escalated) {
      return Optional.empty();
    }
    return Optional.of(
        new Due(
            row.getLong(1),
            until,
            row.getLong(3),
            row.getInt(4),
            row.getString(5),
            row.getString(6),
            row.getObject(7, Long.class),
            row.getBoolean(8),
            row.getObject(9, Long.class),
            reminder,
            escalated));
  }

  /** Notes it before anybody is told: where another node was first, nobody is. */
  private void note(List<Due> due) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            Batches.prepare(
                connection,
                "INSERT INTO rating_excuse_reminder (excuse_id, reminded_on, ended, reminded_by,"
                    + " reminded_at) VALUES (?, ?, ?, ?, ?)")) {
      for (Due one : due) {
        insert.setLong(1, one.excuse());
        insert.setObject(2, time.today());
        insert.setBoolean(3, time.today().isAfter(one.until()));
        insert.setString(4, trail.author());
        insert.setObject(5, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("reminders of controls cannot be noted", e);
    }
  }
}
