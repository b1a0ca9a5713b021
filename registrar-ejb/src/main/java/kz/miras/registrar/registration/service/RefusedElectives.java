package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import kz.miras.registrar.shared.Language;

/** DEM-2. Disciplines the office has refused for a term, until it decides otherwise. */
@ApplicationScoped
class RefusedElectives {

  private static final String FIND =
      "SELECT e.discipline_id, e.language FROM elective_demand e WHERE e.term_id = ? AND e.decision ="
          + " 'REFUSED' AND NOT EXISTS (SELECT 1 FROM elective_demand n WHERE n.term_id = e.term_id"
          + " AND n.discipline_id = e.discipline_id AND n.language = e.language AND n.decided_at >"
          + " e.decided_at)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** In which languages, by key of the discipline. */
  Map<Long, Set<Language>> of(long term) {
    Map<Long, Set<Language>> refused = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setLong(1, term);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          refused
              .computeIfAbsent(row.getLong(1), key -> EnumSet.noneOf(Language.class))
              .add(Language.of(row.getString(2)));
        }
      }
      return refused;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** The same as a question, read when it is asked first: only who takes no group has to know. */
  BiPredicate<Long, Language> in(long term) {
    Map<Long, Set<Language>> read = new HashMap<>();
    boolean[] known = new boolean[1];
    return (discipline, language) -> {
      if (!known[0]) {
        known[0] = true;
        read.putAll(of(term));
      }
      return read.getOrDefault(discipline, Set.of()).contains(language);
    };
  }
}
