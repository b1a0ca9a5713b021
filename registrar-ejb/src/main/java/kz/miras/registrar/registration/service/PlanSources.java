package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.registration.rule.TakenLine;
import kz.miras.registrar.student.Student;

/**
 * Where the disciplines of a student's plan come from: the curriculum, the catalogue of electives,
 * and what runs already.
 */
@ApplicationScoped
class PlanSources {

  /** Curriculum and catalogue of the year together: the registration storm asks once. */
  private static final String ITEMS =
      "SELECT i.discipline_id, i.term_no, i.choice_block, COALESCE(i.choice_credits, d.credits),"
          + " d.credits, d.code, i.component, d.kind, e.choice_block, FALSE FROM curriculum_item i"
          + " JOIN discipline d ON d.id = i.discipline_id LEFT JOIN elective_catalogue c ON"
          + " c.curriculum_id = ? AND c.academic_year_id = ? AND c.force_key = 1 LEFT JOIN"
          + " elective_entry e ON e.catalogue_id = c.id AND e.discipline_id = i.discipline_id WHERE"
          + " i.curriculum_id = ? UNION ALL SELECT e.discipline_id, e.term_no, e.choice_block, 0,"
          + " d.credits, d.code, 'ELECTIVE', d.kind, e.choice_block, TRUE FROM elective_catalogue c"
          + " JOIN elective_entry e ON e.catalogue_id = c.id JOIN discipline d ON d.id ="
          + " e.discipline_id WHERE c.curriculum_id = ? AND c.academic_year_id = ? AND c.force_key ="
          + " 1 AND NOT EXISTS (SELECT 1 FROM curriculum_item i WHERE i.curriculum_id ="
          + " c.curriculum_id AND i.discipline_id = e.discipline_id)";

  private static final String STUDIED =
      "SELECT o.discipline_id, NULL, NULL, NULL FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN term t"
          + " ON t.id = o.term_id WHERE e.student_id = ? AND e.status = 'ENROLLED' AND t.starts_on"
          + " < ?";
  private static final String BESIDE =
      STUDIED
          + " UNION ALL SELECT d.id, d.code, d.credits, l.type FROM study_plan p JOIN"
          + " study_plan_line l ON l.plan_id = p.id JOIN discipline d ON d.id = l.discipline_id"
          + " WHERE p.student_id = ? AND l.term_id = ? AND l.enrolment_id IS NULL AND l.status IN"
          + " ('SUBMITTED', 'APPROVED', 'REGISTERED') UNION ALL SELECT l.enrolment_id, d.code, NULL,"
          + " NULL FROM study_plan p JOIN study_plan_line l ON l.plan_id = p.id JOIN discipline d ON"
          + " d.id = l.instead_of_id WHERE p.student_id = ? AND l.term_id = ? AND l.enrolment_id IS"
          + " NOT NULL AND l.status <> 'REMOVED'";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A discipline of the curriculum, or an addition of the catalogue of electives.
   *
   * @param termNo term counted from admission, from 1
   * @param block choice block; null outside
   * @param blockCredits credits to be chosen from the block; 0 for an addition, whose block is the
   *     curriculum's
   * @param code of the discipline
   * @param component null where its cycle has none
   * @param source PROGRAMME, CATALOGUE or LEFT_OUT
   */
  record Prescribed(
      int termNo,
      String block,
      int blockCredits,
      int credits,
      String code,
      Component component,
      DisciplineKind kind,
      LineSource source) {

    boolean isAddition() {
      return source == LineSource.CATALOGUE;
    }

    /** The same, from where it stands once the catalogue of the year is read. */
    Prescribed from(LineSource known) {
      return new Prescribed(termNo, block, blockCredits, credits, code, component, kind, known);
    }
  }

  /**
   * The curriculum of a student and what the catalogue published for the year of a term adds to it,
   * by key of discipline.
   */
  Map<Long, Prescribed> of(Student student, Term term) {
    long curriculum = student.getCurriculum().getId();
    long year = term.getAcademicYear().getId();
    Map<Long, Prescribed> places = new HashMap<>();
    Set<Long> entered = new HashSet<>();
    Set<String> offered = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ITEMS)) {
      select.setLong(1, curriculum);
      select.setLong(2, year);
      select.setLong(3, curriculum);
      select.setLong(4, curriculum);
      select.setLong(5, year);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          places.put(row.getLong(1), place(row));
          if (row.getString(9) != null) {
            entered.add(row.getLong(1));
            offered.add(row.getString(9));
          }
        }
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
    if (!offered.isEmpty()) {
      places.replaceAll(
          (id, one) ->
              one.isAddition()
                  ? one
                  : one.from(LineSource.ofCurriculum(one.block(), entered.contains(id), offered)));
    }
    return places;
  }

  private static Prescribed place(ResultSet row) throws SQLException {
    return new Prescribed(
        row.getInt(2),
        row.getString(3),
        row.getInt(4),
        row.getInt(5),
        row.getString(6),
        row.getString(7) == null ? null : Component.valueOf(row.getString(7)),
        DisciplineKind.valueOf(row.getString(8)),
        row.getBoolean(10) ? LineSource.CATALOGUE : LineSource.PROGRAMME);
  }

  /** Code of a discipline. */
  String code(long discipline) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT code FROM discipline WHERE id = ?")) {
      select.setLong(1, discipline);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "?";
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /**
   * What else a student has.
   *
   * @param studied disciplines of terms that began before, which have no mark yet
   * @param chosen disciplines submitted in the plan of the term that have no enrolment, with their
   *     keys
   * @param instead codes of those an enrolment that waits is to take the place of, by its key
   */
  record Beside(Set<Long> studied, Map<Long, TakenLine> chosen, Map<Long, String> instead) {}

  /** What a student has beside the enrolments of a term, in one statement. */
  Beside beside(long student, Term term) {
    Beside beside = new Beside(new HashSet<>(), new HashMap<>(), new HashMap<>());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BESIDE)) {
      select.setLong(1, student);
      select.setObject(2, term.getStartsOn());
      select.setLong(3, student);
      select.setLong(4, term.getId());
      select.setLong(5, student);
      select.setLong(6, term.getId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long discipline = row.getLong(1);
          if (row.getString(2) == null) {
            beside.studied().add(discipline);
          } else if (row.getString(4) == null) {
            beside.instead().put(row.getLong(1), row.getString(2));
          } else {
            EnrolmentType type = EnrolmentType.valueOf(row.getString(4));
            beside
                .chosen()
                .put(discipline, TakenLine.chosen(row.getString(2), row.getInt(3), type, null));
          }
        }
      }
      return beside;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Disciplines the student is on in a term that began before this one and has no mark for yet. */
  Set<Long> studiedBefore(long student, Term term) {
    return beside(student, term).studied();
  }
}
