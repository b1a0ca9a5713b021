package kz.miras.registrar.morning;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.morning.Journal.Line;
import kz.miras.registrar.morning.Journal.Told;

/**
 * Compares the database after a morning with the driver's journal, by plain SQL, and plays the log
 * of each section once more. Where nobody has left a seat meanwhile, a section that was full once
 * is full for ever.
 */
final class MorningChecker {

  /** What the checker reads of the database, and which of the rows are the morning's. */
  static final Map<String, String> TABLES =
      Map.of(
          "section_seat", "section_id IN :sections",
          "enrolment", "offering_id IN (SELECT offering_id FROM section WHERE id IN :sections)",
          "enrolment_place", "section_id IN :sections",
          "waiting_place", "section_id IN :sections",
          "registration_log", "section_id IN :sections",
          "registration_submission",
              "term_id IN (SELECT o.term_id FROM offering o JOIN section x ON x.offering_id = o.id"
                  + " WHERE x.id IN :sections)");

  private static final String FULL = "registration.full";
  private static final Set<String> REASONS = Set.of(FULL, "registration.clash");

  private final Connection database;
  private final String ours;
  private final Journal journal;
  private final Set<String> alone;
  private final List<String> findings = new ArrayList<>();

  /** A line as it is stored. */
  private record Stored(String uuid, String student, String offering, String status) {}

  MorningChecker(Connection database, MorningWorld world, Journal journal) {
    this.database = database;
    this.alone = world.alone();
    this.journal = journal;
    this.ours = sections(world);
  }

  /** Keys of the morning's sections, as SQL. */
  static String sections(MorningWorld world) {
    return "(SELECT x.id FROM section x JOIN offering o ON o.id = x.offering_id JOIN term t ON t.id"
        + " = o.term_id WHERE t.code = '"
        + world.code()
        + "')";
  }

  /** What does not agree; empty where everything does. */
  List<String> findings() throws SQLException {
    journal.failures().forEach(one -> findings.add("FAILED " + one));
    seats();
    answers();
    lines();
    log();
    findings.addAll(new PlayedLogs(database, ours).findings());
    queues();
    return findings;
  }

  private void seats() throws SQLException {
    rows(
        "OVERSOLD section %s",
        "SELECT q.section_id FROM section_seat q WHERE q.section_id IN "
            + ours
            + " AND (q.taken > q.capacity OR q.taken < 0 OR (SELECT COUNT(*) FROM enrolment_place p"
            + " JOIN enrolment e ON e.id = p.enrolment_id WHERE p.section_id = q.section_id AND"
            + " e.status = 'ENROLLED') > q.capacity)");
    rows(
        "SEATS of section %s are not its lines",
        "SELECT q.section_id FROM section_seat q WHERE q.section_id IN "
            + ours
            + " AND q.taken <> (SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id ="
            + " p.enrolment_id WHERE p.section_id = q.section_id AND e.status = 'ENROLLED')");
    rows(
        "QUEUE of section %s is not as long as it says",
        "SELECT q.section_id FROM section_seat q WHERE q.section_id IN "
            + ours
            + " AND q.waiting <> (SELECT COUNT(*) FROM waiting_place w WHERE w.section_id ="
            + " q.section_id AND NOT w.resting)");
    rows(
        "DOUBLED %s",
        "SELECT CONCAT(e.student_id, ' ', e.offering_id) FROM enrolment e JOIN section x ON"
            + " x.offering_id = e.offering_id WHERE x.id IN "
            + ours
            + " GROUP BY e.student_id, e.offering_id HAVING COUNT(DISTINCT e.id) > 1");
  }

  /** The same key gets the same answer, and every request is written down once. */
  private void answers() throws SQLException {
    Map<String, Told> byKey = new HashMap<>();
    for (Told told : journal.told()) {
      Told before = byKey.putIfAbsent(told.key(), told);
      if (before != null
          && !(before.submission().equals(told.submission())
              && before.lines().equals(told.lines()))) {
        findings.add("REPEATED " + told.key() + " was answered twice and differently");
      }
    }
    Set<String> stored = new HashSet<>(texts("SELECT LOWER(id) FROM registration_submission"));
    byKey.values().stream()
        .filter(told -> !stored.contains(told.submission()))
        .forEach(told -> findings.add("LOST request " + told.key()));
  }

  private void lines() throws SQLException {
    Map<String, Stored> stored = stored();
    Map<String, String> wishes = new HashMap<>();
    journal
        .tried()
        .forEach(pupil -> pupil.offerings().forEach(o -> wishes.put(pupil.number() + " " + o, "")));
    Set<String> knows =
        journal.told().stream().map(t -> t.pupil().number()).collect(Collectors.toSet());
    Set<String> told = new HashSet<>();
    for (Told answer : journal.told()) {
      for (Line line : answer.lines()) {
        if (line.enrolment() != null) {
          told.add(line.enrolment());
          check(answer.pupil(), line, stored);
        } else if (!line.reasons().equals(List.of(FULL)) && !overlaps(answer, line)) {
          findings.add("UNEXPECTED " + answer.pupil().number() + " " + line);
        }
      }
    }
    for (Stored line : stored.values()) {
      boolean maybe =
          wishes.containsKey(line.student() + " " + line.offering())
              && !knows.contains(line.student());
      if (!told.contains(line.uuid()) && !maybe) {
        findings.add("UNASKED " + line);
      }
    }
  }

