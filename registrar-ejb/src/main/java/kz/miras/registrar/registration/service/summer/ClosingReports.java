package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.registration.summer.AttendanceTally;
import kz.miras.registrar.registration.summer.ClosingReport;
import kz.miras.registrar.registration.summer.ClosingReport.Act;
import kz.miras.registrar.registration.summer.ClosingReport.Figures;
import kz.miras.registrar.registration.summer.ClosingReport.Line;
import kz.miras.registrar.registration.summer.SummerGroupStatus;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Batches;

/** SUM-14. What closed summer semesters came to, as it was kept; nothing here changes it. */
@ApplicationScoped
class ClosingReports {

  private static final String KEEP =
      "INSERT INTO summer_report (plan_id, term, begins, ends, weeks, decision, closed_by,"
          + " closed_name, closed_at, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String KEEP_LINE =
      "INSERT INTO summer_report_line (plan_id, position, code, name_kk, name_ru, name_en, language,"
          + " status, reason, applications, paid, group_count, enrolled, credits, income, cost,"
          + " passed, failed, checks, looked_for, missed, excused, flagged) VALUES (?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String HEAD =
      "SELECT term, begins, ends, weeks, decision, closed_by, closed_name, closed_at, checksum FROM"
          + " summer_report WHERE plan_id = ?";
  private static final String LINES =
      "SELECT code, name_kk, name_ru, name_en, language, status, reason, applications, paid,"
          + " group_count, enrolled, credits, income, cost, passed, failed, checks, looked_for,"
          + " missed, excused, flagged FROM summer_report_line WHERE plan_id = ? ORDER BY position";

  private static final String NAME = "SELECT display_name FROM account WHERE login = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * What was kept.
   *
   * @param checksum it was kept with, 32 bytes
   */
  record Kept(ClosingReport report, byte[] checksum) {}

  /** Keeps the report of a plan that is being closed in the same transaction. */
  void keep(long plan, ClosingReport report) {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
        insert.setLong(1, plan);
        insert.setString(2, report.term());
        insert.setObject(3, report.begins());
        insert.setObject(4, report.ends());
        insert.setInt(5, report.weeks());
        insert.setString(6, report.decision());
        insert.setString(7, report.act().by());
        insert.setString(8, report.act().name());
        insert.setObject(9, LocalDateTime.ofInstant(report.act().at(), ZoneOffset.UTC));
        insert.setBytes(10, report.checksum());
        insert.executeUpdate();
      }
      if (!report.lines().isEmpty()) {
        lines(connection, plan, report.lines());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the report of a summer semester cannot be kept", e);
    }
  }

  private static void lines(Connection connection, long plan, List<Line> lines)
      throws SQLException {
    try (PreparedStatement insert = Batches.prepare(connection, KEEP_LINE)) {
      int position = 0;
      for (Line line : lines) {
        Figures figures = line.figures();
        insert.setLong(1, plan);
        insert.setInt(2, ++position);
        insert.setString(3, line.code());
        insert.setString(4, line.name().getKk());
        insert.setString(5, line.name().getRu());
        insert.setString(6, line.name().getEn());
        insert.setString(7, line.language());
        insert.setString(8, line.status().name());
        insert.setString(9, line.reason());
        insert.setInt(10, figures.applications());
        insert.setInt(11, figures.paid());
        insert.setInt(12, figures.groups());
        insert.setInt(13, figures.enrolled());
        insert.setInt(14, figures.credits());
        insert.setBigDecimal(15, figures.income());
        insert.setBigDecimal(16, figures.cost());
        insert.setInt(17, figures.passed());
        insert.setInt(18, figures.failed());
        insert.setInt(19, figures.checks());
        insert.setInt(20, figures.attendance().checks());
        insert.setInt(21, figures.attendance().missed());
        insert.setInt(22, figures.attendance().excused());
        insert.setInt(23, figures.flagged());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The name of whoever has a login; the login itself where no account has it. */
  String name(String login) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(NAME)) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : login;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("an account cannot be read", e);
    }
  }

  /** What was kept of a plan; empty where it is not closed, or was before reports were kept. */
  Optional<Kept> of(long plan) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(HEAD)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(kept(row, lines(connection, plan))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the report of a summer semester cannot be read", e);
    }
  }

  private static Kept kept(ResultSet row, List<Line> lines) throws SQLException {
    return new Kept(
        new ClosingReport(
            row.getString(1),
            row.getObject(2, LocalDate.class),
            row.getObject(3, LocalDate.class),
            row.getInt(4),
            row.getString(5),
            new Act(
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDateTime.class).toInstant(ZoneOffset.UTC)),
            lines),
        row.getBytes(9));
  }

  private static List<Line> lines(Connection connection, long plan) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LINES)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  row.getString(1),
                  LocalizedText.of(row.getString(2), row.getString(3), row.getString(4)),
                  row.getString(5),
                  SummerGroupStatus.valueOf(row.getString(6)),
                  row.getString(7),
                  figures(row)));
        }
      }
    }
    return lines;
  }

  private static Figures figures(ResultSet row) throws SQLException {
    return new Figures(
        row.getInt(8),
        row.getInt(9),
        row.getInt(10),
        row.getInt(11),
        row.getInt(12),
        row.getBigDecimal(13),
        row.getBigDecimal(14),
        row.getInt(15),
        row.getInt(16),
        row.getInt(17),
        new AttendanceTally(row.getInt(18), row.getInt(19), row.getInt(20)),
        row.getInt(21));
  }
}
