package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.People;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole group that comes after the end of changes, on the pages: asked for, then decided. */
@ExtendWith(ServerExtension.class)
class LateGroupFormIT {

  private static final byte[] SCAN = "%PDF-1.4 служебная".getBytes(StandardCharsets.UTF_8);
  private static final String OFFERING =
      "SELECT CAST(uuid AS CHAR) FROM offering WHERE code = 'LGF-1'";
  private static final String GROUP =
      "SELECT g.code FROM student_group g JOIN student s ON s.group_id = g.id AND s.status ="
          + " 'STUDYING' GROUP BY g.id ORDER BY g.id DESC LIMIT 1";

  /** A term far ahead whose changes are over already, with one open group. */
  @BeforeAll
  static void offer(TestServer server) throws SQLException {
    People people = new People(server);
    people.change(
        "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (957, 2057,"
            + " '2057-09-01', '2058-08-31')");
    people.change(
        "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (957, 957, 'AUTUMN', 'LGF-T', '2057-09-01', '2058-01-25', 15)");
    people.change(
        "INSERT IGNORE INTO registration_window (id, uuid, term_id, kind, opens_at, closes_at,"
            + " status, prepared_by, prepared_at, approved_by, approved_at, approved_off,"
            + " approved_opens_at, approved_closes_at, approved_waves, approved_wave_minutes) VALUES"
            + " (957, UUID(), 957, 'CHANGE', '2020-01-01', '2020-01-08', 'APPROVED', 'one',"
            + " '2020-01-01', 'two', '2020-01-01', FALSE, '2020-01-01', '2020-01-08', 1, 0)");
    people.change(
        "INSERT IGNORE INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en,"
            + " credits, control_form, department_id) SELECT 957, UUID(), 'LGF-1', 'LGF-1', 'LGF-1',"
            + " 'LGF', 'LGF', 'LGF', 5, 'EXAM', MIN(department_id) FROM discipline");
    people.change(
        "INSERT IGNORE INTO offering (id, uuid, term_id, discipline_id, code, language, status)"
            + " VALUES (957, UUID(), 957, 957, 'LGF-1', 'ru', 'OPEN')");
    people.change(
        "INSERT IGNORE INTO section (id, uuid, offering_id, kind, code, status) VALUES (957, UUID(),"
            + " 957, 'GROUP', 'LGF-1-G', 'OPEN')");
    people.change("INSERT IGNORE INTO section_seat (section_id, capacity) VALUES (957, 60)");
  }

  @Test
  @DisplayName(
      "REG-6 REQ-1 REQ-2 the page that cannot enrol a late group says why and asks for the decision"
          + " with reason and document; the deputy sees the group and rejects it with words")
  void askedForWhereItWasRefused(TestServer server) throws SQLException {
    String address = "/registration/offering.xhtml?id=" + server.text(OFFERING);
    String group = server.text(GROUP);
    Visitor specialist = signedIn(server, "specialist");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("f", "f");
    form.put("who", group);
    form.put("group", "");
    form.put("type", "ADDITIONAL");
    form.put("reason", "");
    String refused = post(specialist, address, specialist.get(address).body(), form, "enrol");
    assertThat(refused)
        .contains("id=\"late\"")
        .contains("Изменения закончились: нужно решение")
        .contains("id=\"ask\"");

    form.put("document", "служебная № 3");
    String unfounded = upload(specialist, address, refused, form);
    assertThat(unfounded).contains("Без этого запрос не принимается").contains("id=\"late\"");

    String reason = "группа создана в октябре " + UUID.randomUUID();
    form.put("reason", reason);
    assertThat(upload(specialist, address, unfounded, form))
        .contains("id=\"late-sent\"")
        .contains("Запрос по группе " + group + " отправлен");

    String page =
        "/registration/request.xhtml?id="
            + server.text("SELECT uuid FROM registration_request WHERE reason = '" + reason + "'");
    Visitor deputy = signedIn(server, "deputy");
    String shown = deputy.get(page).body();
    assertThat(shown)
        .contains("поздняя запись группы")
        .contains(group)
        .contains("LGF-1")
        .contains("служебная № 3")
        .contains("служебная.pdf")
        .contains("id=\"approve\"");
    String rejected =
        deputy
            .post(
                page,
                shown.substring(shown.indexOf("id=\"d\"")),
                Map.of("d", "d", "reject", "reject", "note", "В следующем семестре"))
            .body();
    assertThat(rejected).contains("data-status=\"REJECTED\"");
    assertThat(specialist.get("/office/list.xhtml?list=registration-requests").body())
        .contains(group);
  }

  private static String post(
      Visitor who, String address, String page, Map<String, String> form, String button) {
    Map<String, String> pressed = new LinkedHashMap<>(form);
    pressed.put(button, button);
    return who.post(address, page.substring(page.indexOf("id=\"f\"")), pressed).body();
  }

  private static String upload(Visitor who, String address, String page, Map<String, String> form) {
    Map<String, String> pressed = new LinkedHashMap<>(form);
    pressed.put("ask", "ask");
    return who.upload(
            address,
            page.substring(page.indexOf("id=\"f\"")),
            pressed,
            "file",
            "служебная.pdf",
            SCAN)
        .body();
  }

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }
}
