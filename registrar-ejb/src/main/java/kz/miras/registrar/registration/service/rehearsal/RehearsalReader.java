package kz.miras.registrar.registration.service.rehearsal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Item;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Log;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Needed;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Person;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Planned;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.CourseYears;
import kz.miras.registrar.student.service.CourseOrders;

/** Gathers what a rehearsal looks at, in a dozen statements whatever the size. */
@ApplicationScoped
class RehearsalReader {

  private static final String PEOPLE =
      "SELECT s.id, s.uuid, s.student_no, p.level, p.id, s.course_year, p.years,"
          + " s.study_language, COALESCE(s.group_id, 0), s.curriculum_id, c.admission_year, "
          + CourseOrders.DECIDED
          + " FROM student s JOIN programme p ON p.id = s.programme_id JOIN curriculum c ON c.id ="
          + " s.curriculum_id WHERE s.status = 'STUDYING' AND s.on_mobility = FALSE ORDER BY"
          + " s.student_no";
  private static final String ITEMS =
      "SELECT i.curriculum_id, d.id, d.code, d.credits, i.term_no, i.choice_block,"
          + " COALESCE(i.choice_credits, d.credits), d.kind FROM curriculum_item i JOIN discipline d ON d.id"
          + " = i.discipline_id ORDER BY i.curriculum_id, i.term_no, d.code";
  private static final String ENTRIES =
      "SELECT c.curriculum_id, d.id, d.code, d.credits, e.term_no, e.choice_block, 0, d.kind FROM"
          + " elective_catalogue c JOIN elective_entry e ON e.catalogue_id = c.id JOIN discipline d"
          + " ON d.id = e.discipline_id WHERE c.academic_year_id = ? AND c.force_key = 1 ORDER BY"
          + " c.curriculum_id, e.term_no, d.code";
  private static final String NEEDS =
      "SELECT r.discipline_id, d.id, d.code FROM prerequisite r JOIN discipline d ON d.id ="
          + " r.requires_id";
  private static final String TOGETHER =
      "SELECT r.discipline_id, d.id, d.code FROM corequisite r JOIN discipline d ON d.id ="
          + " r.together_id";
  private static final String STUDIED =
      "SELECT e.student_id, o.discipline_id FROM enrolment e JOIN offering o ON o.id ="
          + " e.offering_id JOIN term t ON t.id = o.term_id JOIN term n ON n.id = ? WHERE e.status ="
          + " 'ENROLLED' AND t.starts_on < n.starts_on";
  private static final String CHOSEN =
      "SELECT p.student_id, l.discipline_id, l.language, x.code, y.code FROM study_plan_line l JOIN"
          + " study_plan p ON p.id = l.plan_id LEFT JOIN section x ON x.id = l.section_id AND"
          + " x.status = 'OPEN' LEFT JOIN section y ON y.id = l.stream_id AND y.status = 'OPEN'"
          + " WHERE l.term_id = ? AND l.status <> 'REMOVED'";
  private static final String LOG_TERM =
      "SELECT t.id FROM term t JOIN term n ON n.id = ? WHERE t.starts_on < n.starts_on AND EXISTS"
          + " (SELECT 1 FROM offering o JOIN section x ON x.offering_id = o.id JOIN registration_log"
          + " l ON l.section_id = x.id WHERE o.term_id = t.id AND l.student_id IS NOT NULL) ORDER BY"
          + " t.starts_on DESC LIMIT 1";
  private static final String OF_LOG =
      " FROM registration_log l JOIN section x ON x.id = l.section_id JOIN offering o ON o.id ="
          + " x.offering_id JOIN discipline d ON d.id = o.discipline_id WHERE o.term_id = ? AND"
          + " l.student_id IS NOT NULL AND l.act IN ('TAKEN', 'WAITING', 'REFUSED') GROUP BY ";
  private static final String ARRIVALS =
      "SELECT l.student_id, MIN(l.arrived_at)" + OF_LOG + "l.student_id";
  private static final String DEMAND =
      "SELECT d.code, COUNT(DISTINCT l.student_id)" + OF_LOG + "d.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private OfferingReader offerings;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /** The term whose log can be replayed: the latest before this one that has any. */
  Optional<Term> logTerm(Term term) {
    try (Connection connection = database.getConnection()) {
      List<Long> found = new ArrayList<>();
      Rows.each(connection, LOG_TERM, term.getId(), row -> found.add(row.getLong(1)));
      return found.stream().findFirst().flatMap(calendars::term);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Everything about a term.
   *
   * @param logTerm term whose log is replayed; null for none
   * @param holds whether holds are looked at; else they are taken as settled
   */
  RehearsalFacts facts(Term term, Term logTerm, boolean holds) {
    try (Connection connection = database.getConnection()) {
      OfferingReader.Offered offered = offerings.read(connection, term);
      return new RehearsalFacts(
          term,
          offered.offerings(),
          people(connection, term),
          curricula(connection, term),
          needed(connection, NEEDS),
          needed(connection, TOGETHER),
          pairs(connection, STUDIED, term),
          planned(connection, term),
          offered.ofProgramme(),
          offered.ofGroup(),
          holds ? HoldReader.standing(connection) : Map.of(),
          HoldReader.consents(connection, term),
          logTerm == null ? null : log(connection, logTerm));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Who studies and does not graduate before the term. */
  private List<Person> people(Connection connection, Term term) throws SQLException {
    CourseYears courses = new CourseYears(calendars.terms(), time.today());
    int year = term.getAcademicYear().getStartYear();
    List<Person> people = new ArrayList<>();
    Rows.each(
        connection,
        PEOPLE,
        null,
        row ->
            people.add(
                new Person(
                    row.getLong(1),
                    UUID.fromString(row.getString(2)),
                    row.getString(3),
                    Level.valueOf(row.getString(4)),
                    row.getLong(5),
                    row.getInt(6),
                    courses.in(
                        year, row.getInt(6), row.getObject(12, LocalDate.class), row.getInt(11)),
                    row.getInt(7),
                    Language.of(row.getString(8)),
                    row.getLong(9),
                    row.getLong(10))));
    return people.stream().filter(person -> person.course() <= person.years()).toList();
  }

  /** Curricula, with the catalogues of electives published for the year of the term. */
  private static Map<Long, List<Item>> curricula(Connection connection, Term term)
      throws SQLException {
    Map<Long, List<Item>> curricula = items(connection, ITEMS, null);
    Map<Long, List<Item>> entries = items(connection, ENTRIES, term.getAcademicYear().getId());
    curricula.replaceAll(
        (curriculum, items) ->
            RehearsalElectives.of(items, entries.getOrDefault(curriculum, List.of())));
    return curricula;
  }

  private static Map<Long, List<Item>> items(Connection connection, String sql, Long value)
      throws SQLException {
    Map<Long, List<Item>> items = new HashMap<>();
    Rows.each(
        connection,
        sql,
        value,
        row ->
            items
                .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                .add(
                    Item.of(
                        row.getLong(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getInt(7),
                        DisciplineKind.valueOf(row.getString(8)))));
    return items;
  }

  private static Map<Long, List<Needed>> needed(Connection connection, String sql)
      throws SQLException {
    Map<Long, List<Needed>> needed = new HashMap<>();
    Rows.each(
        connection,
        sql,
        null,
        row ->
            needed
                .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                .add(new Needed(row.getLong(2), row.getString(3))));
    return needed;
  }

  private static Map<Long, Set<Long>> pairs(Connection connection, String sql, Term term)
      throws SQLException {
    Map<Long, Set<Long>> pairs = new HashMap<>();
    Rows.each(
        connection,
        sql,
        term.getId(),
        row -> pairs.computeIfAbsent(row.getLong(1), key -> new HashSet<>()).add(row.getLong(2)));
    return pairs;
  }

  private static Map<Long, Map<Long, Planned>> planned(Connection connection, Term term)
      throws SQLException {
    Map<Long, Map<Long, Planned>> planned = new HashMap<>();
    Rows.each(
        connection,
        CHOSEN,
        term.getId(),
        row ->
            planned
                .computeIfAbsent(row.getLong(1), key -> new HashMap<>())
                .put(
                    row.getLong(2),
                    new Planned(
                        Language.of(row.getString(3)), row.getString(4), row.getString(5))));
    return planned;
  }

  private static Log log(Connection connection, Term term) throws SQLException {
    Log log = new Log(term, new HashMap<>(), new HashMap<>());
    Rows.each(
        connection,
        ARRIVALS,
        term.getId(),
        row ->
            log.arrivals()
                .put(
                    row.getLong(1),
                    row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
    Rows.each(
        connection, DEMAND, term.getId(), row -> log.demand().put(row.getString(1), row.getInt(2)));
    return log;
  }

  private static IllegalStateException unreadable(SQLException e) {
    return new IllegalStateException("what a rehearsal needs cannot be read", e);
  }
}
