package kz.miras.registrar.morning;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.morning.Journal.Line;
import kz.miras.registrar.morning.Journal.Told;

/**
 * A morning that is over, spoiled in one thing to see what the checker finds: either the tables are
 * changed, in a copy, or the journal is.
 */
final class SpoiledMorning {

  private final MorningServer server;
  private final MorningWorld world;
  private final Journal journal;

  SpoiledMorning(MorningServer server, MorningWorld world, Journal journal) {
    this.server = server;
    this.world = world;
    this.journal = journal;
  }

  /**
   * What the checker finds in a copy of the tables, seen by this connection alone, after these
   * statements.
   *
   * @param attack SQL in which {@code :enrolment}, {@code :student} and {@code :section} stand for
   *     the keys of a seat that was given, and {@code copy_} before a table for its unspoiled copy
   */
  List<String> by(String... attack) throws Exception {
    String line =
        journal.told().stream()
            .flatMap(told -> told.lines().stream())
            .filter(one -> one.outcome().equals("ENROLLED"))
            .findFirst()
            .orElseThrow()
            .enrolment();
    String row = "(SELECT %s FROM copy_enrolment WHERE uuid = '" + line + "')";
    String section =
        "(SELECT MIN(section_id) FROM copy_enrolment_place WHERE enrolment_id = "
            + row.formatted("id")
            + ")";
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> kept : MorningChecker.TABLES.entrySet()) {
        String table = kept.getKey();
        statement.execute(
            "CREATE TEMPORARY TABLE copy_"
                + table
                + " AS SELECT * FROM "
                + table
                + " WHERE "
                + kept.getValue().replace(":sections", MorningChecker.sections(world)));
        statement.execute("CREATE TEMPORARY TABLE " + table + " AS SELECT * FROM copy_" + table);
      }
      for (String sql : attack) {
        statement.execute(
            sql.replace(":enrolment", row.formatted("id"))
                .replace(":student", row.formatted("student_id"))
                .replace(":section", section));
      }
      return new MorningChecker(connection, world, journal).findings();
    }
  }

  /** What it finds where a request was answered a second time, and otherwise. */
  List<String> answeredTwice() throws Exception {
    Told told = journal.told().get(0);
    Journal twice = journal.with(told);
    twice.told(
        new Told(told.pupil(), told.key(), told.sent(), told.answered(), "another", List.of()));
    return server.findings(world, twice);
  }

  /** What it finds where whoever came last of all and had to wait has got a seat. */
  List<String> lastGotASeat() throws Exception {
    Told last =
        journal.told().stream()
            .filter(
                told ->
                    told.lines().stream()
                        .filter(line -> line.outcome().equals("WAITLISTED"))
                        .anyMatch(line -> world.alone().contains(line.offering())))
            .max(Comparator.comparingLong(Told::sent))
            .orElseThrow();
    List<Line> better = new ArrayList<>();
    last.lines()
        .forEach(l -> better.add(new Line(l.offering(), "ENROLLED", l.enrolment(), l.reasons())));
    Journal jumped =
        journal.with(
            new Told(
                last.pupil(), last.key(), last.sent(), last.answered(), last.submission(), better));
    return server.findings(world, jumped);
  }
}
