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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.TakeOver;
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
  @Inject private TakeOver takeOver;
  @Inject private RuleBook rules;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;
  @Inject private DemoSeals seals;
  @Inject private DemoDocuments documents;
  @Inject private DemoDiplomas diplomas;
  @Inject private DemoCommissions commissions;

  private final Map<String, RuleSet> inForce = new HashMap<>();

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
      seals.seal();
      documents.issue(anchor);
      diplomas.enter();
      commissions.enter();
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
      DemoPlan plan = new DemoPlan(rows, random, anchor, wanted);
      plan.build();
      new DemoRules(rows, plan.year).build();
      DemoStudents students = new DemoStudents(rows, random, plan);
      students.build(wanted);
      DemoOrders orders = new DemoOrders(rows, random, plan, anchor);
      orders.build(students.students);
      DemoStudents.StudentRow shown =
          history(random, plan, students.students, anchor, orders.leaving());
      List<DemoTerm.SectionRow> running =
          new DemoTerm(rows, random, plan, students.students, anchor, shown).build();
      DemoSheets sheets = new DemoSheets(rows, random, plan, anchor, this::inForce);
      DemoPlan.TeacherRow teacher = sheets.build(running, shown.group());
      ledger.post(sheets.postings());
      new DemoRegister(rows, random, anchor).build(students.students);
      new DemoExchange(rows, anchor).build();
      new DemoElectives(rows, connection, plan.year).build();
      new DemoPayments(rows, connection, plan.calendar.next(), anchor).build();
      new DemoSummer(rows, connection, plan.calendar, plan.year, anchor).build();
      statement.execute(
          "DELETE FROM role_grant WHERE account_id IN (SELECT id FROM account WHERE login = 'admin')");
      statement.execute("DELETE FROM account WHERE login = 'admin'");
      new DemoAccounts(rows, anchor.minusYears(1)).build(plan, teacher, shown);
      List<DemoStudents.StudentRow> fellows =
          students.students.stream()
              .filter(one -> one.studies() && one.group().equals(shown.group()))
              .filter(one -> one.id() != shown.id())
              .toList();
      new DemoRegistration(connection, rows, plan.calendar.next(), anchor).build(fellows);
      new DemoStreams(connection, rows, plan.calendar.next(), anchor).build(shown);
      new DemoStudyPlans(rows, connection, anchor).build();
      new DemoDemand(rows, connection, plan.calendar).build();
      new DemoRetakes(rows, connection).build();
      new DemoAppeals(rows, connection, anchor, rules::named).build();
      LocalDateTime now = LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC);
      new DemoRooms(rows, connection, anchor, now).build();
      new DemoConsultations(rows, connection, anchor, time.zone()).build();
      new DemoLetters(rows, connection, anchor, time.zone()).build();
      rows.flush();
      rows.moveSequences(
          "curriculum_seq",
          "calendar_seq",
          "student_seq",
          "registration_seq",
          "attestation_seq",
          "document_seq",
          "office_seq",
          "letter_seq",
          "account_seq",
          "partner_seq",
          "subsystem_seq");
    }
    audit.record(
        "demo.load",
        "University",
        seed,
        null,
        "{\"students\":" + wanted + ",\"anchor\":\"" + anchor + "\"}");
  }

  private RuleSet inForce(Level level, LocalDate day) {
    return inForce.computeIfAbsent(level + " " + day, key -> rules.inForce(level, day));
  }

  /**
   * Takes the past over, in batches of whole students.
   *
   * @param leaving keys of those who leave within days
   * @return a student of the second year whose story has something to show
   */
  private DemoStudents.StudentRow history(
      Random random,
      DemoPlan plan,
      List<DemoStudents.StudentRow> students,
      LocalDate anchor,
      Set<Long> leaving) {
    DemoResults results = new DemoResults(random, plan, time.now(), this::inForce);
    List<Ledger.Posting> waiting = new ArrayList<>();
    DemoStudents.StudentRow shown = null;
    boolean shownRetook = false;
    for (DemoStudents.StudentRow student : students) {
      List<Ledger.Posting> own = results.of(student);
      boolean retook = own.stream().anyMatch(DemoUniversity::isExamRetake);
      boolean stays = student.studies() && !leaving.contains(student.id());
      boolean fits = stays && student.group().course() == 2 && isPlain(student);
      if (fits && (shown == null || (retook && !shownRetook))) {
        shown = student;
        shownRetook = retook;
      }
      waiting.addAll(own);
      if (waiting.size() >= LEDGER_STEP) {
        takeOver.post(waiting, anchor);
        waiting.clear();
      }
    }
    takeOver.post(waiting, anchor);
    return shown;
  }

  private static boolean isExamRetake(Ledger.Posting posting) {
    return posting.result().kind() == ResultKind.FX && posting.result().rating() != null;
  }

  private static boolean isPlain(DemoStudents.StudentRow student) {
    DemoSubjects.ProgrammeRow row = student.group().programme().row();
    return row.school() == 0 && row.level().equals("BACHELOR") && student.ability() >= 70;
  }
}
