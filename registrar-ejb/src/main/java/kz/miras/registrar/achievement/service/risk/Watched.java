package kz.miras.registrar.achievement.service.risk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.Debt;
import kz.miras.registrar.achievement.DebtWay;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * What the last day's work has found of students, for reports; whom one may see is asked before.
 */
@ApplicationScoped
public class Watched {

  private static final String NAMED =
      "SELECT s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic),"
          + " COALESCE(g.code, ''), s.course_year, ";
  private static final String STUDENTS =
      " JOIN student s ON s.id = k.student_id JOIN programme p ON p.id = s.programme_id LEFT JOIN"
          + " student_group g ON g.id = s.group_id WHERE ";
  private static final String ORDER = " ORDER BY g.code, s.last_name, s.first_name, s.id";

  private static final String DEBTORS =
      NAMED
          + "k.code, k.name_kk, k.name_ru, k.name_en, k.credits, k.cause, k.sign, k.since_term,"
          + " k.until_on, k.ways FROM student_debt k"
          + STUDENTS;
  private static final String RISKS =
      NAMED + "k.details, k.since_on FROM student_risk k" + STUDENTS;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A debt of a student.
   *
   * @param discipline null of a choice block
   * @param sign the result that counts; null where there is none
   * @param since code of the term
   * @param until last day to close a difference; null for others
   */
  public record Debtor(
      String number,
      String name,
      String group,
      int course,
      String code,
      LocalizedText discipline,
      int credits,
      Debt.Cause cause,
      String sign,
      String since,
      LocalDate until,
      List<DebtWay.Kind> ways)
      implements Serializable {}

  /** A student at risk, with the reasons. */
  public record AtRisk(
      String number, String name, String group, int course, List<Refusal> reasons, LocalDate since)
      implements Serializable {}

  /** Reads one row. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * The debts of students, by group and name.
   *
   * @param condition over students {@code s} of programmes {@code p}
   * @param values its values
   */
  public List<Debtor> debtors(String condition, List<Object> values) {
    return read(DEBTORS + condition + ORDER + ", k.place", values, Watched::debtor);
  }

  /** Students at risk, by group and name; narrowed as debtors are. */
  public List<AtRisk> atRisk(String condition, List<Object> values) {
    return read(
        RISKS + condition + ORDER,
        values,
        row ->
            new AtRisk(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                RiskStore.reasons(row.getString(5)),
                row.getObject(6, LocalDate.class)));
  }

  private <T> List<T> read(String sql, List<Object> values, Reader<T> reader) {
    List<T> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("what is watched cannot be read", e);
    }
  }

  private static Debtor debtor(ResultSet row) throws SQLException {
    String name = row.getString(7);
    return new Debtor(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        name == null ? null : LocalizedText.of(row.getString(6), name, row.getString(8)),
        row.getInt(9),
        Debt.Cause.valueOf(row.getString(10)),
        row.getString(11),
        row.getString(12),
        row.getObject(13, LocalDate.class),
        Arrays.stream(row.getString(14).split(" "))
            .filter(way -> !way.isEmpty())
            .map(DebtWay.Kind::valueOf)
            .toList());
  }
}
