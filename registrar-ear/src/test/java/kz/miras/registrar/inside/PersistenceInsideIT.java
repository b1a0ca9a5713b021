package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import javax.naming.InitialContext;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the deployed application asks of the database, counted by the database itself. */
@InsideTest
class PersistenceInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PersistenceInsideIT.class);
  }

  @Test
  @DisplayName("a lazy relation costs no statement until it is touched, then one")
  void aLazyRelationWaits() throws Exception {
    long id = Scene.number("SELECT MIN(id) FROM student WHERE group_id IS NOT NULL");
    Students students = Inside.bean(Students.class);
    UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
    transaction.begin();
    try (Connection connection = Scene.database().getConnection()) {
      long before = selects(connection);
      Student student = students.byId(id).orElseThrow();
      assertThat(selects(connection) - before).as("statements for the student").isEqualTo(1);
      assertThat(student.getGroup()).as("a woven relation").isNotNull();
      long read = selects(connection);
      assertThat(student.getGroup().getCode()).isNotBlank();
      assertThat(selects(connection) - read).as("more when used again").isLessThanOrEqualTo(1);
    } finally {
      transaction.rollback();
    }
  }

  @Test
  @DisplayName("relations nobody touches are never read, whatever the entity")
  void untouchedRelationsAreNotRead() throws Exception {
    long id = Scene.number("SELECT MIN(id) FROM student WHERE group_id IS NOT NULL");
    Students students = Inside.bean(Students.class);
    UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
    transaction.begin();
    try (Connection connection = Scene.database().getConnection()) {
      Student student = students.byId(id).orElseThrow();
      long before = selects(connection);
      assertThat(student.getStudentNo()).isNotBlank();
      assertThat(student.getStatus()).isNotNull();
      assertThat(selects(connection)).as("columns cost nothing").isEqualTo(before);
      student.getGroup();
      assertThat(selects(connection)).as("the touched relation").isEqualTo(before + 1);
    } finally {
      transaction.rollback();
    }
  }

  /** Statements that read, of this connection alone; the question itself is none of them. */
  private static long selects(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Com_select'")) {
      row.next();
      return row.getLong(2);
    }
  }

  @Test
  @DisplayName("PAR-1 the rules of a day are those whose date has come, for every level")
  void theRulesOfADay() throws Exception {
    RuleBook book = Inside.bean(RuleBook.class);
    for (Level level : Level.values()) {
      Map<LocalDate, String> sets = new TreeMap<>();
      try (Connection connection = Scene.database().getConnection();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT valid_from, code FROM rule_set WHERE level = '" + level + "'")) {
        while (row.next()) {
          sets.put(row.getObject(1, LocalDate.class), row.getString(2));
        }
      }
      assertThat(sets).as("%s", level).isNotEmpty();
      LocalDate first = sets.keySet().iterator().next();
      sets.forEach(
          (day, code) -> {
            assertThat(book.inForce(level, day).code()).isEqualTo(code);
            if (day.isAfter(first)) {
              assertThat(book.inForce(level, day.minusDays(1)).code()).isNotEqualTo(code);
            }
          });
      assertThatThrownBy(() -> book.inForce(level, first.minusDays(1)))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
