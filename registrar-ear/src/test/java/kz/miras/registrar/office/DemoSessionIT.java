package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the demonstration's term in its session has to show. */
@ExtendWith(ServerExtension.class)
class DemoSessionIT {

  @Test
  @DisplayName("the session shows appeals, a room under way, works out under codes, and an act")
  void theSessionHasThemAll(TestServer server) throws SQLException {
    for (String status : List.of("SUBMITTED", "UNDER_REVIEW", "DECIDED")) {
      assertThat(
              Rows.number(
                  server,
                  "SELECT COUNT(*) FROM appeal WHERE reason LIKE 'Прошу пересмотреть оценку за"
                      + " третий%' AND status = '"
                      + status
                      + "'"))
          .as(status)
          .isPositive();
    }
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(*) FROM exam_incident WHERE status = 'REGISTERED' AND description LIKE"
                    + " 'При проверке под листом%'"))
        .isPositive();
    String room =
        "SELECT COUNT(*) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.id"
            + Rows.OWN
            + " AND h.exam_date = (SELECT MAX(x.exam_date) FROM sheet x JOIN exam_attendance a ON"
            + " a.sheet_id = x.id WHERE x.id"
            + Rows.OWN
            + ") AND EXISTS (SELECT 1 FROM exam_attendance a WHERE a.sheet_id = h.id) AND"
            + " r.p1 + r.p2 >= 100";
    String recorded =
        " EXISTS (SELECT 1 FROM exam_attendance a WHERE a.sheet_id = r.sheet_id AND a.student_id ="
            + " r.student_id)";
    assertThat(Rows.number(server, room + " AND" + recorded)).isPositive();
    assertThat(Rows.number(server, room + " AND NOT" + recorded)).as("at the door").isPositive();
    String works =
        "SELECT COUNT(*) FROM work_code w JOIN work_coding c ON c.sheet_id = w.sheet_id LEFT JOIN"
            + " work_mark m ON m.sheet_id = w.sheet_id AND m.code = w.code WHERE c.decoded_at IS"
            + " NULL AND c.sheet_id"
            + Rows.OWN;
    assertThat(Rows.number(server, works + " AND m.score IS NULL")).isPositive();
    assertThat(Rows.number(server, works + " AND m.score IS NOT NULL")).isPositive();
    assertThat(
            Rows.number(
                server,
                "SELECT COUNT(*) FROM sheet_row r JOIN work_code w ON w.sheet_id = r.sheet_id AND"
                    + " w.student_id = r.student_id WHERE r.score IS NOT NULL AND r.sheet_id"
                    + Rows.OWN))
        .as("no score is typed by name")
        .isZero();
  }
}
