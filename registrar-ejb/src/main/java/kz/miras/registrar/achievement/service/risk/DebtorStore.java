package kz.miras.registrar.achievement.service.risk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.DebtWay;
import kz.miras.registrar.achievement.service.DebtQueries.DebtLine;
import kz.miras.registrar.achievement.service.risk.RiskReader.Owing;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Statements;

/** The table of who owes what; each part of a day's work is kept by itself. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DebtorStore {

  /** Of two servers that find the same at once, one writes over the other. */
  private static final String KEEP =
      "INSERT INTO student_debt (student_id, place, discipline_key, code, name_kk, name_ru, name_en,"
          + " credits, cause, since_term, until_on, sign, ways, way_until, judged_on) VALUES (?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE "
          + Stream.of(
                  "discipline_key",
                  "code",
                  "name_kk",
                  "name_ru",
                  "name_en",
                  "credits",
                  "cause",
                  "since_term",
                  "until_on",
                  "sign",
                  "ways",
                  "way_until",
                  "judged_on")
              .map("%1$s = VALUES(%1$s)"::formatted)
              .collect(Collectors.joining(", "));

  private static final String LEFT =
      "DELETE k FROM student_debt k JOIN student s ON s.id = k.student_id WHERE s.status NOT IN"
          + " ('STUDYING', 'ON_LEAVE')";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Keeps what these students owe on a day, in place of what was kept of them; what a later day has
   * found stands.
   */
  public void keep(LocalDate day, Collection<Long> judged, List<Owing> owing) {
    if (judged.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      drop(connection, judged, day);
      Set<Long> later = left(connection, judged);
      List<Owing> now = owing.stream().filter(one -> !later.contains(one.student())).toList();
      if (now.isEmpty()) {
        return;
      }
      Map<Long, Integer> places = new HashMap<>();
      try (PreparedStatement keep = Batches.prepare(connection, KEEP)) {
        for (Owing one : now) {
          bind(keep, one, places.merge(one.student(), 1, Integer::sum), day);
          keep.addBatch();
        }
        keep.executeBatch();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("debts of students cannot be kept", e);
    }
  }

  /** Ends the work of a day: whoever has left the contingent is no debtor any more. */
  public void end() {
    try (Connection connection = database.getConnection();
        PreparedStatement drop = connection.prepareStatement(LEFT)) {
      drop.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("debts of who has left cannot be dropped", e);
    }
  }

  private static void drop(Connection connection, Collection<Long> judged, LocalDate day)
      throws SQLException {
    try (PreparedStatement drop =
        connection.prepareStatement(
            "DELETE FROM student_debt WHERE judged_on <= ? AND student_id IN ("
                + Statements.places(judged.size())
                + ")")) {
      int at = 1;
      drop.setObject(at++, day);
      for (long student : judged) {
        drop.setLong(at++, student);
      }
      drop.executeUpdate();
    }
  }

  /** Of whom something is kept still. */
  private static Set<Long> left(Connection connection, Collection<Long> judged)
      throws SQLException {
    return new HashSet<>(
        Statements.list(
            connection,
            "SELECT DISTINCT student_id FROM student_debt WHERE student_id IN ("
                + Statements.places(judged.size())
                + ")",
            judged,
            row -> row.getLong(1)));
  }

  private static void bind(PreparedStatement keep, Owing owing, int place, LocalDate day)
      throws SQLException {
    DebtLine debt = owing.debt();
    LocalizedText name = debt.name();
    keep.setLong(1, owing.student());
    keep.setInt(2, place);
    keep.setString(3, debt.discipline());
    keep.setString(4, debt.code());
    keep.setString(5, name == null ? null : name.getKk());
    keep.setString(6, name == null ? null : name.getRu());
    keep.setString(7, name == null ? null : name.getEn());
    keep.setInt(8, debt.credits());
    keep.setString(9, debt.cause().name());
    keep.setString(10, owing.since());
    keep.setObject(11, debt.until());
    keep.setString(12, debt.sign());
    keep.setString(
        13,
        owing.ways().stream()
            .map(way -> way.kind().name())
            .distinct()
            .collect(Collectors.joining(" ")));
    keep.setObject(14, owing.ways().stream().findFirst().map(DebtWay::until).orElse(null));
    keep.setObject(15, day);
  }
}
