package kz.miras.registrar.attestation.service.amend;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.shared.LocalizedText;

/** SHT-17. The heads of sheets: kept with the posting, until then as catalogue and group say. */
@ApplicationScoped
public class SheetFrames {

  private static final String FACTS =
      " h.id, d.code, d.name_kk, d.name_ru, d.name_en, d.credits, d.control_form, g.code,"
          + " (SELECT x.personnel_no FROM teacher x WHERE x.id = h.teacher_id), (SELECT"
          + " x.personnel_no FROM teacher x WHERE x.id = h.examiner_id),"
          + " COALESCE(GROUP_CONCAT(DISTINCT f.name_kk ORDER BY f.id SEPARATOR '; '), ''),"
          + " COALESCE(GROUP_CONCAT(DISTINCT f.name_ru ORDER BY f.id SEPARATOR '; '), ''),"
          + " COALESCE(GROUP_CONCAT(DISTINCT f.name_en ORDER BY f.id SEPARATOR '; '), ''),"
          + " COALESCE(GROUP_CONCAT(DISTINCT CONCAT(p.code, ' ', p.name_kk) ORDER BY p.code"
          + " SEPARATOR '; '), ''), COALESCE(GROUP_CONCAT(DISTINCT CONCAT(p.code, ' ', p.name_ru)"
          + " ORDER BY p.code SEPARATOR '; '), ''), COALESCE(GROUP_CONCAT(DISTINCT CONCAT(p.code,"
          + " ' ', p.name_en) ORDER BY p.code SEPARATOR '; '), ''),"
          + " COALESCE(GROUP_CONCAT(DISTINCT s.course_year ORDER BY s.course_year SEPARATOR ', '),"
          + " '')";
  private static final String FROM =
      " FROM sheet h JOIN discipline d ON d.id = h.discipline_id JOIN term t ON t.id = h.term_id"
          + " JOIN academic_year y ON y.id = t.academic_year_id LEFT JOIN section g ON g.id ="
          + " h.section_id LEFT JOIN sheet_row r ON r.sheet_id = h.id LEFT JOIN student s ON s.id ="
          + " r.student_id LEFT JOIN programme p ON p.id = s.programme_id LEFT JOIN org_unit f ON"
          + " f.id = p.school_id WHERE h.id = ? GROUP BY h.id, d.code, d.name_kk, d.name_ru,"
          + " d.name_en, d.credits, d.control_form, g.code, h.teacher_id, h.examiner_id,"
          + " y.start_year, t.type";
  private static final String NOW = "SELECT" + FACTS + ", y.start_year, t.type" + FROM;
  private static final String KEPT =
      "SELECT k.*, y.start_year, t.type FROM sheet_frame k JOIN sheet h ON h.id = k.sheet_id JOIN"
          + " term t ON t.id = h.term_id JOIN academic_year y ON y.id = t.academic_year_id WHERE"
          + " k.sheet_id = ?";
  private static final String KEEP =
      "INSERT INTO sheet_frame (sheet_id, discipline_code, discipline_kk, discipline_ru,"
          + " discipline_en, credits, control_form, section_code, teacher_no,"
          + " examiner_no, school_kk, school_ru, school_en,"
          + " programmes_kk, programmes_ru, programmes_en, courses) SELECT"
          + FACTS
          + FROM;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** The head of a sheet: as it was posted, or as it would be posted now. */
  public SheetFrame of(Sheet sheet) {
    try (Connection connection = database.getConnection()) {
      SheetFrame kept = sheet.getStatus().isPosted() ? read(connection, KEPT, sheet.getId()) : null;
      return kept == null ? read(connection, NOW, sheet.getId()) : kept;
    } catch (SQLException e) {
      throw new IllegalStateException("the head of a sheet cannot be read", e);
    }
  }

  /** Keeps the head a sheet has now, with its first version. */
  void keep(long sheet) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setLong(1, sheet);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the head of a sheet cannot be kept", e);
    }
  }

  private static SheetFrame read(Connection connection, String sql, long sheet)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, sheet);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? frame(row) : null;
      }
    }
  }

  private static SheetFrame frame(ResultSet row) throws SQLException {
    int start = row.getInt(18);
    return new SheetFrame(
        row.getString(2),
        text(row, 3),
        row.getInt(6),
        ControlForm.valueOf(row.getString(7)),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        text(row, 11),
        text(row, 14),
        row.getString(17),
        start + "/" + (start + 1),
        row.getString(19));
  }

  private static LocalizedText text(ResultSet row, int first) throws SQLException {
    return LocalizedText.of(
        row.getString(first), row.getString(first + 1), row.getString(first + 2));
  }
}
