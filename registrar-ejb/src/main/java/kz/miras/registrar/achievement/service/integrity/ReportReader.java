package kz.miras.registrar.achievement.service.integrity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.integrity.IntegrityOutcome;
import kz.miras.registrar.achievement.service.integrity.IntegrityView.Flag;
import kz.miras.registrar.achievement.service.integrity.IntegrityView.Remark;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.MessageArguments;

/** Kept reports, their flags and remarks. */
@ApplicationScoped
class ReportReader {

  private static final String REPORT =
      "SELECT id, made_at, made_by, sheets, corrections FROM integrity_report WHERE month = ?";
  private static final String FLAGS =
      "SELECT f.id, f.uuid, f.rule, f.code, f.args, f.rule_set_code, h.uuid, h.number, d.name_kk,"
          + " d.name_ru, d.name_en, g.uuid, CONCAT_WS(' ', e.last_name, e.first_name, e.patronymic),"
          + " s.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic), f.login,"
          + " a.display_name FROM integrity_flag f LEFT JOIN sheet h ON h.id = f.sheet_id LEFT JOIN"
          + " discipline d ON d.id = h.discipline_id LEFT JOIN grade_correction g ON g.id ="
          + " f.correction_id LEFT JOIN teacher e ON e.id = f.teacher_id LEFT JOIN student s ON s.id"
          + " = f.student_id LEFT JOIN account a ON a.login = f.login WHERE f.report_id = ? ORDER BY"
          + " f.rule, f.id";
  private static final String REMARKS =
      "SELECT r.flag_id, r.outcome, r.words, COALESCE(a.display_name, r.made_by), r.made_at FROM"
          + " integrity_remark r JOIN integrity_flag f ON f.id = r.flag_id LEFT JOIN account a ON"
          + " a.login = r.made_by WHERE f.report_id = ? ORDER BY r.id";
  private static final String CONCERNED =
      "SELECT f.id, f.login, g.requested_by, g.decided_by, h.submitted_by, h.closed_by, (SELECT"
          + " MAX(a.login) FROM account a WHERE a.teacher_id = f.teacher_id) FROM integrity_flag f"
          + " LEFT JOIN grade_correction g ON g.id = f.correction_id LEFT JOIN sheet h ON h.id ="
          + " f.sheet_id WHERE f.uuid = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Whom a flag is about.
   *
   * @param key of the flag; 0 where there is none
   * @param logins of everybody
   */
  record Concerned(long key, Set<String> logins) {}

  /** The report of a month; one that says it has not been made where there is none. */
  IntegrityView of(YearMonth month, boolean over) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(REPORT)) {
      select.setObject(1, month.atDay(1));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return new IntegrityView(month, null, null, 0, 0, List.of(), over);
        }
        return new IntegrityView(
            month,
            instant(row, 2),
            row.getString(3),
            row.getInt(4),
            row.getInt(5),
            flags(connection, row.getLong(1)),
            over);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("integrity reports cannot be read", e);
    }
  }

  /** Months that have a report, the last one first. */
  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT month FROM integrity_report ORDER BY month DESC");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        months.add(YearMonth.from(row.getObject(1, LocalDate.class)));
      }
      return months;
    } catch (SQLException e) {
      throw new IllegalStateException("integrity reports cannot be read", e);
    }
  }

  /** Whom a flag is about. */
  Concerned concerned(String flag) {
    Set<String> logins = new TreeSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(CONCERNED)) {
      select.setString(1, flag);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return new Concerned(0, logins);
        }
        for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
          if (row.getString(i) != null) {
            logins.add(row.getString(i));
          }
        }
        return new Concerned(row.getLong(1), logins);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a flag cannot be read", e);
    }
  }

  private static List<Flag> flags(Connection connection, long report) throws SQLException {
    Map<Long, List<Remark>> remarks = remarks(connection, report);
    List<Flag> flags = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(FLAGS)) {
      select.setLong(1, report);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          flags.add(
              new Flag(
                  row.getString(2),
                  new Refusal(
                      row.getString(4),
                      row.getString(3),
                      "",
                      MessageArguments.read(row.getString(5))),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getString(10) == null
                      ? null
                      : LocalizedText.of(row.getString(9), row.getString(10), row.getString(11)),
                  row.getString(12),
                  blankless(row.getString(13)),
                  row.getString(14),
                  row.getString(15),
                  blankless(row.getString(16)),
                  row.getString(17),
                  row.getString(18),
                  remarks.getOrDefault(row.getLong(1), List.of())));
        }
      }
    }
    return flags;
  }

  /** A name of which nothing is known is none. */
  private static String blankless(String name) {
    return name == null || name.isBlank() ? null : name;
  }

  private static Map<Long, List<Remark>> remarks(Connection connection, long report)
      throws SQLException {
    Map<Long, List<Remark>> remarks = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(REMARKS)) {
      select.setLong(1, report);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          remarks
              .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(
                  new Remark(
                      IntegrityOutcome.valueOf(row.getString(2)),
                      row.getString(3),
                      row.getString(4),
                      instant(row, 5)));
        }
      }
    }
    return remarks;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
