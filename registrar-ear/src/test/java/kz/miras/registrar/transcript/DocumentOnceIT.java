package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same form sent twice, as a double click without scripts or a reload does. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentOnceIT {

  private static final int AT_ONCE = 3;

  private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);

  private TestServer server;
  private Visitor specialist;
  private String card;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    specialist = new Visitor(server.url()).signedIn("specialist", "specialist-Demo1");
    card =
        "/student/card.xhtml?id="
            + text(
                "SELECT s.uuid FROM student s WHERE "
                    + DocumentReady.STUDYING
                    + " ORDER BY s.id LIMIT 1");
  }

  @AfterAll
  void stop() {
    hands.shutdownNow();
  }

  @Test
  @DisplayName("DOC-7 the form sent again leads to the same document; changed, or anew, to another")
  void inSequence() throws SQLException {
    String purpose = "IT " + UUID.randomUUID();
    String page = specialist.get(card).body();
    String first = address(specialist.post(card, form(page, "tr"), asked(page, purpose)));
    String again = address(specialist.post(card, form(page, "tr"), asked(page, purpose)));
    assertThat(again).isEqualTo(first);
    assertThat(prepared(purpose)).isOne();
    assertThat(trail("document.prepare", first)).isOne();

    Map<String, String> more = asked(page, purpose);
    more.put("copies", "2");
    assertThat(address(specialist.post(card, form(page, "tr"), more))).isNotEqualTo(first);
    String fresh = specialist.get(card).body();
    assertThat(address(specialist.post(card, form(fresh, "tr"), asked(fresh, purpose))))
        .as("somebody who wants another one opens the page anew")
        .isNotEqualTo(first);
    assertThat(prepared(purpose)).isEqualTo(3);
  }

  @RepeatedTest(3)
  @DisplayName("DOC-7 the form sent three times at once prepares one document")
  void atOnce() throws Exception {
    String purpose = "IT " + UUID.randomUUID();
    String page = specialist.get(card).body();
    List<HttpResponse<String>> answers =
        together(() -> specialist.post(card, form(page, "tr"), asked(page, purpose)));
    oneOf(answers, purpose);
  }

  @RepeatedTest(3)
  @DisplayName("DOC-7 the form sent at once from three sessions prepares one document")
  void fromThreeSessions() throws Exception {
    String purpose = "IT " + UUID.randomUUID();
    Map<String, String> fields = asked(specialist.get(card).body(), purpose);
    oneOf(together(sessions("specialist", card, "tr", fields)), purpose);
  }

  private void oneOf(List<HttpResponse<String>> answers, String purpose) throws SQLException {
    assertThat(prepared(purpose)).isOne();
    assertThat(answers.stream().map(DocumentOnceIT::address).distinct()).hasSize(1);
    assertThat(trail("document.prepare", address(answers.get(0)))).isOne();
  }

  @Test
  @DisplayName("DOC-7 signed three times at once a document takes one number, and is issued once")
  void signedAtOnce() throws Exception {
    String page = specialist.get(card).body();
    String document = address(specialist.post(card, form(page, "tr"), asked(page, "IT sign")));
    String number =
        "SELECT COALESCE(MAX(last_number), 0) FROM document_register r WHERE r.code ="
            + " (SELECT register_code FROM issued_document WHERE uuid = ?) AND r.year = YEAR(NOW())";
    long before = Long.parseLong(text(number, id(document)));
    together(sessions("director", document, "act", Map.of("act", "act", "sign", "sign")));
    assertThat(text("SELECT status FROM issued_document WHERE uuid = ?", id(document)))
        .isEqualTo("ISSUED");
    assertThat(Long.parseLong(text(number, id(document)))).isEqualTo(before + 1);
    assertThat(trail("document.sign", document)).isOne();
    assertThat(trail("document.issue", document)).isOne();

    together(
        sessions(
            "specialist",
            document,
            "anew",
            Map.of("anew", "anew", "anew-reason", "IT name changed", "replace", "replace")));
    assertThat(
            text(
                "SELECT COUNT(*) FROM issued_document WHERE replaces_id = (SELECT id FROM"
                    + " issued_document WHERE uuid = ?)",
                id(document)))
        .as("replacements")
        .isEqualTo("1");
  }

  /** The same form from sessions of their own: forms of one session wait for each other. */
  private Callable<HttpResponse<String>> sessions(
      String login, String path, String form, Map<String, String> fields) {
    Queue<Callable<HttpResponse<String>>> acts = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < AT_ONCE; i++) {
      Visitor visitor = new Visitor(server.url()).signedIn(login, login + "-Demo1");
      String page = form(visitor.get(path).body(), form);
      acts.add(() -> visitor.post(path, page, fields));
    }
    return () -> acts.remove().call();
  }

  private List<HttpResponse<String>> together(Callable<HttpResponse<String>> act) throws Exception {
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      waiting.add(
          hands.submit(
              () -> {
                start.await();
                return act.call();
              }));
    }
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (Future<HttpResponse<String>> one : waiting) {
      answers.add(one.get());
    }
    assertThat(answers).allSatisfy(a -> assertThat(a.statusCode()).isLessThan(400));
    return answers;
  }

  private static Map<String, String> asked(String page, String purpose) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("tr", "tr");
    Matcher key = Pattern.compile("name=\"once\" value=\"([^\"]+)\"").matcher(page);
    assertThat(key.find()).as("a key in the form").isTrue();
    fields.put("once", key.group(1));
    fields.put("languages", "ru");
    fields.put("copies", "1");
    fields.put("purpose", purpose);
    fields.put("prepare", "prepare");
    return fields;
  }

  private static String form(String page, String form) {
    return page.substring(page.indexOf("id=\"" + form + "\""));
  }

  /** Where an answer leads, without the host. */
  private static String address(HttpResponse<String> answer) {
    String location = answer.headers().firstValue("Location").orElse("");
    assertThat(location).as("%s", answer.statusCode()).contains("/transcript/document.xhtml?id=");
    return location.substring(location.indexOf("/transcript/"));
  }

  private static String id(String address) {
    return address.substring(address.indexOf("id=") + 3);
  }

  private long prepared(String purpose) throws SQLException {
    return Long.parseLong(text("SELECT COUNT(*) FROM issued_document WHERE purpose = ?", purpose));
  }

  private long trail(String action, String document) throws SQLException {
    return Long.parseLong(
        text(
            "SELECT COUNT(*) FROM audit_entry WHERE action = ? AND entity_id = ?",
            action,
            id(document)));
  }

  private String text(String sql, String... values) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).as(sql).isTrue();
        return row.getString(1);
      }
    }
  }
}