  /** Lessons meet only where something is taken in a second group. */
  private boolean overlaps(Told answer, Line line) {
    return !alone.containsAll(answer.pupil().offerings())
        && REASONS.containsAll(line.reasons())
        && !line.reasons().isEmpty();
  }

  private static boolean enrolled(Stored stored) {
    return stored != null && stored.status().equals("ENROLLED");
  }

  private void check(Pupil pupil, Line line, Map<String, Stored> all) {
    Stored stored = all.get(line.enrolment());
    boolean same =
        stored != null
            && stored.student().equals(pupil.number())
            && stored.offering().equals(line.offering())
            && (journal.mayBe(line, uuid -> enrolled(all.get(uuid))).contains(stored.status())
                || movedUp(line, stored));
    if (!same) {
      findings.add("LOST " + pupil.number() + " " + line + ", stored: " + stored);
    }
  }

  /** Who rested in a second group and was seated there before a newcomer. */
  private boolean movedUp(Line line, Stored stored) {
    return line.outcome().equals("WAITLISTED")
        && enrolled(stored)
        && !alone.contains(line.offering());
  }

  /** The product's own log agrees with the seats, and each refusal was true when it was made. */
  private void log() throws SQLException {
    if (journal.isChanging()) {
      return;
    }
    rows(
        "LOG of section %s is not its seats",
        "SELECT q.section_id FROM section_seat q WHERE q.pool = 'ALL' AND q.section_id IN "
            + ours
            + " AND (q.taken <> (SELECT COUNT(*) FROM registration_log g WHERE g.section_id ="
            + " q.section_id AND g.act IN ('TAKEN', 'PROMOTED')) OR q.log_position <> (SELECT COUNT(*) FROM"
            + " registration_log g WHERE g.section_id = q.section_id))");
    rows(
        "UNTRUE refusal %s: there was a seat and nobody waited",
        "SELECT CONCAT(g.section_id, ' ', g.position) FROM registration_log g JOIN section_seat q"
            + " ON q.section_id = g.section_id AND q.pool = 'ALL' WHERE g.act = 'REFUSED' AND"
            + " g.verdict NOT LIKE '%registration.clash%' AND g.section_id IN "
            + ours
            + " AND q.capacity > (SELECT COUNT(*) FROM registration_log b WHERE b.section_id ="
            + " g.section_id AND b.position < g.position AND b.act IN ('TAKEN', 'PROMOTED')) AND NOT EXISTS"
            + " (SELECT 1 FROM registration_log b WHERE b.section_id = g.section_id AND b.position"
            + " < g.position AND b.act = 'WAITING')");
    Set<String> roomy =
        new HashSet<>(
            texts(
                "SELECT LOWER(o.uuid) FROM offering o JOIN section x ON x.offering_id = o.id JOIN"
                    + " section_seat q ON q.section_id = x.id WHERE q.taken < q.capacity AND"
                    + " x.id IN "
                    + ours));
    // where there is a second group, the one with a seat may not be the one that was named, or meet
    // something else
    roomy.retainAll(alone);
    for (Told answer : journal.told()) {
      for (Line line : answer.lines()) {
        if (!line.outcome().equals("ENROLLED")
            && !line.overlaps()
            && roomy.contains(line.offering())) {
          findings.add("UNSOLD seat, though " + answer.pupil().number() + " got " + line.outcome());
        }
      }
    }
  }

  /**
   * Whoever asked after somebody else had been told to wait has not got the seat, nor stands
   * before.
   */
  private void queues() throws SQLException {
    Map<String, Integer> places = new HashMap<>();
    List<String> order =
        texts(
            "SELECT LOWER(e.uuid) FROM waiting_place w JOIN enrolment e ON e.id = w.enrolment_id"
                + " WHERE w.section_id IN "
                + ours
                + " ORDER BY w.section_id, w.queue_rank, w.since, w.enrolment_id");
    order.forEach(uuid -> places.put(uuid, places.size()));
    Map<String, List<Told>> byOffering = new HashMap<>();
    for (Told one : journal.told()) {
      one.lines()
          .forEach(
              line -> byOffering.computeIfAbsent(line.offering(), o -> new ArrayList<>()).add(one));
    }
    // two groups have two queues, of which the log is played once more
    byOffering.keySet().retainAll(alone);
    QueueTold told = new QueueTold(journal, places);
    byOffering.forEach((offering, asked) -> findings.addAll(told.jumps(offering, asked)));
  }

  private Map<String, Stored> stored() throws SQLException {
    Map<String, Stored> stored = new HashMap<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT LOWER(e.uuid), s.student_no, LOWER(o.uuid), e.status FROM enrolment e JOIN"
                    + " student s ON s.id = e.student_id JOIN offering o ON o.id = e.offering_id"
                    + " WHERE o.id IN (SELECT offering_id FROM section WHERE id IN "
                    + ours
                    + ")")) {
      while (row.next()) {
        Stored line =
            new Stored(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        stored.put(line.uuid(), line);
      }
    }
    return stored;
  }

  private void rows(String finding, String sql) throws SQLException {
    texts(sql).forEach(text -> findings.add(String.format(finding, text)));
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
