package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Derives the overall GPA of every student anew from the ledger, each result by the rules of its
 * time: one pass over all results, one student in memory at a time, nothing stored.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class GpaRecount {

  private static final int FETCH = 2000;
  private static final String RESULTS = LedgerReader.SELECT + " ORDER BY a.student_id, a.position";
  private static final String STUDENTS =
      "SELECT s.id, s.student_no, p.level FROM student s JOIN programme p ON p.id = s.programme_id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private StudyRules rules;
  @Inject private Access access;
  @Inject private UniversityTime time;

  private record Whose(String number, Level level) {}

  /**
   * The GPA of everybody who has one, by student number.
   *
   * @throws kz.miras.registrar.shared.RegistrarException.Forbidden where the caller may not read
   *     all students' results
   */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public Map<String, BigDecimal> all() {
    access.require(Permissions.ACHIEVEMENT_READ, Target.nobodys(), "gpa", "all");
    Map<Level, GpaCalculator> calculators = new EnumMap<>(Level.class);
    Map<String, BigDecimal> gpas = new HashMap<>();
    try (Connection connection = database.getConnection()) {
      Map<Long, Whose> students = students(connection);
      walk(
          connection,
          entries -> {
            Whose whose = students.get(entries.get(0).studentId());
            calculators
                .computeIfAbsent(whose.level(), this::calculator)
                .cumulative(entries.stream().map(LedgerEntry::toResult).toList())
                .rounded()
                .ifPresent(gpa -> gpas.put(whose.number(), gpa));
          });
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
    return gpas;
  }

  private static void walk(Connection connection, Consumer<List<LedgerEntry>> student)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RESULTS)) {
      select.setFetchSize(FETCH);
      List<LedgerEntry> one = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LedgerEntry entry = LedgerReader.entry(row);
          if (!one.isEmpty() && one.get(0).studentId() != entry.studentId()) {
            student.accept(one);
            one = new ArrayList<>();
          }
          one.add(entry);
        }
      }
      if (!one.isEmpty()) {
        student.accept(one);
      }
    }
  }

  private GpaCalculator calculator(Level level) {
    return new GpaCalculator(rules.on(level, time.today()));
  }

  private static Map<Long, Whose> students(Connection connection) throws SQLException {
    Map<Long, Whose> students = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(STUDENTS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        students.put(row.getLong(1), new Whose(row.getString(2), Level.valueOf(row.getString(3))));
      }
    }
    return students;
  }
}
