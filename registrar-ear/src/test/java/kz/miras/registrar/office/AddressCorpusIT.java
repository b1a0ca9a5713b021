package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses that name nothing, something unreadable or something of others. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressCorpusIT {

  private static final String LEAKS =
      "(?s).*(kz\\.miras|java\\.|jakarta\\.(?!faces\\.)|Exception|SQLSTATE|\\?\\?\\?).*";

  private static final List<String> BY_ID =
      List.of(
          "/student/card.xhtml?id=",
          "/student/order.xhtml?id=",
          "/transcript/document.xhtml?id=",
          "/transcript/request.xhtml?id=",
          "/attestation/sheet.xhtml?id=",
          "/registration/offering.xhtml?id=",
          "/achievement/correction.xhtml?id=",
          "/achievement/recognition.xhtml?id=",
          "/access/account.xhtml?id=",
          "/access/audit-entry.xhtml?id=",
          "/curriculum/rule-proposal.xhtml?id=",
          "/achievement/rule-trial.xhtml?id=",
          "/curriculum/programme.xhtml?code=",
          "/curriculum/discipline.xhtml?code=",
          "/office/list.xhtml?list=",
          "/office/record.xhtml?list=",
          "/office/import.xhtml?id=",
          "/office/consultation.xhtml?id=",
          "/office/faq.xhtml?id=",
          "/correspondence/letter.xhtml?id=",
          "/correspondence/draft.xhtml?reply=",
          "/correspondence/enquiry.xhtml?about=");

  private final Map<String, Visitor> people = new HashMap<>();
  private TestServer server;

  @BeforeAll
  void start(TestServer running) {
    server = running;
  }

  private Visitor signedIn(String login) {
    return people.computeIfAbsent(
        login, who -> new Visitor(server.url()).signedIn(who, who + "-Demo1"));
  }

  static Stream<Arguments> nothings() {
    List<String> ids =
        List.of(
            UUID.randomUUID().toString(),
            "nobody",
            "' OR '1'='1",
            "<script>alert(1)</script>",
            "1-1-1-1-1",
            "я".repeat(500));
    return BY_ID.stream().flatMap(page -> ids.stream().map(id -> Arguments.of(page, id)));
  }

  @ParameterizedTest(name = "{0}{1}")
  @MethodSource("nothings")
  @DisplayName("an address that names nothing is told to be not found, in words and without leaks")
  void nothingThere(String page, String id) {
    HttpResponse<String> answer =
        reader(page).get(page + URLEncoder.encode(id, StandardCharsets.UTF_8));
    boolean number = page.contains("audit-entry") || page.contains("rule-proposal");
    assertThat(answer.statusCode()).isEqualTo(number ? 400 : 404);
    assertThat(text(answer))
        .contains(number ? "Запрос не понят" : "Не найдено")
        .doesNotMatch(LEAKS);
  }

  static Stream<String> incomplete() {
    return Stream.concat(
        BY_ID.stream()
            .filter(page -> !page.contains("import") && !page.startsWith("/office/list"))
            .flatMap(page -> Stream.of(page, page.substring(0, page.indexOf('?')))),
        Stream.of(
            "/office/list.xhtml",
            "/achievement/correct.xhtml",
            "/achievement/correct-rows.xhtml",
            "/achievement/correct-rows.xhtml?sheet=x",
            "/achievement/recognise.xhtml?student=nobody",
            "/achievement/honours.xhtml?programme=none&on=yesterday",
            "/achievement/correct.xhtml?student=nobody&sheet=x&position=x",
            "/achievement/correct.xhtml?student=nobody&position=1",
            "/calendar/year.xhtml?year=last",
            "/calendar/year.xhtml?year=99999999999999",
            "/curriculum/plan.xhtml?programme=none&year=2024",
            "/curriculum/plan.xhtml?programme=none&year=x&plan=x&line=x",
            "/curriculum/rules.xhtml?level=DUCHY&set=none",
            "/curriculum/propose-rules.xhtml?level=DUCHY",
            "/student/order-entry.xhtml?student=nobody",
            "/office/consultation-day.xhtml?on=yesterday",
            "/office/consultation-hours.xhtml?slot=%27",
            "/office/consultation-figures.xhtml?from=2175-13-01&to=x",
            "/correspondence/search.xhtml?words=%2B%22%28&direction=x&category=x&from=x",
            "/correspondence/register.xhtml?case=x&channel=x&kind=x&category=x",
            "/correspondence/file-cases.xhtml?year=next",
            "/office/record.xhtml?list=units&code=NOWHERE",
            "/office/record.xhtml?list=offerings&term=%27&number=%22",
            "/office/list.xhtml?list=students&only=%27%20OR%201%3D1&q=%27%20OR%201%3D1%20--",
            "/office/search.xhtml?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "/office/search.xhtml?q=" + "%25".repeat(300)));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  @DisplayName("an incomplete or unreadable address is answered in words, never by a failure")
  void incompleteAddress(String address) {
    HttpResponse<String> answer = reader(address).get(address);
    assertThat(answer.statusCode()).isIn(200, 302, 400, 403, 404);
    assertThat(text(answer)).doesNotMatch(LEAKS);
  }

  /** A page without its own scripts; others must not be in it. */
  private static String text(HttpResponse<String> answer) {
    assertThat(answer.body()).doesNotContain("<script>alert");
    return answer.body().replaceAll("(?s)<script.*?</script>", "");
  }

  private Visitor reader(String page) {
    return signedIn(
        page.startsWith("/access/audit")
            ? "auditor"
            : page.startsWith("/access/")
                ? "admin"
                : page.contains("import") ? "senior" : "director");
  }

  @Test
  @DisplayName("ACC-3 what belongs to others is not found, like what does not exist; and recorded")
  void ofOthers() throws SQLException {
    String student = "(SELECT student_id FROM account WHERE login = 'student')";
    String other = "FROM student s WHERE s.id <> " + student + " ORDER BY s.id LIMIT 1";
    String teacher = "(SELECT teacher_id FROM account WHERE login = 'teacher')";
    Map<String, String> hidden =
        Map.of(
            "student /student/card.xhtml?id=",
            "SELECT s.uuid " + other,
            "student /transcript/document.xhtml?id=",
            "SELECT d.uuid FROM issued_document d WHERE d.student_id <> " + student + " LIMIT 1",
            "teacher /attestation/sheet.xhtml?id=",
            "SELECT h.uuid FROM sheet h WHERE NOT EXISTS (SELECT 1 FROM section_teacher t WHERE"
                + " t.section_id = h.section_id AND t.teacher_id = "
                + teacher
                + ") ORDER BY h.id LIMIT 1",
            "dean /student/card.xhtml?id=",
            "SELECT s.uuid FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " p.school_id <> (SELECT g.school_id FROM role_grant g JOIN account a ON a.id ="
                + " g.account_id WHERE a.login = 'dean') ORDER BY s.id LIMIT 1");
    for (Map.Entry<String, String> one : hidden.entrySet()) {
      String login = one.getKey().substring(0, one.getKey().indexOf(' '));
      String page = one.getKey().substring(one.getKey().indexOf(' ') + 1);
      String id = Rows.text(server, one.getValue());
      String denied =
          "SELECT COUNT(*) FROM audit_entry WHERE outcome = 'DENIED' AND actor = '" + login + "'";
      long before = Rows.number(server, denied);
      HttpResponse<String> theirs = signedIn(login).get(page + id);
      HttpResponse<String> nothing = signedIn(login).get(page + UUID.randomUUID());
      assertThat(theirs.statusCode()).as(one.getKey() + id).isEqualTo(404);
      assertThat(text(theirs)).contains("Не найдено").doesNotMatch(LEAKS);
      assertThat(nothing.statusCode()).isEqualTo(404);
      assertThat(Rows.number(server, denied)).as("recorded: " + one.getKey()).isGreaterThan(before);
    }
  }
}
