package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.achievement.service.analysis.AnalysisScope.Narrow;
import kz.miras.registrar.achievement.service.analysis.UnsubmittedSheets.Unsubmitted;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** Reminds who owes sheets whose entry is locked; nobody of the same sheet twice a day. */
@Stateless
@Guarded
public class ReminderDesk {

  /** Where a reminder leads: the late sheets among the reader's own. */
  private static final String LINK = "/office/list.xhtml?list=sheets&only=overdue";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UnsubmittedSheets sheets;
  @Inject private Notices notices;
  @Inject private AuditTrail audit;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Reminds everybody who owes a sheet of the term and was not reminded of it today.
   *
   * @return how many people were reminded
   */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public int remind(String term) {
    Map<Long, List<Unsubmitted>> owed = new LinkedHashMap<>();
    sheets.late(term, Narrow.everything()).stream()
        .filter(one -> one.teacher() != 0 && !time.today().equals(one.reminded()))
        .forEach(one -> owed.computeIfAbsent(one.teacher(), key -> new ArrayList<>()).add(one));
    if (owed.isEmpty()) {
      return 0;
    }
    Map<Long, List<? extends Serializable>> args = new HashMap<>();
    owed.forEach(
        (teacher, sheets) ->
            args.put(
                teacher,
                List.of(
                    sheets.size(), sheets.get(0).sheet().number(), sheets.get(0).sheet().exam())));
    note(owed);
    notices.tellTeachers(args, "achievement.session.reminder", LINK);
    audit.record(
        "sheet.remind",
        "Term",
        term,
        null,
        Json.write(
            Map.of(
                "teachers",
                owed.size(),
                "sheets",
                owed.values().stream().mapToInt(List::size).sum())));
    return owed.size();
  }

  private void note(Map<Long, List<Unsubmitted>> owed) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            Batches.prepare(
                connection,
                "INSERT INTO sheet_reminder (sheet_id, teacher_id, reminded_on, reminded_by,"
                    + " reminded_at) VALUES (?, ?, ?, ?, ?)")) {
      for (List<Unsubmitted> sheets : owed.values()) {
        for (Unsubmitted one : sheets) {
          insert.setLong(1, one.id());
          insert.setLong(2, one.teacher());
          insert.setObject(3, time.today());
          insert.setString(4, access.current().login());
          insert.setObject(5, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("reminders cannot be noted", e);
    }
  }
}
