package kz.miras.registrar.office.service.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Logger;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Loads the demonstration university into an empty database when REGISTRAR_DEMO=true. Size, seed
 * and anchor date come from the environment; the same three give the same university.
 */
@Singleton
@Startup
@DependsOn("AccessStartUp")
@RunAs("system")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoUniversity {

  private static final Logger LOG = Logger.getLogger(DemoUniversity.class.getName());
  private static final int LIMIT_SECONDS = 900;
  private static final int LEDGER_STEP = 5000;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Resource private UserTransaction transaction;
  @Inject private Ledger ledger;
  @Inject private RuleBook rules;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  @PostConstruct
  void load() {
    if (!"true".equals(System.getenv("REGISTRAR_DEMO")) || !isEmpty()) {
      return;
    }
    int students = Integer.parseInt(setting("REGISTRAR_DEMO_STUDENTS", "3000"));
    long seed = Long.parseLong(setting("REGISTRAR_DEMO_SEED", "20260901"));
    LocalDate anchor = LocalDate.parse(setting("REGISTRAR_DEMO_ANCHOR", time.today().toString()));
    long begin = System.nanoTime();
    try {
      transaction.setTransactionTimeout(LIMIT_SECONDS);
      transaction.begin();
      build(students, seed, anchor);
      transaction.commit();
    } catch (Exception e) {
      rollBack(e);
      // start-up ends here: half a university is worse than none, and the log says why
      throw new IllegalStateException("the demonstration university could not be loaded", e);
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    LOG.info(
        () -> "Demonstration university loaded: " + students + " students in " + millis + " ms");
  }

  private void rollBack(Exception cause) {
    try {
      transaction.rollback();
    } catch (SystemException | IllegalStateException e) {
      cause.addSuppressed(e);
    }
  }

  private static String setting(String name, String fallback) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? fallback : value;
  }

  private boolean isEmpty() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT COUNT(*) FROM programme) + (SELECT COUNT(*) FROM student)")) {
      row.next();
      return row.getLong(1) == 0;
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be read", e);
    }
  }

  private void build(int wanted, long seed, LocalDate anchor) throws SQLException {
    Random random = new Random(seed);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        Rows rows = new Rows(connection, random)) {
      // accounts of an earlier start without demonstration data stay, an administrator among them
      DemoPlan plan = new DemoPlan(rows, random, anchor);
      plan.build();
      DemoStudents students = new DemoStudents(rows, random, plan, anchor);
      students.build(wanted);
      history(random, plan, students.students, anchor);
      DemoTerm term = new DemoTerm(rows, random, plan, students.students, anchor);
      term.build("policy-{level}");
      statement.execute(
          "DELETE FROM role_grant WHERE account_id IN (SELECT id FROM account WHERE login = 'admin')");
      statement.execute("DELETE FROM account WHERE login = 'admin'");
      new DemoAccounts(rows, anchor.minusYears(1))
          .build(
              plan,
              term.teacher,
              term.student,
              plan.teachers.get(plan.departments.get(0).get(0)).get(1));
      rows.flush();
      rows.moveSequences(
          "curriculum_seq",
          "calendar_seq",
          "student_seq",
          "registration_seq",
          "attestation_seq",
          "account_seq");
    }
    audit.record(
        "demo.load",
        "University",
        seed,
        null,
        "{\"students\":" + wanted + ",\"anchor\":\"" + anchor + "\"}");
  }

  private void history(
      Random random, DemoPlan plan, List<DemoStudents.StudentRow> students, LocalDate anchor) {
    DemoResults results = new DemoResults(random, plan, time.now());
    List<Ledger.Posting> waiting = new ArrayList<>();
    for (DemoStudents.StudentRow student : students) {
      RuleSet set = rules.inForce(Level.valueOf(student.group().programme().row().level()), anchor);
      waiting.addAll(results.of(student, set));
      if (waiting.size() >= LEDGER_STEP) {
        ledger.post(waiting);
        waiting.clear();
      }
    }
    if (!waiting.isEmpty()) {
      ledger.post(waiting);
    }
  }
}
