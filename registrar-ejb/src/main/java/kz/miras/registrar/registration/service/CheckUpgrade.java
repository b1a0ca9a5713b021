package kz.miras.registrar.registration.service;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/**
 * Looks for what an upgrade of an older database would stop at, before it is begun. REG-10: a
 * student who is enrolled twice in one discipline of a term, in the streams of two languages; since
 * V1_383 the schema lets nobody in twice, and the migration to it ends at the first. Reads only,
 * and works on the schema of every version.
 *
 * <pre>
 * REGISTRAR_DB_PASSWORD=… java -cp "registrar-ejb.jar:lib/*:mariadb-java-client.jar" \
 *   kz.miras.registrar.registration.service.CheckUpgrade jdbc:mariadb://host/registrar user
 * </pre>
 *
 * <p>Ends with 0 where nothing is in the way, 1 where something was found, 2 where it could not be
 * looked for.
 */
public final class CheckUpgrade {

  private static final String DOUBLES =
      "SELECT s.student_no, t.code, d.code, GROUP_CONCAT(o.code ORDER BY o.code SEPARATOR ', ') FROM"
          + " enrolment e JOIN offering o ON o.id = e.offering_id JOIN student s ON s.id ="
          + " e.student_id JOIN term t ON t.id = o.term_id JOIN discipline d ON d.id ="
          + " o.discipline_id WHERE e.status = 'ENROLLED' GROUP BY s.id, t.id, d.id HAVING COUNT(*) >"
          + " 1 ORDER BY t.code, d.code, s.student_no";

  private CheckUpgrade() {}

  /**
   * A student who is enrolled more than once in a discipline of a term.
   *
   * @param student number
   * @param term code
   * @param discipline code
   * @param offerings codes of the offerings the student is enrolled in
   */
  public record Twice(String student, String term, String discipline, String offerings) {}

  public static void main(String[] args) {
    System.exit(run(args, System.getenv(), System.out));
  }

  /** As {@link #main}, with everything from outside given. */
  public static int run(String[] args, Map<String, String> environment, PrintStream out) {
    String password = environment.get("REGISTRAR_DB_PASSWORD");
    if (args.length != 2 || password == null) {
      out.println("CheckUpgrade JDBC-URL USER");
      out.println("Environment: REGISTRAR_DB_PASSWORD");
      return 2;
    }
    try (Connection connection = DriverManager.getConnection(args[0], args[1], password)) {
      return tell(doubles(connection), out);
    } catch (SQLException e) {
      out.println(e.getMessage());
      return 2;
    }
  }

  /** Tells what was found; 0 where nothing was, else 1. */
  public static int tell(List<Twice> found, PrintStream out) {
    Language language = Messages.systemLanguage();
    for (Twice one : found) {
      out.println(
          Messages.text(
              language,
              "registration.upgrade.double",
              one.student(),
              one.term(),
              one.discipline(),
              one.offerings()));
    }
    out.println(Messages.text(language, "registration.upgrade.doubles", found.size()));
    return found.isEmpty() ? 0 : 1;
  }

  /** Who is enrolled more than once in a discipline of a term. */
  public static List<Twice> doubles(Connection connection) throws SQLException {
    List<Twice> doubles = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(DOUBLES);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        doubles.add(
            new Twice(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
      }
    }
    return doubles;
  }
}
