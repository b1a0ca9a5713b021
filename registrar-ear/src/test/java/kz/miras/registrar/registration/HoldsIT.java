package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.People;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds over HTTP: who places and removes which, who is told, who sees them. */
@ExtendWith(ServerExtension.class)
class HoldsIT {

  private static final String REASON = "нет справки для проверки ";

  /** Somebody nobody else tests with: the last studying bachelor without an account. */
  private static final String SOMEBODY =
      "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status ="
          + " 'STUDYING' AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM account a WHERE"
          + " a.student_id = s.id) ORDER BY s.id DESC LIMIT 1";

  @AfterEach
  void removeWhatStands(TestServer server) throws SQLException {
    new People(server)
        .change(
            "UPDATE student_hold SET removed_at = NOW(6), removed_by = 'senior', removal_reason ="
                + " 'end of the test' WHERE removed_at IS NULL AND reason LIKE ?",
            REASON + "%");
  }

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }

  private static String reason() {
    return REASON + UUID.randomUUID();
  }

  private static Map<String, String> typed(String student, String reason, String kind) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("student_no", student);
    if (kind != null) {
      typed.put("kind", kind);
    }
    typed.put("reason", reason);
    typed.put("contact", "каб. 105");
    return typed;
  }

  @Test
  @DisplayName(
      "HLD-1 HLD-3 the office places a hold on the card and removes it; the student is told of both")
  void placedAndRemoved(TestServer server) throws SQLException {
    Visitor specialist = signedIn(server, "specialist");
    String student = server.text(SOMEBODY);
    String card = "/student/card.xhtml?id=" + student;
    String reason = reason();
    String page = send(specialist, card, specialist.get(card).body(), link("place"));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hold", "hold");
    form.put("hold-kind", "DOCUMENT");
    form.put("hold-reason", reason);
    form.put("hold-contact", "");
    form.put("hold-document", "");
    assertThat(send(specialist, card, page, form)).contains("Укажите человека или подразделение");
    assertThat(hold(server, reason)).isNull();
    form.put("hold-contact", "каб. 105");
    page = send(specialist, card, page, form);
    assertThat(page).contains(reason);
    assertThat(hold(server, reason)).isEqualTo("DOCUMENT specialist stands");
    assertThat(notices(server, "registration.notice.hold", reason)).isEqualTo("1");

    assertThat(lookedAt(server, specialist, student))
        .as("what the rules say of a plan names the hold and whom to ask")
        .containsPattern("(?s)REG-15.{0,300}" + reason + ".{0,300}каб\\. 105");

    Matcher remove =
        Pattern.compile("(?s)" + Pattern.quote(reason) + ".*?<a[^>]*id=\"([^\"]+:lift)\"")
            .matcher(page);
    assertThat(remove.find()).isTrue();
    String opened = send(specialist, card, page, link(remove.group(1)));
    assertThat(opened).contains("id=\"unhold\"");
    Map<String, String> why = new LinkedHashMap<>();
    why.put("unhold", "unhold");
    why.put("why", "справка принесена");
    send(specialist, card, opened, why);
    assertThat(hold(server, reason)).isEqualTo("DOCUMENT specialist справка принесена");
    assertThat(notices(server, "registration.notice.hold-removed", reason)).isEqualTo("1");
  }

  @Test
  @DisplayName("HLD-2 money is held by accounting alone, and accounting holds nothing else")
  void moneyIsAccountings(TestServer server) throws SQLException {
    String student = server.text(SOMEBODY);
    String money = reason();
    Visitor accounting = signedIn(server, "accounting");
    new RecordPage(accounting, "financial-holds").save(typed(student, money, null));
    assertThat(hold(server, money)).isEqualTo("FINANCIAL accounting stands");

    Visitor specialist = signedIn(server, "specialist");
    assertThat(specialist.get("/office/record.xhtml?list=financial-holds").statusCode())
        .isEqualTo(403);
    assertThat(accounting.get("/office/record.xhtml?list=holds").statusCode()).isEqualTo(403);
    String forged = new RecordPage(specialist, "holds").save(typed(student, reason(), "FINANCIAL"));
    assertThat(forged).doesNotContain("ui-messages-info");
    String page =
        "/registration/hold.xhtml?id="
            + server.text("SELECT uuid FROM student_hold WHERE reason = '" + money + "'");
    assertThat(specialist.get(page).body()).contains(money).doesNotContain("id=\"remove\"");
    assertThat(accounting.get(page).body()).contains("id=\"remove\"");
    assertThat(signedIn(server, "teacher").get(page).statusCode()).isIn(403, 404);
  }

  @Test
  @DisplayName("HLD-2 accounting learns nothing of academic holds")
  void academicIsNotAccountings(TestServer server) throws SQLException {
    String reason = reason();
    new RecordPage(signedIn(server, "specialist"), "holds")
        .save(typed(server.text(SOMEBODY), reason, "ACADEMIC"));
    assertThat(hold(server, reason)).isEqualTo("ACADEMIC specialist stands");
    String page =
        "/registration/hold.xhtml?id="
            + server.text("SELECT uuid FROM student_hold WHERE reason = '" + reason + "'");
    assertThat(signedIn(server, "accounting").get(page).statusCode()).isEqualTo(404);
    assertThat(signedIn(server, "student").get(page).statusCode()).isEqualTo(404);
    assertThat(signedIn(server, "auditor").get(page).body()).contains(reason);
  }

  private static String lookedAt(TestServer server, Visitor who, String student)
      throws SQLException {
    String address =
        "/registration/request-entry.xhtml?kind=EXCEED&student="
            + student
            + "&offering="
            + server.text(
                "SELECT uuid FROM offering WHERE status = 'OPEN' ORDER BY id DESC LIMIT 1");
    String page = who.get(address).body();
    Matcher offering =
        Pattern.compile("id=\"offering_input\"[^>]*value=\"([^\"]+)\"").matcher(page);
    assertThat(offering.find()).isTrue();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("f", "f");
    form.put("student", student);
    form.put("offering_input", offering.group(1));
    form.put("offering_hinput", offering.group(1));
    form.put("type", "MAIN");
    form.put("look", "look");
    return who.upload(
            address,
            page.substring(page.indexOf("id=\"f\"")),
            form,
            "file",
            "none.pdf",
            new byte[0])
        .body();
  }

  private static Map<String, String> link(String id) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put(id, id);
    return form;
  }

  private static String send(Visitor who, String address, String page, Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("holding", "holding");
    form.putAll(fields);
    return who.post(address, page.substring(page.indexOf("id=\"holding\"")), form).body();
  }

  private static String hold(TestServer server, String reason) throws SQLException {
    return server.text(
        "SELECT CONCAT(kind, ' ', placed_by, ' ', COALESCE(removal_reason, 'stands')) FROM"
            + " student_hold WHERE reason = '"
            + reason
            + "'");
  }

  private static String notices(TestServer server, String code, String reason) throws SQLException {
    return server.text(
        "SELECT COUNT(*) FROM notice WHERE code = '" + code + "' AND args LIKE '%" + reason + "%'");
  }
}
