package kz.miras.registrar.registration.service.elective;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;

/** Counts who has chosen a discipline before it has groups. */
@ApplicationScoped
class DemandCounts {

  /**
   * Lines that ask for a discipline without naming an offering; what is studied at another
   * university asks for none here.
   */
  static final String LINES =
      "study_plan_line l JOIN study_plan sp ON sp.id = l.plan_id AND sp.status <> 'CLOSED' JOIN"
          + " student s ON s.id = sp.student_id AND s.status = 'STUDYING' JOIN programme p ON p.id ="
          + " s.programme_id JOIN discipline d ON d.id = l.discipline_id AND d.kind IN"
          + " ('DISCIPLINE', 'COURSEWORK') WHERE l.offering_id IS NULL AND l.status IN ('CHOSEN',"
          + " 'SUBMITTED', 'APPROVED', 'REGISTERED') AND NOT EXISTS (SELECT 1 FROM"
          + " summer_application sa JOIN summer_discipline sd ON sd.id = sa.summer_discipline_id JOIN"
          + " summer_plan su ON su.id = sd.plan_id WHERE sa.student_id = sp.student_id AND"
          + " sa.recredit AND sa.status = 'ACCEPTED' AND sd.discipline_id = l.discipline_id AND"
          + " su.term_id = l.term_id)";

  /**
   * Whether a line of {@link #LINES} is chosen from a block: as an elective of the student's own
   * curriculum, or as an addition of the catalogue published for that curriculum and year.
   */
  static final String ELECTIVE =
      "(EXISTS (SELECT 1 FROM curriculum_item ci WHERE ci.curriculum_id = s.curriculum_id AND"
          + " ci.discipline_id = l.discipline_id AND ci.choice_block IS NOT NULL) OR EXISTS (SELECT"
          + " 1 FROM elective_entry ee JOIN elective_catalogue ec ON ec.id = ee.catalogue_id WHERE"
          + " ee.discipline_id = l.discipline_id AND ec.curriculum_id = s.curriculum_id AND"
          + " ec.academic_year_id = sp.academic_year_id AND ec.status = 'PUBLISHED'))";

  private static final String OF =
      "SELECT p.code, p.name_kk, p.name_ru, p.name_en, s.course_year, l.language, COUNT(*),"
          + " SUM(l.status = 'CHOSEN'), MIN("
          + ELECTIVE
          + "), MIN(p.level) FROM "
          + LINES
          + " AND l.term_id = ? AND l.discipline_id = ? GROUP BY p.code, p.name_kk, p.name_ru,"
          + " p.name_en, s.course_year, l.language ORDER BY p.code, s.course_year, l.language";

  private static final String CONCERNED =
      "SELECT a.teacher_id FROM section_teacher a JOIN section s ON s.id = a.section_id JOIN"
          + " offering o ON o.id = s.offering_id WHERE o.discipline_id = ? UNION SELECT t.id FROM"
          + " teacher t JOIN discipline d ON d.department_id = t.department_id WHERE d.id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Who has chosen a discipline, by programme, course and language.
   *
   * @param students how many
   * @param unsent how many of them have not submitted their plan
   * @param elective whether all of them have chosen it from a block
   * @param level of the programme
   */
  public record Part(
      String programme,
      LocalizedText name,
      int course,
      String language,
      int students,
      int unsent,
      boolean elective,
      Level level)
      implements Serializable {

    /** Whether they study for a bachelor's degree. */
    public boolean isBachelors() {
      return level == Level.BACHELOR;
    }
  }

  List<Part> of(long term, long discipline) {
    List<Part> parts = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF)) {
      select.setLong(1, term);
      select.setLong(2, discipline);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          parts.add(
              new Part(
                  row.getString(1),
                  LocalizedText.of(row.getString(2), row.getString(3), row.getString(4)),
                  row.getInt(5),
                  row.getString(6),
                  row.getInt(7),
                  row.getInt(8),
                  row.getBoolean(9),
                  Level.valueOf(row.getString(10))));
        }
      }
      return parts;
    } catch (SQLException e) {
      throw new IllegalStateException("the demand cannot be counted", e);
    }
  }

  /**
   * Keys of those whose concern the demand for a discipline is: everybody of its department, and
   * whoever teaches it or has taught it.
   */
  List<Long> concerned(long discipline) {
    List<Long> teachers = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(CONCERNED)) {
      select.setLong(1, discipline);
      select.setLong(2, discipline);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          teachers.add(row.getLong(1));
        }
      }
      return teachers;
    } catch (SQLException e) {
      throw new IllegalStateException("teachers cannot be read", e);
    }
  }
}
