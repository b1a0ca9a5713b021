package kz.miras.registrar.registration.service.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.rule.HoldFact;

/** What stands against students and what was decided in their favour, one statement for all. */
final class HoldReader {

  private static final String HOLDS =
      "SELECT h.student_id, h.kind, h.reason, h.contact FROM student_hold h JOIN student s ON s.id ="
          + " h.student_id WHERE h.removed_at IS NULL AND s.status = 'STUDYING' ORDER BY"
          + " h.student_id, h.placed_at";
  private static final String CONSENTS =
      "SELECT r.student_id, d.code, r.kind, r.rule FROM registration_request r JOIN offering o ON"
          + " o.id = r.offering_id JOIN discipline d ON d.id = o.discipline_id WHERE r.term_id = ?"
          + " AND r.status IN ('APPROVED', 'DONE') AND (r.kind <> 'LATE' OR r.status = 'DONE') AND"
          + " r.student_id IS NOT NULL";

  private HoldReader() {}

  /** Every hold that stands, those of money too: whether they count, the rule of the day says. */
  static Map<Long, List<HoldFact>> standing(Connection connection) throws SQLException {
    Map<Long, List<HoldFact>> holds = new HashMap<>();
    Rows.each(
        connection,
        HOLDS,
        null,
        row ->
            holds
                .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                .add(
                    new HoldFact(
                        HoldKind.valueOf(row.getString(2)), row.getString(3), row.getString(4))));
    return holds;
  }

  /** Numbers of the rules set aside in a term, by student and code of the discipline. */
  static Map<Long, Map<String, Set<String>>> consents(Connection connection, Term term)
      throws SQLException {
    Map<Long, Map<String, Set<String>>> consents = new HashMap<>();
    Rows.each(
        connection,
        CONSENTS,
        term.getId(),
        row -> {
          Map<String, Set<String>> own =
              consents.computeIfAbsent(row.getLong(1), key -> new HashMap<>());
          Set<String> rules = own.computeIfAbsent(row.getString(2), key -> new TreeSet<>());
          RequestKind.valueOf(row.getString(3)).waives(row.getString(4)).ifPresent(rules::add);
        });
    return consents;
  }
}
