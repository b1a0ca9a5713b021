package kz.miras.registrar.achievement.service.integrity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.MessageArguments;
import kz.miras.registrar.shared.service.UniversityTime;

/** Makes the report of a month, once; whom it is shown to is asked elsewhere. */
@Stateless
@PermitAll
public class IntegrityReports {

  private static final String REPORT =
      "INSERT INTO integrity_report (id, month, sheets, corrections, made_by, made_at) VALUES (?, ?,"
          + " ?, ?, ?, ?)";
  private static final String FLAG =
      "INSERT INTO integrity_flag (id, uuid, report_id, rule, code, args, rule_set_code, sheet_id,"
          + " correction_id, teacher_id, student_id, login) VALUES (NEXT VALUE FOR achievement_seq,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UnusualSheets sheets;
  @Inject private UnusualChanges changes;
  @Inject private Notices notices;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** Whether the report of a month has been made. */
  public boolean isMade(YearMonth month) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT 1 FROM integrity_report WHERE month = ?")) {
      select.setObject(1, month.atDay(1));
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("integrity reports cannot be read", e);
    }
  }

  /**
   * What a month that is not over has had so far.
   *
   * @param sheets closed
   * @param corrections recorded
   * @param flags rules, words and figures
   */
  public record SoFar(int sheets, int corrections, List<Refusal> flags) implements Serializable {

    public SoFar {
      flags = List.copyOf(flags);
    }
  }

  /** Looks through a month without keeping anything. */
  public SoFar soFar(YearMonth month) {
    Month of = new Month(month, time.zone());
    List<Found> found = new ArrayList<>();
    int closed = sheets.find(of, found);
    int corrected = changes.find(of, found);
    return new SoFar(closed, corrected, found.stream().map(Found::flag).toList());
  }

  /**
   * Makes the report of a month that is over and tells those who are to look at it; nothing where
   * it has been made.
   *
   * @return how many flags it has; -1 where there is nothing to make
   */
  public int make(YearMonth month) {
    if (!month.isBefore(YearMonth.from(time.today())) || isMade(month)) {
      return -1;
    }
    Month of = new Month(month, time.zone());
    List<Found> found = new ArrayList<>();
    int closed = sheets.find(of, found);
    int corrected = changes.find(of, found);
    store(month, found, closed, corrected);
    audit.record(
        "integrity.report",
        "IntegrityReport",
        month,
        null,
        Json.write(Map.of("sheets", closed, "corrections", corrected, "flags", found.size())));
    if (!found.isEmpty()) {
      notices.tellHolders(
          Permissions.INTEGRITY_REMARK,
          "achievement.integrity.notice",
          "/achievement/integrity.xhtml?month=" + month,
          Month.shown(month),
          found.size());
    }
    return found.size();
  }

  private void store(YearMonth month, List<Found> found, int closed, int corrected) {
    try (Connection connection = database.getConnection()) {
      long report = next(connection);
      try (PreparedStatement insert = connection.prepareStatement(REPORT)) {
        insert.setLong(1, report);
        insert.setObject(2, month.atDay(1));
        insert.setInt(3, closed);
        insert.setInt(4, corrected);
        insert.setString(5, audit.author());
        insert.setObject(6, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
        insert.executeUpdate();
      }
      try (PreparedStatement insert = Batches.prepare(connection, FLAG)) {
        for (Found one : found) {
          insert.setObject(1, UUID.randomUUID().toString());
          insert.setLong(2, report);
          insert.setString(3, one.flag().rule());
          insert.setString(4, one.flag().code());
          insert.setString(5, MessageArguments.write(one.flag().args()));
          insert.setString(6, one.ruleSet());
          insert.setObject(7, one.sheet());
          insert.setObject(8, one.correction());
          insert.setObject(9, one.teacher());
          insert.setObject(10, one.student());
          insert.setString(11, one.login());
          insert.addBatch();
        }
        if (!found.isEmpty()) {
          insert.executeBatch();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the integrity report cannot be kept", e);
    }
  }

  private static long next(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT NEXT VALUE FOR achievement_seq");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
