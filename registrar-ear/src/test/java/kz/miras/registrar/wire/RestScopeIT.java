package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.People;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose data a program may read by REST, and the trace that reading leaves. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestScopeIT {

  private TestServer server;
  private TestedStudent student;
  private String uuid;
  private String number;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    student = TestedStudent.of(server);
    uuid = student.uuid();
    number = student.number();
  }

  @Test
  @DisplayName(
      "ACC-3 outside its agreement a student is not found; within it identities are hidden")
  void outsideTheAgreement() throws SQLException {
    People people = new People(server);
    String login = people.holding("EXT");
    String mine = " WHERE account_id = (SELECT id FROM account WHERE login = ?)";
    people.change("UPDATE role_grant SET school_id = ?" + mine, student.school(), login);
    people.change(
        "INSERT INTO personal_right (id, account_id, permission, scopes, valid_from, basis) SELECT"
            + " NEXT VALUE FOR account_seq, id, 'student.read', 'BY_AGREEMENT', '2020-01-01',"
            + " 'order 1' FROM account WHERE login = ?",
        login);
    RestClient partner = RestClient.basic(server.url(), login, People.PASSWORD);

    Map<String, Object> own = RestClient.json(partner.get("/students/" + uuid));
    assertThat(own).containsEntry("studentNo", number).containsEntry("birthDate", null);
    assertThat(String.valueOf(own.get("iin"))).doesNotContain(student.iin()).contains("*");
    assertThat(own).containsEntry("phone", null);

    String foreign =
        TestedStudent.text(
            server,
            "SELECT s.uuid FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " p.school_id <> "
                + student.school()
                + " ORDER BY s.id LIMIT 1");
    HttpResponse<String> hidden = partner.get("/students/" + foreign);
    HttpResponse<String> missing = partner.get("/students/" + new UUID(1, 1));
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(missing.body());
    assertThat(partner.get("/students/" + uuid + "/results").statusCode()).isEqualTo(403);
    assertThat(trail(login, "student.read", "student", foreign, "DENIED")).isOne();
  }

  @Test
  @DisplayName(
      "ACC-1 staff and organisations may not read by REST, and to a student others do not exist")
  void othersMayNotCall() {
    for (String who : List.of("director", "student", "partner")) {
      int refused = who.equals("student") ? 404 : 403;
      HttpResponse<String> answer =
          RestClient.basic(server.url(), who, who + "-Demo1").get("/students/" + uuid);
      assertThat(answer.statusCode()).as(who).isEqualTo(refused);
      assertThat(answer.body()).doesNotContain(number);
    }
  }

  @Test
  @DisplayName("AUD-1 every reading of a student stands in the audit trail: who, what, from where")
  void readingIsAudited() throws SQLException {
    String login = new People(server).holding("SUBSYSTEM");
    RestClient reader = RestClient.basic(server.url(), login, People.PASSWORD);
    reader.get("/students/" + number);
    reader.get("/students/" + number + "/results");
    reader.get("/students/" + number + "/transcript");
    reader.file("/students/" + number + "/transcript");
    reader.file("/students/" + number + "/transcript?issued=true");
    assertThat(trail(login, "student.read", "Student", uuid, "DONE")).isEqualTo(1);
    assertThat(trail(login, "results.read", "Student", uuid, "DONE")).isEqualTo(1);
    assertThat(trail(login, "transcript.read", "Student", uuid, "DONE")).isEqualTo(2);
    assertThat(trail(login, "document.read", "Document", student.issued(server, "uuid"), "DONE"))
        .isEqualTo(1);
  }

  private long trail(String actor, String action, String entity, String id, String outcome)
      throws SQLException {
    return Long.parseLong(
        TestedStudent.text(
            server,
            "SELECT COUNT(*) FROM audit_entry WHERE actor = ? AND action = ? AND entity = ? AND"
                + " entity_id = ? AND outcome = ? AND origin LIKE 'api %'",
            actor,
            action,
            entity,
            id,
            outcome));
  }
}
