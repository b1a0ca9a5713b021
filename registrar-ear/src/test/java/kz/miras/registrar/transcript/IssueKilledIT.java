package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.OwnServers;
import kz.miras.registrar.local.SeparateServer;
import kz.miras.registrar.wire.KilledDelivery;
import kz.miras.registrar.wire.LostDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed between every two steps of an issue, and in the middle of a batch; its
 * database is lost while organisations send messages.
 */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssueKilledIT {

  private static final String FILE = "SELECT HEX(pdf_sha256) FROM issued_document WHERE uuid = ?";
  private static final String NUMBER = "SELECT number FROM issued_document WHERE uuid = ?";
  private static final Duration LONGEST = Duration.ofSeconds(120);

  private final ExecutorService hand = Executors.newSingleThreadExecutor();

  @TempDir private static Path home;
  private SeparateServer server;

  @BeforeAll
  void start() throws Exception {
    server = SeparateServer.start(home, "-Dregistrar.demo=true", "-Dregistrar.demo.students=240");
  }

  @AfterAll
  void end() throws Exception {
    hand.shutdownNow();
    server.close();
  }

  @Test
  @DisplayName(
      "DOC-1 DOC-2 DOC-51 killed between any two steps, only reserved numbers are left to be seen;"
          + " each document is issued once, without a gap, and a batch goes on by itself")
  void killed() throws Exception {
    UUID early = prepared();
    UUID late = prepared();
    UUID told = prepared();
    // the signature is given, its number waits for the register
    killWaitingFor("SELECT last_number FROM document_register WHERE code = 'TR' FOR UPDATE", early);
    assertThat(status(early)).isEqualTo("PREPARED");
    assertThat(
            text(
                "SELECT COUNT(*) FROM document_signature g JOIN issued_document d ON d.id ="
                    + " g.document_id WHERE d.uuid = ?",
                early.toString()))
        .isEqualTo("0");

    // the number is given, the file is being made
    killReserved(late);
    assertThat(status(late)).isEqualTo("RESERVED");
    String number = text(NUMBER, late.toString());
    assertThat(number).isNotBlank();

    // the file is stored, nobody was told; and a message for a partner is under way
    KilledDelivery delivery = KilledDelivery.begin(server::database);
    sign(told);
    until("it is issued", () -> status(told).equals("ISSUED"));
    until("a message is being sent", delivery::isUnderway);
    kill();
    String issued = text(FILE, told.toString());
    until("it has arrived, once in effect", delivery::hasArrivedOnce);

    for (UUID document : new UUID[] {early, late, told}) {
      sign(document);
      until("it is issued", () -> status(document).equals("ISSUED"));
    }
    assertThat(text(NUMBER, late.toString())).as("the number it had").isEqualTo(number);
    assertThat(text(FILE, told.toString())).as("the file that was stored").isEqualTo(issued);
    gapless();
    batchGoesOn();
    gapless();
  }

  @Test
  @DisplayName(
      "PRT-12 PRT-16 while the database is silent and then gone for half a minute, organisations"
          + " are told to come again; then, without a restart, each message is done once")
  void databaseGone() throws Exception {
    LostDatabase.survived(server);
  }

  private void batchGoesOn() throws Exception {
    String programme =
        text(
            "SELECT p.code FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status"
                + " = 'GRADUATED' GROUP BY p.code ORDER BY COUNT(*) DESC, p.code LIMIT 1");
    Visitor specialist = visitor("specialist");
    String page = specialist.get("/transcript/batches.xhtml").body();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("f", "f");
    fields.put("once", UUID.randomUUID().toString());
    fields.put("kind", "TRANSCRIPT");
    fields.put("status", "GRADUATED");
    fields.put("programme", programme);
    fields.put("course", "");
    fields.put("languages", "kk");
    fields.put("purpose", "killed");
    fields.put("begin", "begin");
    HttpResponse<String> begun =
        specialist.post("/transcript/batches.xhtml", form(page, "f"), fields);
    String address = begun.headers().firstValue("Location").orElseThrow();
    address = address.substring(address.indexOf("/transcript/"));
    until("the batch is prepared", () -> count("state = 'ENDED'") == 1);

    Visitor director = visitor("director");
    String shown = director.get(address).body();
    director.post(address, form(shown, "work"), Map.of("work", "work", "sign", "sign"));
    String some =
        "EXISTS (SELECT 1 FROM document_batch_line l JOIN issued_document d ON d.id ="
            + " l.document_id WHERE l.batch_id = document_batch.id AND d.status = 'ISSUED')";
    until("the first is issued", () -> count(some) == 1);
    kill();
    assertThat(count("state = 'RUNNING'")).as("it was killed before its end").isOne();
    until("the batch has gone on to its end", () -> count("state = 'ENDED'") == 1);
    assertThat(
            text(
                "SELECT COUNT(*) FROM document_batch_line l LEFT JOIN issued_document d ON d.id ="
                    + " l.document_id WHERE d.status IS NULL OR d.status <> 'ISSUED'"))
        .isEqualTo("0");
    assertThat(
            text(
                "SELECT COUNT(*) - COUNT(DISTINCT student_id) FROM issued_document WHERE purpose ="
                    + " 'killed'"))
        .as("documents made twice")
        .isEqualTo("0");
  }

  /** Kills the server while it waits for a row somebody else holds. */
  private void killWaitingFor(String row, UUID document) throws Exception {
    try (Connection holder = server.database();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.executeQuery(row).close();
      sign(document);
      until(
          "it waits for the row",
          () ->
              !"0"
                  .equals(
                      text(
                          "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE"
                              + " 'INSERT INTO document_register%' AND time_ms > 50")));
      server.killServer();
      holder.rollback();
    }
    server.startServerAgain();
  }

  /** Kills the server after the number is given and before the file is stored. */
  private void killReserved(UUID document) throws Exception {
    try (Connection holder = server.database();
        PreparedStatement lock =
            holder.prepareStatement(
                "SELECT status FROM issued_document WHERE uuid = ? FOR UPDATE")) {
      holder.setAutoCommit(false);
      holder.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      lock.setString(1, document.toString());
      sign(document);
      until(
          "its number is given",
          () -> {
            try (ResultSet found = lock.executeQuery()) {
              found.next();
              if (found.getString(1).equals("RESERVED")) {
                return true;
              }
            }
            holder.rollback();
            return false;
          });
      server.killServer();
      holder.rollback();
    }
    server.startServerAgain();
  }

  private void kill() throws Exception {
    server.killServer();
    server.startServerAgain();
  }

  private Visitor visitor(String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }

  private UUID prepared() throws Exception {
    Visitor specialist = visitor("specialist");
    String card =
        "/student/card.xhtml?id="
            + text("SELECT uuid FROM student WHERE status = 'GRADUATED' ORDER BY id LIMIT 1");
    String page = specialist.get(card).body();
    Matcher key = Pattern.compile("name=\"once\" value=\"([^\"]+)\"").matcher(page);
    assertThat(key.find()).isTrue();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("tr", "tr");
    fields.put("once", key.group(1));
    fields.put("languages", "ru");
    fields.put("copies", "1");
    fields.put("purpose", "killed later " + key.group(1));
    fields.put("prepare", "prepare");
    String location =
        specialist
            .post(card, form(page, "tr"), fields)
            .headers()
            .firstValue("Location")
            .orElseThrow();
    return UUID.fromString(location.substring(location.indexOf("id=") + 3));
  }

  /** Presses the button, and does not wait for an answer. */
  private void sign(UUID document) throws Exception {
    String address = "/transcript/document.xhtml?id=" + document;
    Visitor director = visitor("director");
    String shown = director.get(address).body();
    if (shown.contains("id=\"sign\"")) {
      hand.submit(
          () -> director.post(address, form(shown, "act"), Map.of("act", "act", "sign", "sign")));
    }
  }

  private static String form(String page, String form) {
    assertThat(page).contains("id=\"" + form + "\"");
    return page.substring(page.indexOf("id=\"" + form + "\""));
  }

  private static void until(String what, Callable<Boolean> look) throws Exception {
    long begun = System.nanoTime();
    while (!look.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(what).isLessThan(LONGEST);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private void gapless() throws Exception {
    assertThat(
            text(
                "SELECT COUNT(*) FROM document_register r JOIN (SELECT register_code, register_year,"
                    + " MAX(register_number) AS last, COUNT(DISTINCT register_number) AS many FROM"
                    + " issued_document WHERE register_code = 'TR' AND register_year = YEAR(NOW())"
                    + " GROUP BY register_code, register_year) d ON d.register_code = r.code AND"
                    + " d.register_year = r.year WHERE r.last_number <> d.last OR d.last <> d.many"))
        .as("series with a gap")
        .isEqualTo("0");
  }

  private String status(UUID document) throws Exception {
    return text("SELECT status FROM issued_document WHERE uuid = ?", document.toString());
  }

  private int count(String condition) throws Exception {
    return Integer.parseInt(text("SELECT COUNT(*) FROM document_batch WHERE " + condition));
  }

  private String text(String sql, String... values) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }
}
