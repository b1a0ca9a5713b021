package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.miras.registrar.access.People;
import kz.miras.registrar.access.subsystem.WebhookSignature;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.service.Json;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has happened, as programs ask for it and as they are told. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookRestIT {

  private static final String WISH = "{\"url\":\"%s\",\"types\":[%s]}";
  private static final String LIST = "/webhook-subscriptions";
  private static final String ONE = "/webhook-subscriptions/{id}";
  private static final int PAGE = 100;

  /** A message as the program has received it. */
  private record Received(String id, long at, String signature, String type, String body) {}

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private HttpServer program;
  private String url;
  private TestServer server;
  private People people;
  private OpenApiContract contract;
  private RestClient caller;

  @BeforeAll
  void start(TestServer running) throws SQLException, IOException {
    server = running;
    people = new People(server);
    contract = OpenApiContract.of(server.url());
    caller = RestClient.basic(server.url(), people.holding("SUBSYSTEM"), People.PASSWORD);
    program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    url = "http://127.0.0.1:" + program.getAddress().getPort() + "/hook";
    program.createContext(
        "/hook",
        call -> {
          received.add(
              new Received(
                  call.getRequestHeaders().getFirst("webhook-id"),
                  Long.parseLong(call.getRequestHeaders().getFirst("webhook-timestamp")),
                  call.getRequestHeaders().getFirst("webhook-signature"),
                  call.getRequestHeaders().getFirst("Content-Type"),
                  new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          Integer answer = answers.poll();
          call.sendResponseHeaders(answer == null ? 204 : answer, -1);
          call.close();
        });
    program.start();
  }

  @AfterAll
  void stop() {
    program.stop(0);
  }

  @Test
  @DisplayName(
      "SUB-4 SUB-5 a program is told once what has happened, signed, again until it takes it")
  void told() throws SQLException, InterruptedException {
    assertThat(
            RestClient.list(
                contract.right(
                    422, "post", LIST, send("POST", LIST, WISH, "ftp://x/", "\"moon.full\"")),
                "reasons"))
        .extracting(reason -> reason.get("field"))
        .containsExactly("url", "types");
    Map<String, Object> made =
        contract.right(201, "post", LIST, send("POST", LIST, WISH, url, "\"exam.rescheduled\""));
    String address = LIST + "/" + made.get("id");
    byte[] secret = secret(made);
    assertThat(contract.right(200, "get", ONE, caller.get(address)))
        .containsEntry("secret", null)
        .containsEntry("state", "ACTIVE");
    String before =
        (String)
            contract
                .right(200, "get", "/events", caller.get("/events?limit=500&cursor=" + last()))
                .get("next");

    answers.add(500);
    String sheet = moved("IT-81");
    Received first = next();
    assertThat(first.type()).isEqualTo("application/cloudevents+json");
    assertThat(first.signature())
        .isEqualTo(
            WebhookSignature.of(
                List.of(secret), first.id(), Instant.ofEpochSecond(first.at()), first.body()));
    Map<?, ?> event = Json.read(first.body(), Map.class);
    assertThat(event.get("type")).isEqualTo("kz.miras.registrar.exam.rescheduled.v1");
    assertThat(event.get("subject")).isEqualTo("sheet/" + sheet);
    assertThat((Map<?, ?>) event.get("data")).extracting("room").isEqualTo("IT-81");
    Map<String, Object> fed =
        contract.right(
            200, "get", "/events", caller.get("/events?types=exam.rescheduled&cursor=" + before));
    assertThat(RestClient.list(fed, "items")).anySatisfy(one -> assertThat(one).isEqualTo(event));

    people.change(
        "INSERT INTO api_event (id, uuid, type, at, order_id, detail) SELECT NEXTVAL(api_event_seq),"
            + " UUID(), 'ORDER_SIGNED', UTC_TIMESTAMP(6), o.id, '{\"kind\":\"ADMISSION\"}' FROM"
            + " student_order o LIMIT 1");
    Map<String, Object> orders =
        contract.right(
            200, "get", "/events", caller.get("/events?types=order.signed&cursor=" + before));
    Map<?, ?> signed = (Map<?, ?>) RestClient.list(orders, "items").get(0);
    assertThat(signed.get("subject")).asString().startsWith("order/");
    assertThat((Map<?, ?>) signed.get("data")).extracting("order").isNotNull();

    people.change(
        "UPDATE webhook_delivery d JOIN api_event e ON e.id = d.event_id SET d.next_at ="
            + " '2020-01-01' WHERE e.uuid = ?",
        first.id());
    Received again = next();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.body()).isEqualTo(first.body());

    byte[] newer =
        secret(
            contract.right(
                200, "post", ONE + "/secret", caller.send("POST", address + "/secret", null)));
    answers.add(410);
    moved("IT-82");
    Received both = next();
    assertThat(both.signature())
        .isEqualTo(
            WebhookSignature.of(
                List.of(newer, secret), both.id(), Instant.ofEpochSecond(both.at()), both.body()));
    contract.right(400, "get", "/events", caller.get("/events?types=moon.full"));
    contract.right(204, "delete", ONE, caller.send("DELETE", address, null));
    assertThat(contract.right(200, "get", ONE, caller.get(address)))
        .containsEntry("state", "ENDED");
    contract.right(
        404,
        "get",
        ONE,
        RestClient.basic(server.url(), people.holding("SUBSYSTEM"), People.PASSWORD).get(address));
  }

  @Test
  @DisplayName("SUB-7 a cursor from before what is kept is told so, and nothing is passed over")
  void forgotten() throws SQLException {
    people.change("UPDATE api_event_feed SET forgotten = GREATEST(forgotten, 1) WHERE id = 1");
    String begins =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("after:0".getBytes(StandardCharsets.US_ASCII));
    assertThat(contract.right(410, "get", "/events", caller.get("/events?cursor=" + begins)))
        .extractingByKey("type", InstanceOfAssertFactories.STRING)
        .endsWith("/problems/cursor-gone");
    contract.right(200, "get", "/events", caller.get("/events"));
  }

  @Test
  @DisplayName(
      "SUB-7 whoever waits for what is rare is handed on to the end of the feed, and loses nothing")
  void handedOn() throws SQLException {
    String end = last();
    for (int i = 0; i <= PAGE; i++) {
      event("GRADE_POSTED");
    }
    String first = "/events?types=order.signed&limit=2&cursor=";
    Map<String, Object> none = contract.right(200, "get", "/events", caller.get(first + end));
    assertThat(RestClient.list(none, "items")).isEmpty();
    String on = (String) none.get("next");
    assertThat(on).as("what was passed over need not be kept").isNotEqualTo(end);
    people.change("UPDATE api_event_feed SET forgotten = place WHERE id = 1");
    contract.right(410, "get", "/events", caller.get("/events?cursor=" + end));
    Map<String, Object> still = contract.right(200, "get", "/events", caller.get(first + on));
    assertThat(still).containsEntry("next", on);
    for (int i = 0; i < 3; i++) {
      event("ORDER_SIGNED");
      event("GRADE_POSTED");
    }
    Map<String, Object> full = contract.right(200, "get", "/events", caller.get(first + on));
    assertThat(RestClient.list(full, "items")).hasSize(2);
    Map<String, Object> rest =
        contract.right(200, "get", "/events", caller.get(first + full.get("next")));
    assertThat(RestClient.list(rest, "items")).hasSize(1);
    assertThat(rest.get("next")).isEqualTo(last());
  }

  private void event(String type) throws SQLException {
    people.change(
        "INSERT INTO api_event (id, uuid, type, at, order_id, detail) SELECT NEXTVAL(api_event_seq),"
            + " UUID(), ?, UTC_TIMESTAMP(6), MIN(o.id), '{}' FROM student_order o",
        type);
  }

  /** Moves an exam as the timetable does; its id. */
  private String moved(String room) throws SQLException {
    RestSheet sheet = RestSheet.of(server);
    people.change(
        "DELETE FROM sheet_row WHERE sheet_id = (SELECT id FROM sheet WHERE uuid = ?)", sheet.id());
    contract.right(
        200,
        "put",
        "/exams/{id}/slot",
        caller.send(
            "PUT",
            "/exams/" + sheet.id() + "/slot",
            "{\"room\":\"" + room + "\"}",
            "If-Match",
            "*"));
    return sheet.id();
  }

  private Received next() throws InterruptedException {
    Received next = received.poll(90, TimeUnit.SECONDS);
    assertThat(next).as("told within a minute and a half").isNotNull();
    return next;
  }

  /** The cursor behind all that has happened by now. */
  private String last() {
    String cursor = "";
    List<Object> items = new ArrayList<>(List.of(""));
    while (!items.isEmpty()) {
      Map<String, Object> page =
          RestClient.json(
              caller.get("/events?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
      items = new ArrayList<>(RestClient.list(page, "items"));
      cursor = (String) page.get("next");
    }
    return cursor;
  }

  private HttpResponse<String> send(String verb, String path, String body, Object... args) {
    return caller.send(verb, path, body.formatted(args));
  }

  private static byte[] secret(Map<String, Object> webhook) {
    String written = (String) webhook.get("secret");
    assertThat(written).startsWith("whsec_");
    return Base64.getDecoder().decode(written.substring("whsec_".length()));
  }
}
