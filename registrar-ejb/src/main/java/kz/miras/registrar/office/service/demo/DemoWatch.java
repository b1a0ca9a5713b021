package kz.miras.registrar.office.service.demo;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.service.integrity.IntegrityReports;

/** The integrity report of the month before the demonstration, with a remark of the office. */
@Stateless
@PermitAll
public class DemoWatch {

  private static final String FLAG =
      "SELECT f.id, NEXT VALUE FOR achievement_seq FROM integrity_flag f JOIN integrity_report r ON"
          + " r.id = f.report_id WHERE r.month = ? LIMIT 1";
  private static final String REMARK =
      "INSERT INTO integrity_remark (id, flag_id, outcome, words, made_by, made_at) VALUES (?, ?,"
          + " 'FOLLOW', 'Запрошена работа студента, ответ преподавателя ожидается', 'senior',"
          + " UTC_TIMESTAMP(6))";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private IntegrityReports reports;

  /** Makes it as the timer does. */
  public void look(LocalDate anchor) {
    YearMonth month = YearMonth.from(anchor).minusMonths(1);
    if (reports.make(month) <= 0) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FLAG);
        PreparedStatement insert = connection.prepareStatement(REMARK)) {
      select.setObject(1, month.atDay(1));
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          insert.setLong(1, row.getLong(2));
          insert.setLong(2, row.getLong(1));
          insert.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the remark of the demonstration cannot be stored", e);
    }
  }
}
