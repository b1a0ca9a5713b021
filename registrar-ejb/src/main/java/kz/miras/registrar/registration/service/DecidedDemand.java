package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.miras.registrar.registration.elective.DemandDecision;
import kz.miras.registrar.registration.elective.DemandRulings;
import kz.miras.registrar.shared.Language;

/** DEM-2, DEM-3. What the office has decided about the languages of a term's disciplines. */
@ApplicationScoped
class DecidedDemand {

  private static final String FIND =
      "SELECT discipline_id, language, decision, into_language FROM elective_demand WHERE term_id ="
          + " ? ORDER BY decided_at, id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** All decisions about a term. */
  DemandRulings of(long term) {
    List<DemandRulings.Ruling> rulings = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setLong(1, term);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String into = row.getString(4);
          rulings.add(
              new DemandRulings.Ruling(
                  row.getLong(1),
                  Language.of(row.getString(2)),
                  DemandDecision.valueOf(row.getString(3)),
                  into == null ? null : Language.of(into)));
        }
      }
      return new DemandRulings(rulings);
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** The same, read when it is asked for first: only who takes no group has to know. */
  Supplier<DemandRulings> in(long term) {
    DemandRulings[] read = new DemandRulings[1];
    return () -> {
      if (read[0] == null) {
        read[0] = of(term);
      }
      return read[0];
    };
  }
}
