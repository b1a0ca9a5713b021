package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Who sits in a section and where else they sit in the same term, for the same discipline too, so
 * that lessons that have moved can be held against all the others by the rule that lets people in
 * (REG-11).
 */
@ApplicationScoped
class SeatedLessons {

  private static final int BLOCK = 500;
  private static final String BESIDE =
      "SELECT p.section_id, o.code, s.id, s.uuid, s.student_no, CONCAT_WS(' ', s.last_name,"
          + " s.first_name), s.adviser_id, p2.section_id, d2.code, d.code FROM enrolment_place p"
          + " JOIN enrolment e ON e.id = p.enrolment_id AND e.status = 'ENROLLED' JOIN student s ON"
          + " s.id = e.student_id JOIN offering o ON o.id = e.offering_id JOIN discipline d ON d.id"
          + " = o.discipline_id JOIN term t ON t.id = o.term_id LEFT JOIN (enrolment e2 JOIN"
          + " offering o2 ON o2.id = e2.offering_id JOIN discipline d2 ON d2.id = o2.discipline_id"
          + " JOIN enrolment_place p2 ON p2.enrolment_id = e2.id) ON e2.student_id = e.student_id"
          + " AND e2.status = 'ENROLLED' AND p2.section_id <> p.section_id AND o2.term_id = o.term_id WHERE"
          + " t.ends_on >= ? AND ";
  private static final String ORDER = " ORDER BY s.last_name, s.first_name, s.student_no, d2.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Offerings offerings;
  @Inject private UniversityTime time;

  /** Who sits in a section. */
  record Person(long id, UUID link, String number, String name, Long adviser) {}

  /**
   * Somebody in a section, and one other section of theirs.
   *
   * @param offering code of the offering of the section
   * @param discipline code of its discipline
   * @param other key of the other section; null where they sit nowhere else
   * @param otherDiscipline code of its discipline
   */
  record Beside(
      long section,
      String offering,
      String discipline,
      Person person,
      Long other,
      String otherDiscipline) {}

  /** Who sits in these sections, of terms that are not over. */
  List<Beside> beside(Collection<Long> sections) {
    List<Beside> beside = new ArrayList<>();
    List<Long> wanted = List.copyOf(new TreeSet<>(sections));
    for (int from = 0; from < wanted.size(); from += BLOCK) {
      List<Long> some = wanted.subList(from, Math.min(wanted.size(), from + BLOCK));
      String in = Statements.places(some.size());
      beside.addAll(read("p.section_id IN (" + in + ")", new ArrayList<>(some)));
    }
    return beside;
  }

  /** The sections of a student in a term, each beside every other one. */
  List<Beside> ofStudent(long student, long term) {
    return read("e.student_id = ? AND o.term_id = ?", List.of(student, term));
  }

  private List<Beside> read(String which, List<?> values) {
    List<Beside> beside = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BESIDE + which + ORDER)) {
      LocalDate today = time.today();
      select.setObject(1, today);
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 2, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          beside.add(
              new Beside(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(10),
                  new Person(
                      row.getLong(3),
                      UUID.fromString(row.getString(4)),
                      row.getString(5),
                      row.getString(6),
                      number(row, 7)),
                  number(row, 8),
                  row.getString(9)));
        }
      }
      return beside;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** When all these sections meet. */
  Map<Long, List<LessonTime>> lessons(Collection<Beside> beside) {
    TreeSet<Long> sections = new TreeSet<>();
    for (Beside one : beside) {
      sections.add(one.section());
      if (one.other() != null) {
        sections.add(one.other());
      }
    }
    Map<Long, List<LessonTime>> lessons = new HashMap<>();
    for (SectionSlot slot : offerings.slotsOf(sections)) {
      lessons
          .computeIfAbsent(slot.getSectionId(), key -> new ArrayList<>())
          .add(LessonTime.of(slot));
    }
    return lessons;
  }

  /**
   * Where lessons overlap.
   *
   * @param lessons of all these sections; one that is missing has none
   */
  static Map<Beside, List<Refusal>> clashes(
      Collection<Beside> beside, Map<Long, List<LessonTime>> lessons) {
    Map<Beside, List<Refusal>> clashes = new LinkedHashMap<>();
    for (Beside one : beside) {
      if (one.other() != null) {
        List<Refusal> found =
            LessonTime.clashes(
                one.otherDiscipline(),
                lessons.getOrDefault(one.other(), List.of()),
                lessons.getOrDefault(one.section(), List.of()));
        if (!found.isEmpty()) {
          clashes.put(one, found);
        }
      }
    }
    return clashes;
  }
}
