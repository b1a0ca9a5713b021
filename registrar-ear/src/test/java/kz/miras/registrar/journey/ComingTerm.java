package kz.miras.registrar.journey;

import java.sql.SQLException;
import kz.miras.registrar.local.TestServer;

/** The semester of the demonstration that is registered for, and what the tables say of it. */
final class ComingTerm {

  /** Its key, as a subquery. */
  static final String ID =
      "(SELECT MAX(o.term_id) FROM offering o JOIN term t ON t.id = o.term_id WHERE t.type <>"
          + " 'SUMMER' AND t.code LIKE '20%-%')";

  private ComingTerm() {}

  /** The one number a statement answers. */
  static int number(TestServer server, String sql) throws SQLException {
    return Integer.parseInt(server.text(sql));
  }
}
