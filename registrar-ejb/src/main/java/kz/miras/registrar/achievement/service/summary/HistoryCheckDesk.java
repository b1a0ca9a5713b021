package kz.miras.registrar.achievement.service.summary;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.summary.HistoryCheck;
import kz.miras.registrar.achievement.summary.HistoryCheck.Event;
import kz.miras.registrar.achievement.summary.HistoryCheck.Kind;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** ACH-11. Checks of the histories as they are read and remarked on. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryCheckDesk {

  private static final int CHECKS = 14;
  private static final int DIFFERENCES = 200;

  private static final String LATEST =
      "SELECT made_at, made_by, figures, chains, students, results, differences FROM history_check"
          + " ORDER BY id DESC LIMIT "
          + CHECKS;

  private static final String LINES =
      "SELECT d.id, d.uuid, s.uuid, COALESCE(s.student_no, d.student_id), d.kind, d.figure, d.stored,"
          + " d.derived, c.made_at FROM history_difference d JOIN history_check c ON c.id ="
          + " d.check_id LEFT JOIN student s ON s.id = d.student_id LEFT JOIN"
          + " history_difference_event e ON e.ends = d.id ORDER BY e.id IS NULL DESC, d.id DESC"
          + " LIMIT "
          + DIFFERENCES;

  private static final String EVENTS =
      "SELECT difference_id, kind, words, made_by, made_at FROM history_difference_event WHERE"
          + " difference_id IN (%s) ORDER BY id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private HistoryCheckStore store;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** A check that was made. */
  public record Check(
      Instant at,
      String by,
      boolean figures,
      boolean chains,
      long students,
      long results,
      int differences)
      implements Serializable {}

  /** What became of a difference; words of a remark only. */
  public record Step(Event kind, String words, String by, Instant at) implements Serializable {}

  /**
   * A difference.
   *
   * @param id its outside id
   * @param student outside id; null where there is no such student
   * @param foundAt when the first check found it
   * @param steps in the order of time
   */
  public record Line(
      String id,
      String student,
      String studentNo,
      Kind kind,
      String figure,
      String stored,
      String derived,
      Instant foundAt,
      List<Step> steps)
      implements Serializable {

    /** Whether it is still there, as far as checks have told. */
    public boolean isOpen() {
      return steps.stream().noneMatch(step -> step.kind().isEnd());
    }
  }

  /**
   * What is shown.
   *
   * @param checks the latest first
   * @param lines open differences first, then the latest
   */
  public record View(List<Check> checks, List<Line> lines) implements Serializable {

    /** How many differences are still there. */
    public long open() {
      return lines.stream().filter(Line::isOpen).count();
    }
  }

  /** The latest checks and differences. */
  @RolesAllowed(Permissions.INTEGRITY_READ)
  public View view() {
    try (Connection connection = database.getConnection()) {
      List<Check> latest =
          Statements.list(
              connection,
              LATEST,
              List.of(),
              row ->
                  new Check(
                      instant(row, 1),
                      row.getString(2),
                      row.getBoolean(3),
                      row.getBoolean(4),
                      row.getLong(5),
                      row.getLong(6),
                      row.getInt(7)));
      Map<Long, Line> lines = new LinkedHashMap<>();
      Statements.list(connection, LINES, List.of(), row -> lines.put(row.getLong(1), line(row)));
      steps(connection, lines);
      return new View(latest, List.copyOf(lines.values()));
    } catch (SQLException e) {
      throw new IllegalStateException("checks cannot be read", e);
    }
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Kind.valueOf(row.getString(5)),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        instant(row, 9),
        new ArrayList<>());
  }

  private static void steps(Connection connection, Map<Long, Line> lines) throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    Statements.list(
        connection,
        String.format(EVENTS, Statements.places(lines.size())),
        lines.keySet(),
        row ->
            lines
                .get(row.getLong(1))
                .steps()
                .add(
                    new Step(
                        Event.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        instant(row, 5))));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  /**
   * Says what was done about a difference; earlier remarks stay.
   *
   * @throws RegistrarException.Refused where nothing is said (ACH-11)
   */
  @RolesAllowed(Permissions.INTEGRITY_REMARK)
  public void remark(String difference, String words) {
    refuse(HistoryCheck.remark(words));
    boolean kept =
        PublicId.parse(difference)
            .map(
                id ->
                    store.remark(
                        id,
                        words.strip(),
                        new HistoryCheckStore.Made(access.current().login(), time.now())))
            .orElse(false);
    if (!kept) {
      throw new RegistrarException.NotFound("difference", difference);
    }
  }
}
