package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.Debt;
import kz.miras.registrar.achievement.service.DebtQueries;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Academic differences, listed by the office and owed by the student. */
@InsideTest
class DifferenceInsideIT {

  private static final int FIRST = 95;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(DifferenceInsideIT.class, Marks.class);
  }

  private static String student(int number) throws SQLException {
    return Scene.student(FIRST + number);
  }

  private static long key(String student) throws SQLException {
    return Scene.number("SELECT id FROM student WHERE student_no = ?", student);
  }

  private static String code(long offering) throws SQLException {
    return Scene.text("SELECT code FROM offering WHERE id = ?", offering);
  }

  @Test
  @DisplayName("DEB-3 a listed difference is owed with its day until it is passed or lifted")
  void differences() throws Exception {
    String student = student(0);
    long offering = Scene.offering(3);
    String code = code(offering);
    LocalDate today = Scene.today();
    Map<String, String> row =
        Map.of(
            "student_no",
            student,
            "discipline",
            code,
            "listed_on",
            today.toString(),
            "due_on",
            today.plusDays(30).toString(),
            "document",
            "order № 7");
    assertThat(save(Map.of(), row)).isEmpty();
    assertThat(debts(student, code))
        .singleElement()
        .satisfies(
            debt -> {
              assertThat(debt.cause()).isEqualTo(Debt.Cause.DIFFERENCE);
              assertThat(debt.until()).isEqualTo(today.plusDays(30));
              assertThat(debt.credits()).isEqualTo(3);
            });
    assertThat(listed(student, code)).as("registration knows it").isTrue();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE"
                    + " s.student_no = ? AND n.code = 'achievement.notice.difference'",
                student))
        .isEqualTo(1);

    Marks.arrives(key(student), offering, Letter.C);
    assertThat(debts(student, code)).isEmpty();
    long other = Scene.offering(3);
    Marks.arrives(key(student), other, Letter.C);
    assertThat(save(Map.of(), with(row, "discipline", code(other))))
        .containsExactly("achievement.difference.passed");
    assertThatThrownBy(
            () ->
                Scene.change("DELETE FROM academic_difference WHERE student_id = ?", key(student)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("lifted, never deleted");
  }

  @Test
  @DisplayName("DEB-3 a lifted difference is owed no more, its earlier days still tell of it")
  void lifted() throws Exception {
    String student = student(1);
    String code = code(Scene.offering(3));
    LocalDate today = Scene.today();
    Map<String, String> row =
        Map.of(
            "student_no",
            student,
            "discipline",
            code,
            "listed_on",
            today.minusDays(9).toString(),
            "due_on",
            today.minusDays(2).toString(),
            "document",
            "order № 8");
    assertThat(save(Map.of(), row)).isEmpty();
    assertThat(debts(student, code)).as("overdue").hasSize(1);
    assertThat(save(row, with(row, "lifted_on", today.toString()))).isEmpty();
    assertThat(debts(student, code)).isEmpty();
    assertThat(listed(student, code)).isFalse();
    DebtQueries queries = Inside.bean(DebtQueries.class);
    assertThat(
            Inside.as(Scene.holding("SPE"), () -> queries.owed(student, today.minusDays(1)))
                .debts())
        .extracting(DebtQueries.DebtLine::code)
        .contains(code);
  }

  private static boolean listed(String student, String code) throws SQLException {
    long discipline = Scene.number("SELECT id FROM discipline WHERE code = ?", code);
    return Inside.bean(AcademicRecord.class)
        .past(key(student), Set.of(discipline))
        .get(discipline)
        .difference();
  }

  private static Map<String, String> with(Map<String, String> row, String field, String value) {
    Map<String, String> changed = new HashMap<>(row);
    changed.put(field, value);
    return changed;
  }

  private static List<String> save(Map<String, String> before, Map<String, String> row)
      throws Exception {
    RecordDesk records = Inside.bean(RecordDesk.class);
    Verdict verdict =
        Inside.as(Scene.holding("SPE"), () -> records.save("differences", before, row, null, true));
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static List<DebtQueries.DebtLine> debts(String student, String code) throws Exception {
    DebtQueries queries = Inside.bean(DebtQueries.class);
    return Inside.as(Scene.holding("SPE"), () -> queries.owed(student, null)).debts().stream()
        .filter(debt -> debt.code().equals(code))
        .toList();
  }
}
