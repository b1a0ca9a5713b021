package kz.miras.registrar.attestation.service;

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
import kz.miras.registrar.shared.LocalizedText;

/** What stands in the head of a sheet on paper beside its own data (domain 3.1). */
@ApplicationScoped
public class SheetHeading {

  private static final String OF =
      "SELECT DISTINCT p.code, p.name_kk, p.name_ru, p.name_en, f.name_kk, f.name_ru, f.name_en,"
          + " s.course_year, y.start_year, t.type, d.control_form FROM sheet h JOIN term t ON t.id"
          + " = h.term_id JOIN academic_year y ON y.id = t.academic_year_id JOIN discipline d ON"
          + " d.id = h.discipline_id JOIN sheet_row r ON r.sheet_id = h.id JOIN student s ON s.id ="
          + " r.student_id JOIN programme p ON p.id = s.programme_id JOIN org_unit f ON f.id ="
          + " p.school_id WHERE h.uuid = ? ORDER BY p.code, s.course_year";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * The head.
   *
   * @param programmes codes and names of the students' programmes
   * @param courses years of study of the students
   * @param year academic year
   * @param termType name of the kind of term
   * @param control name of the control form
   */
  public record Head(
      LocalizedText school,
      List<LocalizedText> programmes,
      String courses,
      String year,
      String termType,
      String control)
      implements Serializable {}

  /** The head of a sheet; the caller has checked whose it is. */
  public Head of(String sheet) {
    List<LocalizedText> programmes = new ArrayList<>();
    List<String> courses = new ArrayList<>();
    LocalizedText school = null;
    String year = "";
    String type = "AUTUMN";
    String control = "EXAM";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF)) {
      select.setString(1, sheet);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String code = row.getString(1) + " ";
          LocalizedText programme =
              LocalizedText.of(
                  code + row.getString(2), code + row.getString(3), code + row.getString(4));
          if (!programmes.contains(programme)) {
            programmes.add(programme);
          }
          school = LocalizedText.of(row.getString(5), row.getString(6), row.getString(7));
          if (!courses.contains(row.getString(8))) {
            courses.add(row.getString(8));
          }
          year = row.getInt(9) + "/" + (row.getInt(9) + 1);
          type = row.getString(10);
          control = row.getString(11);
        }
      }
      return new Head(school, programmes, String.join(", ", courses), year, type, control);
    } catch (SQLException e) {
      throw new IllegalStateException("the head of a sheet cannot be read", e);
    }
  }
}
