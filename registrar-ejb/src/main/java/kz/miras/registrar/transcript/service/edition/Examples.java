package kz.miras.registrar.transcript.service.edition;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.StudentStatus;

/** Finds what a template is tried on: by its number or public id, else the newest. */
@ApplicationScoped
class Examples {

  private static final String SHEETS =
      "SELECT x.uuid FROM sheet x WHERE x.section_id IS NOT NULL AND x.teacher_id IS NOT NULL AND ";
  private static final String APPEALS =
      "SELECT x.uuid FROM appeal x JOIN appeal_protocol p ON p.appeal_id = x.id WHERE ";

  private record Place(String from, String number, String order) {}

  private static final Place GRADUATE =
      new Place(
          "SELECT x.uuid FROM student x WHERE x.status = 'GRADUATED' AND ",
          "x.student_no",
          "x.id DESC");

  private static final Map<String, Place> PLACES =
      Map.ofEntries(
          Map.entry(
              "transcript",
              new Place(
                  "SELECT x.uuid FROM student x WHERE EXISTS (SELECT 1 FROM achievement a WHERE"
                      + " a.student_id = x.id) AND ",
                  "x.student_no",
                  "x.id DESC")),
          Map.entry("graduate-sheet", GRADUATE),
          Map.entry("diploma-supplement", GRADUATE),
          Map.entry("european-supplement", GRADUATE),
          Map.entry(
              "extract",
              new Place(
                  "SELECT x.uuid FROM student x WHERE EXISTS (SELECT 1 FROM achievement a WHERE"
                      + " a.student_id = x.id) AND ",
                  "x.student_no",
                  "x.id DESC")),
          Map.entry(
              "study-plan",
              new Place(
                  "SELECT x.uuid FROM study_plan x JOIN student s ON s.id = x.student_id WHERE ",
                  "s.student_no",
                  "x.registered_at DESC, x.id DESC")),
          Map.entry(
              "sheet",
              new Place(
                  SHEETS + "x.kind <> 'RATING' AND ", "x.number", "x.closed_at DESC, x.id DESC")),
          Map.entry(
              "rating", new Place(SHEETS + "x.kind = 'RATING' AND ", "x.number", "x.id DESC")),
          Map.entry("appeal-sheet", new Place(APPEALS, "x.number", "p.id DESC")),
          Map.entry("appeal-protocol", new Place(APPEALS, "x.number", "p.id DESC")),
          Map.entry(
              "group-sheet",
              new Place(
                  "SELECT x.uuid FROM (SELECT CONCAT(g.code, '|', t.code) AS uuid, g.code, t.ends_on,"
                      + " g.id FROM student_group g JOIN student s ON s.group_id = g.id JOIN"
                      + " achievement a ON a.student_id = s.id JOIN term t ON t.id = a.term_id GROUP"
                      + " BY g.code, t.code, t.ends_on, g.id) x WHERE ",
                  "x.code",
                  "x.ends_on DESC, x.id DESC")),
          Map.entry(
              "recognition-protocol",
              new Place(
                  "SELECT x.uuid FROM recognition x JOIN discipline d ON d.id = x.discipline_id WHERE"
                      + " x.status <> 'REQUESTED' AND ",
                  "d.code",
                  "x.id DESC")),
          Map.entry(
              "defence-protocol",
              new Place(
                  "SELECT x.uuid FROM attestation_commission_protocol x JOIN attestation_commission c"
                      + " ON c.id = x.commission_id WHERE x.signed_by IS NOT NULL AND ",
                  "CONCAT(c.designation, '/', x.number)",
                  "x.id DESC")),
          Map.entry(
              "award-protocol",
              new Place(
                  "SELECT x.uuid FROM attestation_commission_meeting x JOIN attestation_commission c"
                      + " ON c.id = x.commission_id WHERE EXISTS (SELECT 1 FROM"
                      + " attestation_commission_protocol p WHERE p.meeting_id = x.id AND"
                      + " p.signed_by IS NOT NULL) AND ",
                  "c.designation",
                  "x.id DESC")),
          Map.entry(
              "chair-report",
              new Place(
                  "SELECT x.uuid FROM attestation_commission x WHERE ",
                  "x.designation",
                  "x.id DESC")),
          Map.entry(
              "fx-slip",
              new Place(
                  "SELECT x.uuid FROM fx_right x WHERE x.slip_no IS NOT NULL AND ",
                  "x.slip_no",
                  "x.id DESC")),
          Map.entry(
              "electives",
              new Place(
                  "SELECT x.uuid FROM elective_catalogue x JOIN curriculum c ON c.id ="
                      + " x.curriculum_id JOIN programme g ON g.id = c.programme_id WHERE ",
                  "g.code",
                  "x.id DESC")),
          Map.entry(
              "room-admitted",
              new Place(
                  SHEETS + "x.exam_date IS NOT NULL AND x.kind <> 'RATING' AND ",
                  "x.number",
                  "x.id DESC")),
          Map.entry(
              "room-attendance",
              new Place(
                  SHEETS + "x.exam_date IS NOT NULL AND x.kind <> 'RATING' AND ",
                  "x.number",
                  "x.id DESC")),
          Map.entry(
              "room-codes",
              new Place(
                  "SELECT x.uuid FROM sheet x JOIN work_coding w ON w.sheet_id = x.id WHERE ",
                  "x.number",
                  "x.id DESC")),
          Map.entry(
              "room-act",
              new Place("SELECT x.uuid FROM exam_incident x WHERE ", "x.number", "x.id DESC")));

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Public id of what a template is tried on.
   *
   * @throws RegistrarException.Refused where there is nothing, or nothing of that name
   */
  String of(String template, String subject) {
    Place place = PLACES.get(template);
    String typed = subject == null || subject.isBlank() ? null : subject.strip();
    return find(place, typed, 1).stream().findFirst().orElseThrow(() -> NoExample.of(typed));
  }

  /**
   * Public ids of the students of a status that came last, the last first.
   *
   * @throws RegistrarException.Refused where there are none
   */
  List<String> students(StudentStatus status, int most) {
    List<String> found =
        find(
            new Place(
                "SELECT x.uuid FROM student x WHERE x.status = '" + status + "' AND ",
                "",
                "x.id DESC"),
            null,
            most);
    if (found.isEmpty()) {
      throw NoExample.of(null);
    }
    return found;
  }

  private List<String> find(Place place, String typed, int most) {
    String sql =
        place.from()
            + (typed == null ? "TRUE" : "(" + place.number() + " = ? OR CAST(x.uuid AS CHAR) = ?)")
            + " ORDER BY "
            + place.order()
            + " LIMIT "
            + most;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      if (typed != null) {
        select.setString(1, typed);
        select.setString(2, typed);
      }
      try (ResultSet row = select.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (row.next()) {
          found.add(row.getString(1));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no example can be read", e);
    }
  }
}
