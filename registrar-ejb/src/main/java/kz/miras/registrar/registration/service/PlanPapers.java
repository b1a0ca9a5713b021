package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.StudyForm;

/** What a printed study plan says beside the plan (domain 3.7). */
@ApplicationScoped
class PlanPapers {

  private static final String HEAD =
      "SELECT s.id, p.level, p.code, p.name_kk, p.name_ru, p.name_en, p.group_code, g.code,"
          + " s.course_year, s.study_form, s.study_language, s.funding FROM student s JOIN programme"
          + " p ON p.id = s.programme_id LEFT JOIN student_group g ON g.id = s.group_id WHERE s.uuid"
          + " = ?";
  private static final String NEEDS =
      "SELECT d.code, GROUP_CONCAT(DISTINCT r.code ORDER BY r.code SEPARATOR ', ') FROM"
          + " study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN discipline d ON d.id ="
          + " l.discipline_id JOIN prerequisite q ON q.discipline_id = d.id JOIN discipline r ON"
          + " r.id = q.requires_id WHERE p.uuid = ? AND l.status <> 'REMOVED' GROUP BY d.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Whose plan it is.
   *
   * @param key of the student
   * @param programme code
   * @param programmes code of the group of programmes (ГОП); null for none
   * @param group code of the academic group; null for none
   * @param language tag of the language of study
   */
  public record Head(
      long key,
      Level level,
      String programme,
      LocalizedText programmeName,
      String programmes,
      String group,
      int courseYear,
      StudyForm form,
      String language,
      Funding funding)
      implements Serializable {}

  /** The head of a student's plan. */
  Head head(PlanView plan) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(HEAD)) {
      select.setString(1, plan.student().toString());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Head(
            row.getLong(1),
            Level.valueOf(row.getString(2)),
            row.getString(3),
            LocalizedText.of(row.getString(4), row.getString(5), row.getString(6)),
            row.getString(7),
            row.getString(8),
            row.getInt(9),
            StudyForm.valueOf(row.getString(10)),
            row.getString(11),
            Funding.valueOf(row.getString(12)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the head of a plan cannot be read", e);
    }
  }

  /** Codes of what each discipline of a plan needs first, by its code; nothing where it is free. */
  Map<String, String> prerequisites(PlanView plan) {
    Map<String, String> needs = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(NEEDS)) {
      select.setString(1, plan.id().toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          needs.put(row.getString(1), row.getString(2));
        }
      }
      return needs;
    } catch (SQLException e) {
      throw new IllegalStateException("prerequisites of a plan cannot be read", e);
    }
  }
}
