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

/** Asking for a decision and deciding it on the pages: documents, words, who sees what. */
@ExtendWith(ServerExtension.class)
class RequestFormIT {

  private static final byte[] SCAN = "%PDF-1.4 заявление".getBytes(StandardCharsets.UTF_8);

  private static final String ENTRY = "/registration/request-entry.xhtml?kind=";

  /** An open offering with a free group in a term far ahead, whatever day it is. */
  private static final String OFFERING = "RQF-T · RQF-1";

  /** Somebody without an account, other than whom holds are tested with. */
  private static final String STUDENT =
      "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status ="
          + " 'STUDYING' AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM account a WHERE"
          + " a.student_id = s.id) ORDER BY s.id DESC LIMIT 1 OFFSET 3";

  @BeforeAll
  static void offer(TestServer server) throws SQLException {
    People people = new People(server);
    people.change(
        "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (953, 2053,"
            + " '2053-09-01', '2054-08-31')");
    people.change(
        "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (953, 953, 'AUTUMN', 'RQF-T', '2053-09-01', '2054-01-25', 15)");
    people.change(
        "INSERT IGNORE INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en,"
            + " credits, control_form, department_id) SELECT 953, UUID(), 'RQF-1', 'RQF-1', 'RQF-1',"
            + " 'RQF', 'RQF', 'RQF', 5, 'EXAM', MIN(department_id) FROM discipline");
    people.change(
        "INSERT IGNORE INTO offering (id, uuid, term_id, discipline_id, code, language, status)"
            + " VALUES (953, UUID(), 953, 953, 'RQF-1', 'ru', 'OPEN')");
    people.change(
        "INSERT IGNORE INTO section (id, uuid, offering_id, kind, code, status) VALUES (953, UUID(),"
            + " 953, 'GROUP', 'RQF-1-G', 'OPEN')");
    people.change("INSERT IGNORE INTO section_seat (section_id, capacity) VALUES (953, 20)");
  }

  @Test
  @DisplayName("REQ-1 who decides requests and asks for none has no form for them")
  void nothingToAskFor(TestServer server) {
    assertThat(signedIn(server, "director").get("/registration/request-entry.xhtml").statusCode())
        .isEqualTo(403);
  }

  @Test
  @DisplayName(
      "REQ-1 a late enrolment without the student's words, or with a picture that is none, is refused")
  void refusedBesideTheFields(TestServer server) throws SQLException {
    Visitor specialist = signedIn(server, "specialist");
    Map<String, String> form = form(server, "LATE");
    String answer = ask(specialist, "LATE", form, "virus.pdf", new byte[] {'M', 'Z', 1, 2});
    assertThat(answer)
        .contains("Запишите, почему студент не зарегистрировался вовремя")
        .contains("Приложите PDF, PNG, JPEG или TIFF")
        .contains(form.get("reason"));
    assertThat(id(server, form.get("reason"))).isNull();
  }

  @Test
  @DisplayName("REQ-2 the request is seen with its document, rejected with words, and told")
  void decidedOnThePage(TestServer server) throws SQLException {
    Visitor specialist = signedIn(server, "specialist");
    Map<String, String> form = form(server, "EXCEED");
    ask(specialist, "EXCEED", form, "заявление.pdf", SCAN);
    String id = id(server, form.get("reason"));
    assertThat(id).isNotNull();
    String page = "/registration/request.xhtml?id=" + id;
    assertThat(specialist.get(page).body()).contains(form.get("reason")).contains("id=\"back\"");
    assertThat(specialist.get(page).body()).doesNotContain("id=\"approve\"");
    assertThat(signedIn(server, "student").get(page).statusCode()).isEqualTo(404);
    assertThat(signedIn(server, "accounting").get(page).statusCode()).isEqualTo(403);

    Visitor deputy = signedIn(server, "deputy");
    assertThat(deputy.get("/index.xhtml").body()).contains("Запросы ждут вашего решения");
    String shown = deputy.get(page).body();
    assertThat(shown)
        .contains("id=\"figures\"")
        .contains("id=\"approve\"")
        .contains("заявление.pdf");
    String kept =
        deputy
            .post(
                page,
                shown.substring(shown.indexOf("id=\"kept\"")),
                Map.of("kept", "kept", "kept:download", "kept:download"))
            .body();
    assertThat(kept).startsWith("%PDF-1.4");

    assertThat(decide(deputy, page, "reject", "")).contains("Напишите слова решения");
    String words = "Нагрузка и так предельная";
    assertThat(decide(deputy, page, "reject", words)).contains("data-status=\"REJECTED\"");
    assertThat(specialist.get("/index.xhtml").body()).contains(words);
    assertThat(specialist.get(page).body()).contains(words);
  }

