package kz.miras.registrar.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.SequenceGenerator;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NodeList;

/** Promises of the schema, tried on the migrated database as the application's own user. */
@ExtendWith(ServerExtension.class)
class SchemaIT {

  private static final long STEP = 50;

  private static final Set<String> READ_BY_PEOPLE = Set.of("payment_number_seq");

  @ParameterizedTest
  @CsvSource({
    "achievement, attempt_no = attempt_no + 1",
    "student_status_change, effective_on = '2001-01-01'",
    "rule_set, valid_from = '2001-01-01'",
    "rule_value, value = '1'",
    "audit_entry, actor = 'x'",
    "audit_detail, salt = 'x'",
    "audit_seal, position = position + 1"
  })
  @DisplayName(
      "AUD-1 history is only added to: the application's user neither changes nor deletes it")
  void historyIsOnlyAddedTo(String table, String change, TestServer server) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // a university that decides everything as the ministry suggests stores no value of its own
      statement.execute(
          "INSERT INTO rule_value (rule_set_id, parameter, value)"
              + " SELECT MAX(id), 'REG_SOFT_CREDITS', '30' FROM rule_set");
      long rows = number(statement, "SELECT COUNT(*) FROM " + table);
      assertThat(rows).as("something to attack").isPositive();
      assertThatThrownBy(() -> statement.executeUpdate("UPDATE " + table + " SET " + change))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(append-only|never changed|never deleted).*");
      assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM " + table))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(append-only|never changed|never deleted).*");
      connection.rollback();
    }
  }

  @Test
  @DisplayName(
      "every sequence of keys hands them out in steps of 50, and every entity takes them so; numbers"
          + " people read go one by one")
  void sequencesAndEntitiesAgree(TestServer server) throws Exception {
    Map<String, Long> increments = new TreeMap<>();
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      List<String> sequences = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND"
                  + " table_type = 'SEQUENCE'")) {
        while (row.next()) {
          sequences.add(row.getString(1));
        }
      }
      for (String sequence : sequences) {
        increments.put(sequence, number(statement, "SELECT increment FROM " + sequence));
      }
    }
    assertThat(increments).isNotEmpty();
    assertThat(increments)
        .allSatisfy(
            (name, step) ->
                assertThat(step).as(name).isEqualTo(READ_BY_PEOPLE.contains(name) ? 1 : STEP));
    List<SequenceGenerator> generators = generators();
    assertThat(generators).hasSizeGreaterThan(10);
    assertThat(generators)
        .allSatisfy(
            generator -> {
              assertThat(generator.allocationSize()).as(generator.name()).isEqualTo((int) STEP);
              assertThat(increments).containsKey(generator.sequenceName());
            });
  }

  /** The generators of every entity the persistence unit lists, inherited ones too. */
  private static List<SequenceGenerator> generators() throws Exception {
    List<SequenceGenerator> generators = new ArrayList<>();
    try (InputStream unit =
        SchemaIT.class.getClassLoader().getResourceAsStream("META-INF/persistence.xml")) {
      NodeList classes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(unit)
              .getElementsByTagName("class");
      for (int i = 0; i < classes.getLength(); i++) {
        Class<?> type = Class.forName(classes.item(i).getTextContent().strip());
        for (; type != Object.class && type != null; type = type.getSuperclass()) {
          for (Field field : type.getDeclaredFields()) {
            SequenceGenerator generator = field.getAnnotation(SequenceGenerator.class);
            if (generator != null) {
              generators.add(generator);
            }
          }
        }
      }
    }
    return generators;
  }

  @Test
  @DisplayName("the database itself refuses one seat more than there are, and one fewer than none")
  void seatsStayWithinTheirNumber(TestServer server) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String seats : List.of("taken = capacity + 1", "taken = -1", "capacity = taken - 1")) {
        assertThatThrownBy(() -> statement.executeUpdate("UPDATE section_seat SET " + seats))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("ck_section_seat");
      }
      connection.rollback();
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
