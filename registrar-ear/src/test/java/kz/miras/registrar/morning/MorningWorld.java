package kz.miras.registrar.morning;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The university of a registration morning, laid beside what is there already: a term far ahead
 * with an open window, sections with lessons, and students with accounts, each like one who studies
 * there.
 */
final class MorningWorld extends MorningRows {

  private static final int CREDITS = 2;
  private static final String YEAR = "2091";

  /** So many students share a curriculum. */
  private static final int TOGETHER = 10;

  private final String term;
  private final List<Pupil> pupils = new ArrayList<>();
  private final List<String> offerings = new ArrayList<>();
  private final Set<String> alone = new HashSet<>();
  private final List<Long> disciplines = new ArrayList<>();

  private MorningWorld(Connection database, String term) {
    super(database);
    this.term = term;
  }

  /**
   * Makes it.
   *
   * @param term code of the term, new in this database
   */
  static MorningWorld make(Connection database, String term, Demand demand) throws SQLException {
    boolean before = database.getAutoCommit();
    database.setAutoCommit(false);
    try {
      MorningWorld world = new MorningWorld(database, term);
      long id = world.term();
      world.offer(id, demand);
      world.enter(demand);
      world.flush();
      database.commit();
      return world;
    } finally {
      database.setAutoCommit(before);
    }
  }

  String code() {
    return term;
  }

  List<Pupil> pupils() {
    return Collections.unmodifiableList(pupils);
  }

  /** Public ids of the offerings, in the order of the demand's sections. */
  List<String> offerings() {
    return Collections.unmodifiableList(offerings);
  }

  /** Public ids of those offerings that are one group alone. */
  Set<String> alone() {
    return Set.copyOf(alone);
  }