  @Test
  @DisplayName("REQ-1 REQ-3 a student asks in person from a form filled in, and takes it back")
  void inPerson(TestServer server) throws SQLException {
    Visitor student = signedIn(server, "student");
    String link = server.text("SELECT CAST(uuid AS CHAR) FROM offering WHERE id = 953");
    String address = "EXCEED&type=ADDITIONAL&offering=" + link;
    String entry = student.get(ENTRY + address).body();
    assertThat(entry).contains("id=\"own\"").contains(OFFERING).doesNotContain("id=\"student\"");
    assertThat(entry).doesNotContain("kind=CLOSE_SECTION");
    Map<String, String> form = form(server, "EXCEED");
    form.remove("student");
    ask(student, address, form, "заявление.pdf", SCAN);
    String id = id(server, form.get("reason"));
    assertThat(id).isNotNull();
    String page = "/registration/request.xhtml?id=" + id;
    assertThat(student.get(page).body())
        .contains("id=\"by-student\"")
        .contains("id=\"back\"")
        .doesNotContain("id=\"approve\"");
    assertThat(signedIn(server, "deputy").get(page).body())
        .contains("запросил студент")
        .contains("id=\"approve\"");
    assertThat(student.get("/registration/my-plan.xhtml?term=RQF-T").body())
        .contains("id=\"requests\"")
        .contains(id);
    assertThat(decide(student, page, "back", null)).contains("data-status=\"CANCELLED\"");
  }

  @Test
  @DisplayName(
      "REQ-1 the stream is chosen beside the group, or comes with the address; who decides sees both")
  void stream(TestServer server) throws SQLException {
    People people = new People(server);
    for (String code : new String[] {"RQF-1-L1", "RQF-1-L2"}) {
      people.change(
          "INSERT IGNORE INTO section (id, uuid, offering_id, kind, code, status) VALUES (?, UUID(),"
              + " 953, 'LECTURE', ?, 'OPEN')",
          code.endsWith("1") ? 954 : 955,
          code);
    }
    people.change(
        "INSERT IGNORE INTO section_seat (section_id, capacity) VALUES (954, 20), (955, 9)");
    Visitor specialist = signedIn(server, "specialist");
    String link = server.text("SELECT CAST(uuid AS CHAR) FROM offering WHERE id = 953");
    String address = "EXCEED&type=MAIN&offering=" + link + "&group=RQF-1-G&stream=RQF-1-L2";
    String entry = specialist.get(ENTRY + address).body();
    assertThat(chosen(entry, "type")).as("what the address begins with").contains("основная");
    assertThat(chosen(specialist.get(ENTRY + address.replace("MAIN", "RETAKE")).body(), "type"))
        .contains("повторное изучение");
    assertThat(chosen(entry, "lecture")).contains("RQF-1-L2");
    assertThat(chosen(entry, "section")).contains("RQF-1-G");
    Map<String, String> form = form(server, "EXCEED");
    form.put("section", "953");
    form.put("lecture", "954");
    String answer = ask(specialist, address, form, "заявление.pdf", SCAN);
    String id = id(server, form.get("reason"));
    assertThat(id).as(answer).isNotNull();

    String page = signedIn(server, "deputy").get("/registration/request.xhtml?id=" + id).body();

    assertThat(page).containsPattern("id=\"stream\"[^>]*>RQF-1-L1<").contains(">RQF-1-G<");
    assertThat(page).as("what is typed, not what the address began with").contains("дополнительн");
    people.change("UPDATE section SET status = 'CANCELLED' WHERE id IN (954, 955)");
  }

