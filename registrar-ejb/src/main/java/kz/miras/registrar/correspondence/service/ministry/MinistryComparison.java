package kz.miras.registrar.correspondence.service.ministry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;

/**
 * GOV-13. What the platform has otherwise, student by student: who graduates or has graduated this
 * year comes first, since their numbers of documents depend on it.
 */
@Stateless
@Guarded
public class MinistryComparison {

  /** Students shown at once. */
  private static final int PAGE = 25;

  /** Differences of no student that are shown; the list has all of them. */
  private static final int MOST_OTHERS = 50;

  /** Whether the student has graduated this year. */
  static final String GRADUATE =
      "EXISTS (SELECT 1 FROM student_status_change c WHERE c.student_id = s.id AND c.undoing = 0 AND"
          + " c.to_status = 'GRADUATED' AND YEAR(c.effective_on) = YEAR(university_today()))";

  /** GOV-16. Whether the comparison that found it was the first to: of a difference {@code f}. */
  static final String FRESH =
      "f.first_found_at >= (SELECT r.begun_at FROM ministry_run r WHERE r.id = f.run_id)";

  @Inject private MinistryRows rows;
  @Inject private ComparisonClock clock;

  /**
   * The comparison as it stands.
   *
   * @param last the latest comparison, as it went or goes; null where there was none
   * @param on whether the environment names a platform
   * @param next when the next one begins by itself; null where none does
   * @param fresh differences the comparison before did not find
   * @param comparedAt when the oldest of the latest comparisons ended; null where a type was never
   *     compared; what is shown of a type is of its latest that went over all of its records
   * @param never types that were never compared
   * @param graduates how many have graduated this year
   * @param graduatesDiffering of them, how many differ there
   * @param students how many differ
   * @param pages how many pages of students there are
   * @param shown students of the page
   * @param others differences of no student
   */
  public record View(
      MinistryRun last,
      boolean on,
      Instant next,
      int fresh,
      Instant comparedAt,
      List<PlatformType> never,
      int graduates,
      int graduatesDiffering,
      int students,
      int pages,
      List<Person> shown,
      List<Line> others)
      implements Serializable {}

  /**
   * A student who differs.
   *
   * @param graduate of this year
   * @param fresh whether any of the differences is new
   */
  public record Person(
      UUID uuid,
      String number,
      String name,
      boolean graduate,
      boolean fresh,
      List<Line> differences)
      implements Serializable {}

  /**
   * Something that differs.
   *
   * @param fresh whether the comparison before did not find it
   */
  public record Line(
      PlatformType type,
      long number,
      String label,
      RecordDifference.Kind kind,
      String field,
      String ours,
      String theirs,
      boolean fresh)
      implements Serializable {}

  /**
   * The comparison as it stands.
   *
   * @param page from 1
   * @param onlyFresh to show only what is new, and whom it is about
   */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public View view(int page, boolean onlyFresh) {
    boolean on = PlatformAddress.ofEnvironment().isPresent();
    String meant = ComparedRows.STANDING + (onlyFresh ? " AND " + FRESH : "");
    Map<PlatformType, Instant> compared = new HashMap<>();
    rows.list(
            "SELECT p.type, MAX(p.ended_at) AS at FROM ministry_part p JOIN ministry_run r ON r.id ="
                + " p.run_id WHERE r.kind = 'READ_BACK' AND p.ended_at IS NOT NULL GROUP BY p.type",
            List.of(),
            row -> Map.entry(PlatformType.valueOf(row.getString(1)), TableRows.instant(row, "at")))
        .forEach(one -> compared.put(one.getKey(), one.getValue()));
    List<PlatformType> never =
        List.of(PlatformType.values()).stream()
            .filter(type -> !compared.containsKey(type))
            .toList();
    int students =
        count("SELECT COUNT(DISTINCT f.student_id) FROM ministry_difference f WHERE " + meant);
    int pages = Math.max(1, (students + PAGE - 1) / PAGE);
    return new View(
        rows.latestComparison().orElse(null),
        on,
        on ? clock.next().orElse(null) : null,
        count(
            "SELECT COUNT(*) FROM ministry_difference f WHERE "
                + ComparedRows.STANDING
                + " AND "
                + FRESH),
        compared.values().stream().min(Instant::compareTo).orElse(null),
        never,
        count("SELECT COUNT(*) FROM student s WHERE s.status = 'GRADUATED' AND " + GRADUATE),
        count(
            "SELECT COUNT(DISTINCT s.id) FROM ministry_difference f JOIN student s ON s.id ="
                + " f.student_id WHERE "
                + ComparedRows.STANDING
                + " AND "
                + GRADUATE),
        students,
        pages,
        people(Math.min(Math.max(page, 1), pages), meant),
        lines(
                meant
                    + " AND f.student_id IS NULL ORDER BY fresh DESC, f.type, f.number, f.id LIMIT "
                    + MOST_OTHERS,
                List.of())
            .stream()
            .map(Map.Entry::getValue)
            .toList());
  }

  private int count(String sql) {
    return rows.list(sql, List.of(), row -> row.getInt(1)).get(0);
  }

  private List<Person> people(int page, String meant) {
    Map<Long, List<Line>> differences = new HashMap<>();
    List<Map.Entry<Long, Person>> found =
        rows.list(
            "SELECT s.id, s.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name,"
                + " s.patronymic), "
                + GRADUATE
                + " AS graduate, EXISTS (SELECT 1 FROM ministry_difference f WHERE f.student_id = s.id"
                + " AND "
                + ComparedRows.STANDING
                + " AND "
                + FRESH
                + ") AS fresh FROM student s WHERE EXISTS (SELECT 1 FROM ministry_difference f WHERE"
                + " f.student_id = s.id AND "
                + meant
                + ") ORDER BY graduate DESC, fresh DESC, s.last_name, s.first_name, s.id LIMIT "
                + PAGE
                + " OFFSET "
                + (page - 1) * PAGE,
            List.of(),
            row -> {
              List<Line> own = new ArrayList<>();
              differences.put(row.getLong(1), own);
              return Map.entry(
                  row.getLong(1),
                  new Person(
                      UUID.fromString(row.getString(2)),
                      row.getString(3),
                      row.getString(4),
                      row.getBoolean(5),
                      row.getBoolean(6),
                      own));
            });
    if (!found.isEmpty()) {
      lines(
              meant
                  + " AND f.student_id IN ("
                  + Statements.places(found.size())
                  + ") ORDER BY fresh DESC, f.type, f.number, f.id",
              found.stream().map(Map.Entry::getKey).toList())
          .forEach(line -> differences.get(line.getKey()).add(line.getValue()));
    }
    return found.stream().map(Map.Entry::getValue).toList();
  }

  private List<Map.Entry<Long, Line>> lines(String which, List<?> values) {
    return rows.list(
        "SELECT COALESCE(f.student_id, 0), f.type, f.number, f.label, f.kind, f.field, f.ours,"
            + " f.theirs, "
            + FRESH
            + " AS fresh FROM ministry_difference f WHERE "
            + which,
        values,
        row ->
            Map.entry(
                row.getLong(1),
                new Line(
                    PlatformType.valueOf(row.getString(2)),
                    row.getLong(3),
                    row.getString(4),
                    RecordDifference.Kind.valueOf(row.getString(5)),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getBoolean(9))));
  }
}
