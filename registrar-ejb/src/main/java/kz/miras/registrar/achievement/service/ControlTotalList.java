package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.achievement.ControlTotal;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** IMP-5. What the earlier system said of each student, held against what follows here. */
@ApplicationScoped
public class ControlTotalList implements RecordList {

  private static final String STORE =
      "INSERT INTO migration_control (student_id, old_credits, old_gpa, our_credits, our_gpa,"
          + " accepted_by, reason) VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE old_credits"
          + " = VALUES(old_credits), old_gpa = VALUES(old_gpa), our_credits = VALUES(our_credits),"
          + " our_gpa = VALUES(our_gpa), accepted_by = VALUES(accepted_by), reason ="
          + " VALUES(reason), version = version + 1";
  private static final String STORED =
      "SELECT old_credits, old_gpa, reason FROM migration_control WHERE student_id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Students students;
  @Inject private LedgerReader reader;
  @Inject private StudyRules rules;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "control-totals";
  }

  @Override
  public String permission() {
    return Permissions.RESULTS_IMPORT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("student_no", 32),
        Field.number("old_credits"),
        Field.decimal("old_gpa").optional(),
        Field.text("reason", 500).optional());
  }

  @Override
  public List<String> key() {
    return List.of("student_no");
  }

  @Override
  public boolean hasForm() {
    return false;
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records implements Sheet {

    private final Map<String, Optional<Student>> found = new HashMap<>();

    private Optional<Student> student(Map<String, String> values) {
      return found.computeIfAbsent(values.get("student_no"), students::byNumber);
    }

    @Override
    public Optional<Map<String, String>> stored(Map<String, String> values) {
      try (Connection connection = database.getConnection();
          PreparedStatement select = connection.prepareStatement(STORED)) {
        select.setLong(1, student(values).orElseThrow().getId());
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            return Optional.empty();
          }
          Map<String, String> stored = new LinkedHashMap<>();
          stored.put("student_no", values.get("student_no"));
          stored.put("old_credits", row.getString("old_credits"));
          if (row.getBigDecimal("old_gpa") != null) {
            BigDecimal gpa = row.getBigDecimal("old_gpa");
            BigDecimal typed = gpa(values);
            // 3.1 and 3.10 are one number
            stored.put(
                "old_gpa",
                typed != null && typed.compareTo(gpa) == 0
                    ? values.get("old_gpa")
                    : gpa.toPlainString());
          }
          if (row.getString("reason") != null) {
            stored.put("reason", row.getString("reason"));
          }
          return Optional.of(stored);
        }
      } catch (SQLException e) {
        throw new IllegalStateException("control totals cannot be read", e);
      }
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Verdict verdict =
          Checks.known("student_no", values.get("student_no"), student(values).orElse(null))
              .and(Checks.within("old_credits", values, 0, 1000));
      return verdict.isAllowed()
          ? theirs(values).judge(ours(values), values.get("reason"))
          : verdict;
    }

    private static ControlTotal theirs(Map<String, String> values) {
      return new ControlTotal(Checks.number(values, "old_credits"), gpa(values));
    }

    private static BigDecimal gpa(Map<String, String> values) {
      return values.get("old_gpa") == null ? null : new BigDecimal(values.get("old_gpa"));
    }

    private ControlTotal ours(Map<String, String> values) {
      Student student = student(values).orElseThrow();
      StudyRecord record =
          StudyRecords.of(
              reader.of(student.getId(), null),
              rules.on(student.getProgramme().getLevel(), time.today()));
      return new ControlTotal(record.earned(), record.gpa());
    }

    @Override
    public Verdict write(Map<String, String> values) {
      Student student = student(values).orElseThrow();
      ControlTotal theirs = theirs(values);
      ControlTotal ours = ours(values);
      try (Connection connection = database.getConnection();
          PreparedStatement store = connection.prepareStatement(STORE)) {
        store.setLong(1, student.getId());
        store.setInt(2, theirs.credits());
        store.setBigDecimal(3, theirs.gpa());
        store.setInt(4, ours.credits());
        store.setBigDecimal(5, ours.gpa());
        store.setString(6, theirs.agrees(ours) ? null : access.current().login());
        store.setString(7, values.get("reason"));
        store.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException("control totals cannot be stored", e);
      }
      audit.record("migration.control", "Student", student.getId(), null, Json.write(values));
      return Verdict.allowed();
    }
  }
}