  /** The option of a list that is chosen. */
  private static String chosen(String page, String list) {
    int from = page.indexOf("<select id=\"" + list + "\"");
    String options = page.substring(from, page.indexOf("</select>", from));
    int at = options.indexOf("selected=\"selected\"");
    return at < 0 ? "" : options.substring(at, options.indexOf("</option>", at));
  }

  @Test
  @DisplayName("REQ-3 who asked takes the request back while it waits")
  void takenBack(TestServer server) throws SQLException {
    Visitor senior = signedIn(server, "senior");
    Map<String, String> form = form(server, "EXCEED");
    ask(senior, "EXCEED", form, "заявление.pdf", SCAN);
    String page = "/registration/request.xhtml?id=" + id(server, form.get("reason"));
    assertThat(decide(senior, page, "back", null)).contains("data-status=\"CANCELLED\"");
    assertThat(signedIn(server, "director").get(page).body()).doesNotContain("id=\"approve\"");
  }

  @Test
  @DisplayName(
      "REQ-1 the closing of a section is asked for by who keeps sections, not by an adviser")
  void closingIsAskedFor(TestServer server) throws SQLException {
    Visitor specialist = signedIn(server, "specialist");
    Map<String, String> form = form(server, "CLOSE_SECTION");
    String shown = press(specialist, "CLOSE_SECTION", form, "look");
    form.put(
        "section",
        server.text(
            "SELECT x.id FROM section x JOIN offering o ON o.id = x.offering_id JOIN term t ON t.id ="
                + " o.term_id WHERE CONCAT(t.code, ' · ', o.code) = '"
                + form.get("offering_input")
                + "' AND x.kind = 'GROUP' AND x.status = 'OPEN' LIMIT 1"));
    specialist.upload(
        ENTRY + "CLOSE_SECTION",
        shown.substring(shown.indexOf("id=\"f\"")),
        form,
        "file",
        "служебная.pdf",
        SCAN);
    String id = id(server, form.get("reason"));
    assertThat(id).isNotNull();
    String page = "/registration/request.xhtml?id=" + id;
    assertThat(signedIn(server, "adviser").get("/registration/request-entry.xhtml").body())
        .as("an adviser closes no sections")
        .doesNotContain("kind=CLOSE_SECTION");
    decide(signedIn(server, "specialist"), page, "back", null);
    assertThat(specialist.get(page).body()).contains("data-status=\"CANCELLED\"");
  }

  private static Map<String, String> form(TestServer server, String kind) throws SQLException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("f", "f");
    form.put("ask", "ask");
    if (!kind.equals("CLOSE_SECTION")) {
      form.put("student", server.text(STUDENT));
      form.put("type", "ADDITIONAL");
    }
    String offering = OFFERING;
    form.put("offering_input", offering);
    form.put("offering_hinput", offering);
    form.put("section", "");
    form.put("reason", "причина " + UUID.randomUUID());
    form.put("explanation", "");
    form.put("document", "заявление № 12");
    return form;
  }

  private static String ask(
      Visitor who, String kind, Map<String, String> form, String file, byte[] content) {
    String address = ENTRY + kind;
    String page = who.get(address).body();
    return who.upload(
            address, page.substring(page.indexOf("id=\"f\"")), form, "file", file, content)
        .body();
  }

  private static String press(Visitor who, String kind, Map<String, String> form, String button) {
    Map<String, String> pressed = new LinkedHashMap<>(form);
    pressed.remove("ask");
    pressed.put(button, button);
    return ask(who, kind, pressed, "none.pdf", new byte[0]);
  }

  private static String decide(Visitor who, String page, String button, String note) {
    String shown = who.get(page).body();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("d", "d");
    form.put(button, button);
    if (note != null) {
      form.put("note", note);
    }
    return who.post(page, shown.substring(shown.indexOf("id=\"d\"")), form).body();
  }

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }

  private static String id(TestServer server, String reason) throws SQLException {
    return server.text("SELECT uuid FROM registration_request WHERE reason = '" + reason + "'");
  }
}