  private long term() throws SQLException {
    long year = next("calendar_seq");
    long start = number("SELECT COALESCE(MAX(start_year), 0) + 1 FROM academic_year");
    start = Math.max(start, Long.parseLong(YEAR));
    change(
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?, ?, ?)",
        year,
        start,
        start + "-09-01",
        start + 1 + "-06-30");
    long id = next("calendar_seq");
    change(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (?, ?, 'AUTUMN', ?, ?, ?, 15)",
        id,
        year,
        term,
        start + "-09-01",
        start + "-12-31");
    change(
        "INSERT INTO registration_window (id, uuid, term_id, kind, off, opens_at, closes_at,"
            + " status, prepared_by, prepared_at, approved_by, approved_at, approved_off,"
            + " approved_opens_at, approved_closes_at, approved_waves, approved_wave_minutes)"
            + " VALUES (?, UUID(), ?, 'REGISTRATION', FALSE, UTC_TIMESTAMP() - INTERVAL 1 DAY,"
            + " UTC_TIMESTAMP() + INTERVAL 30 DAY, 'APPROVED', 'deputy', UTC_TIMESTAMP(),"
            + " 'director', UTC_TIMESTAMP(), FALSE, UTC_TIMESTAMP() - INTERVAL 1 DAY,"
            + " UTC_TIMESTAMP() + INTERVAL 30 DAY, 1, 0)",
        next("registration_seq"),
        id);
    return id;
  }

  private void offer(long termId, Demand demand) throws SQLException {
    for (int i = 0; i < demand.capacities().size(); i++) {
      String code = term + "-" + (i + 1);
      long discipline = next("curriculum_seq");
      disciplines.add(discipline);
      later(
          "INSERT INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en,"
              + " credits, control_form, department_id) SELECT ?, UUID(), ?, ?, ?, ?, ?, ?, ?,"
              + " 'EXAM', MIN(department_id) FROM discipline",
          discipline,
          code,
          code,
          code,
          code,
          code,
          code,
          CREDITS);
      long offering = next("registration_seq");
      String link = UUID.randomUUID().toString();
      later(
          "INSERT INTO offering (id, uuid, term_id, discipline_id, code, language, status)"
              + " VALUES (?, ?, ?, ?, ?, 'ru', 'OPEN')",
          offering,
          link,
          termId,
          discipline,
          code);
      offerings.add(link);
      int seats = demand.capacities().get(i);
      int second = demand.isTwice(i) ? seats / 2 : 0;
      group(offering, code + "-G", seats - second, Demand.lesson(i));
      if (!demand.isTwice(i)) {
        alone.add(offerings.get(i));
      } else {
        group(offering, code + "-H", second, Demand.lesson(i + 1));
      }
    }
  }

  private void group(long offering, String code, int seats, int lesson) throws SQLException {
    long section = next("registration_seq");
    later(
        "INSERT INTO section (id, uuid, offering_id, kind, code, status)"
            + " VALUES (?, UUID(), ?, 'GROUP', ?, 'OPEN')",
        section,
        offering,
        code);
    later("INSERT INTO section_seat (section_id, capacity) VALUES (?, ?)", section, seats);
    int minutes = 8 * 60 + lesson / 6 * 75;
    later(
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at) VALUES (?, ?,"
            + " ?, SEC_TO_TIME(?), SEC_TO_TIME(?))",
        next("registration_seq"),
        section,
        1 + lesson % 6,
        minutes * 60,
        (minutes + 50) * 60);
  }

  private void enter(Demand demand) throws SQLException {
    List<Long> like =
        numbers(
            "SELECT s.id FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status ="
                + " 'STUDYING' AND p.level = 'BACHELOR' AND s.iin IS NOT NULL ORDER BY s.id LIMIT 500");
    Like student = new Like(columns("student"));
    long years = number("SELECT GREATEST(3000, MAX(admission_year)) FROM curriculum");
    long curriculum = 0;
    for (int i = 0; i < demand.wishes().size(); i++) {
      if (i % TOGETHER == 0) {
        curriculum = curriculum(like.get(i % like.size()), ++years, demand, i);
      }
      String number = term + String.format("%05d", i);
      long key = next("student_seq");
      later(student.insert(), key, number, number, curriculum, like.get(i % like.size()));
      String login = number.toLowerCase();
      long account = next("account_seq");
      later(
          "INSERT INTO account (id, uuid, login, display_name, kind, valid_from, language,"
              + " student_id) VALUES (?, UUID(), ?, ?, 'PERSON', '2020-01-01', 'ru', ?)",
          account,
          login,
          login,
          key);
      later(
          "INSERT INTO role_grant (id, account_id, role, valid_from, basis) VALUES (?, ?, 'STU',"
              + " '2020-01-01', 'order 1')",
          next("account_seq"),
          account);
      int instead = demand.instead(i, TOGETHER);
      pupils.add(
          new Pupil(
              login,
              number,
              demand.wishes().get(i).stream().map(offerings::get).toList(),
              instead < 0 ? null : offerings.get(instead),
              named(demand, i),
              i % 5 != 0));
    }
  }

  private Map<String, String> named(Demand demand, int student) {
    Map<String, String> named = new HashMap<>();
    for (int section : demand.wishes().get(student)) {
      if (demand.names(student, section)) {
        named.put(offerings.get(section), term + "-" + (section + 1) + "-G");
      }
    }
    return named;
  }

  /** A curriculum, as large as real ones are, with all that the next students wish for. */
  private long curriculum(long like, long year, Demand demand, int from) throws SQLException {
    long curriculum = next("curriculum_seq");
    later(
        "INSERT INTO curriculum (id, programme_id, admission_year) SELECT ?, s.programme_id, ? FROM"
            + " student s WHERE s.id = ?",
        curriculum,
        year,
        like);
    Set<Integer> wished = new TreeSet<>();
    demand
        .wishes()
        .subList(from, Math.min(from + TOGETHER, demand.wishes().size()))
        .forEach(wished::addAll);
    for (int wish : wished) {
      later(
          "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
              + " VALUES (?, ?, ?, 3, 'BASIC', 'UNIVERSITY')",
          next("curriculum_seq"),
          curriculum,
          disciplines.get(wish));
    }
    return curriculum;
  }

  /**
   * A student like another one, but for what is one's own.
   *
   * @param columns of the table
   */
  private record Like(List<String> columns) {

    /** Asks for key, number, document, curriculum and the other's key. */
    String insert() {
      Map<String, String> own =
          Map.of(
              "id", "?",
              "uuid", "UUID()",
              "student_no", "?",
              "iin", "NULL",
              "identity_doc", "?",
              "identity_country", "'KZ'",
              "course_year", "2",
              "curriculum_id", "?",
              "study_language", "'ru'",
              "version", "0");
      return "INSERT INTO student ("
          + String.join(", ", columns)
          + ") SELECT "
          + columns.stream()
              .map(column -> own.getOrDefault(column, column))
              .collect(Collectors.joining(", "))
          + " FROM student WHERE id = ?";
    }
  }
}
