package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.EntryReminder;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-26. Reminds teachers of sheets whose entry ends soon or has ended; notices go by mail too.
 * However many sheets there are, they are read by one statement.
 */
@Stateless
@PermitAll
public class SheetReminders {

  private static final String SELECT =
      "SELECT h.id, h.number, h.status, h.exam_date, h.exam_time, h.rule_set_code,"
          + " COALESCE(h.examiner_id, h.teacher_id), (SELECT x.until_at FROM sheet_extension x WHERE"
          + " x.sheet_id = h.id ORDER BY x.decided_at DESC, x.id DESC LIMIT 1), (SELECT"
          + " MAX(m.reminded_on) FROM sheet_reminder m WHERE m.sheet_id = h.id AND m.teacher_id ="
          + " COALESCE(h.examiner_id, h.teacher_id)), h.kind, d.control_form, h.last_day FROM"
          + " sheet h JOIN discipline d ON d.id = h.discipline_id WHERE h.status IN ('OPEN',"
          + " 'OVERDUE') AND h.kind <> 'RATING' AND COALESCE(h.exam_date, h.last_day) IS NOT NULL"
          + " AND COALESCE(h.examiner_id, h.teacher_id) IS NOT NULL ORDER BY"
          + " COALESCE(h.exam_date, h.last_day), h.number";

  private static final Map<EntryReminder, String> LINKS =
      Map.of(
          EntryReminder.SOON,
          "/office/list.xhtml?list=sheets",
          EntryReminder.LATE,
          "/office/list.xhtml?list=sheets&only=overdue");

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private ReminderRecords records;
  @Inject private RuleBook rules;
  @Inject private Notices notices;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /** A sheet somebody is reminded of. */
  private record Due(
      long sheet, String number, long teacher, LocalDate until, EntryReminder reminder) {}

  /**
   * Reminds everybody who is to be reminded today and was not yet, where it is the hour of it.
   *
   * @param at time of the day by the clocks of the university
   * @return of how many sheets
   */
  public int remind(LocalTime at) {
    audit.beginJob("sheet-reminder");
    try {
      List<Due> due = due(time.now(), at);
      if (!due.isEmpty()) {
        remind(due);
      }
      return due.size();
    } finally {
      audit.end();
    }
  }

  private void remind(List<Due> due) {
    records.note(
        due.stream().map(one -> new ReminderRecords.Reminded(one.sheet(), one.teacher())).toList(),
        trail.author());
    Map<EntryReminder, Map<Long, List<Due>>> byTeacher = new EnumMap<>(EntryReminder.class);
    for (Due one : due) {
      byTeacher
          .computeIfAbsent(one.reminder(), key -> new LinkedHashMap<>())
          .computeIfAbsent(one.teacher(), key -> new ArrayList<>())
          .add(one);
    }
    byTeacher.forEach(
        (reminder, teachers) -> {
          Map<Long, List<? extends Serializable>> args = new HashMap<>();
          teachers.forEach(
              (teacher, sheets) ->
                  args.put(
                      teacher,
                      List.of(sheets.size(), sheets.get(0).number(), sheets.get(0).until())));
          notices.tellTeachers(args, reminder.notice(), LINKS.get(reminder));
        });
    trail.record("sheet.remind", "Sheet", "timer", null, Json.write(Map.of("sheets", due.size())));
  }

  private List<Due> due(Instant now, LocalTime at) {
    List<Due> due = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        RuleSet inForce = rules.named(row.getString(6));
        if (EntryReminder.isTime(at, inForce)) {
          due(row, now, inForce).ifPresent(due::add);
        }
      }
      return due;
    } catch (SQLException e) {
      throw new IllegalStateException("sheets to be reminded of cannot be read", e);
    }
  }

  private Optional<Due> due(ResultSet row, Instant now, RuleSet inForce) throws SQLException {
    LocalDateTime until = row.getObject(8, LocalDateTime.class);
    SittingClock clock =
        SittingClock.of(
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalTime.class),
                inForce,
                WorkingDays::weekendsOnly,
                time.zone())
            .extended(until == null ? null : until.toInstant(ZoneOffset.UTC))
            .lasting(
                SheetKind.valueOf(row.getString(10))
                    .entryForm(ControlForm.valueOf(row.getString(11))),
                row.getObject(12, LocalDate.class));
    Optional<EntryReminder> reminder =
        EntryReminder.of(
            SheetStatus.valueOf(row.getString(3)),
            clock,
            inForce,
            row.getObject(9, LocalDate.class),
            now,
            time.zone());
    if (reminder.isEmpty()) {
      return Optional.empty();
    }
    LocalDate last =
        LocalDate.ofInstant(clock.entryUntil().orElseThrow().minusNanos(1), time.zone());
    return Optional.of(
        new Due(row.getLong(1), row.getString(2), row.getLong(7), last, reminder.get()));
  }
}
