package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * SHT-32. Who is enrolled in a group all whose sheets are posted, and stands in no sheet of the
 * discipline in that term; a W of an enrolment that has ended is none.
 */
@ApplicationScoped
class LateSeats {

  private static final String LATE =
      "SELECT p.section_id, e.student_id FROM enrolment e JOIN enrolment_place p ON p.enrolment_id ="
          + " e.id JOIN section x ON x.id = p.section_id JOIN offering o ON o.id = x.offering_id"
          + " WHERE x.kind = 'GROUP' AND o.term_id = ? AND (? IS NULL OR x.id = ?) AND e.status ="
          + " 'ENROLLED' AND EXISTS (SELECT 1 FROM sheet h WHERE h.first_sitting_of = x.id) AND NOT"
          + " EXISTS (SELECT 1 FROM sheet h WHERE h.first_sitting_of = x.id AND h.closed_at IS NULL)"
          + " AND NOT EXISTS (SELECT 1 FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE"
          + " r.student_id = e.student_id AND h.term_id = o.term_id AND h.discipline_id ="
          + " o.discipline_id AND h.kind <> 'RATING' AND COALESCE(r.mark, '') <> 'W')";

  /**
   * Keys of the students, by key of the group.
   *
   * @param section key of the group that is asked for; null for all of the term
   */
  Map<Long, Set<Long>> of(Connection connection, long term, Long section) throws SQLException {
    Map<Long, Set<Long>> late = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(LATE)) {
      select.setLong(1, term);
      select.setObject(2, section);
      select.setObject(3, section);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          late.computeIfAbsent(row.getLong(1), group -> new HashSet<>()).add(row.getLong(2));
        }
      }
    }
    return late;
  }
}
