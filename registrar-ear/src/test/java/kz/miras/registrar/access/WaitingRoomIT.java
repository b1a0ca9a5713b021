package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import kz.miras.registrar.bench.ArrivalStorm;
import kz.miras.registrar.bench.ArrivalStorm.Answer;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.service.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People who arrive faster than they can be served, over HTTP. */
@ExtendWith(ServerExtension.class)
class WaitingRoomIT {

  private static final String PAGE = "/sign-in.xhtml";
  private static final String TICKET = "registrar-place";

  private final HttpClient client = HttpClient.newHttpClient();
  private TestServer server;

  @BeforeEach
  void start(TestServer running) {
    server = running;
  }

  @Test
  @DisplayName("ACC-10 on a quiet day nobody notices the waiting room")
  void nobodyNoticesItOnAQuietDay() throws SQLException {
    String login = new People(server).holding("SPE");
    Visitor visitor = new Visitor(server.url());
    assertThat(visitor.get(PAGE).body())
        .contains("id=\"sign-in\"")
        .doesNotContain("id=\"waiting\"");
    visitor.signedIn(login, People.PASSWORD);
    assertThat(visitor.get("/index.xhtml").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "ACC-10 two hundred arrive; each comes in exactly once, in the order of arrival, and signs in")
  void twoHundredComeInByTheirOrder() throws Exception {
    String login = new People(server).holding("SPE");
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      steering.everybodyWaits(1200, 120);
      List<Answer> people = storm.arrive(200, Duration.ofSeconds(2));
      assertThat(people).allMatch(one -> one.status() == 200 && one.waits() && !one.session());
      assertThat(people).extracting(Answer::place).doesNotHaveDuplicates();
      assertThat(ArrivalStorm.jumps(people)).isEmpty();
      assertThat(steering.waiting()).isPositive();

      List<Answer> latestFirst =
          people.stream().sorted(Comparator.comparingLong(Answer::place).reversed()).toList();
      long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
      while (!isOpen(latestFirst.get(0).ticket())) {
        assertThat(System.nanoTime()).as("the last one still waits").isLessThan(end);
        // from the last place to the first: behind one whose turn has come nobody may still wait
        List<Boolean> open = latestFirst.stream().map(one -> isOpen(one.ticket())).toList();
        int first = open.indexOf(true);
        assertThat(first < 0 || !open.subList(first, open.size()).contains(false)).isTrue();
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      List<Callable<Integer>> work = new ArrayList<>();
      people.forEach(one -> work.add(() -> signIn(one.ticket(), login).statusCode()));
      assertThat(together(work)).hasSize(200).containsOnly(302);
    }
  }

  @Test
  @DisplayName("ACC-10 a forged ticket is refused and gets a place at the end")
  void aForgedTicketIsRefused() throws Exception {
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      steering.everybodyWaits(1, 120);
      List<Answer> people = storm.arrive(30, Duration.ofSeconds(1));
      String own = people.get(29).ticket();
      String seal = own.substring(own.indexOf('.'));
      String text = "1 " + System.currentTimeMillis() + " q registrar";
      String forged =
          Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(text.getBytes(StandardCharsets.UTF_8))
              + seal;
      assertThat(get("/waiting", forged).statusCode()).isEqualTo(403);
      Visitor forger = new Visitor(server.url());
      forger.keeps(TICKET, forged);
      assertThat(forger.get(PAGE).body()).contains("id=\"waiting\"");
      assertThat(ArrivalStorm.place(forger.cookie(TICKET)))
          .isGreaterThan(people.stream().mapToLong(Answer::place).max().orElseThrow());
    }
  }

  @Test
  @DisplayName("ACC-10 a ticket that was used lets nobody else in, whoever shows a copy of it")
  void aCopiedTicketIsRefused() throws Exception {
    People people = new People(server);
    String owner = people.holding("SPE");
    String friend = people.holding("SPE");
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      steering.everybodyWaits(600, 120);
      String ticket = storm.arrive(1, Duration.ofMillis(1)).get(0).ticket();
      awaitTurn(ticket);
      assertThat(signIn(ticket, owner).statusCode()).isEqualTo(302);

      assertThat(isOpen(ticket)).as("the same turn once more").isFalse();
      awaitTurn(ticket);
      Visitor copier = new Visitor(server.url());
      copier.keeps(TICKET, ticket);
      HttpResponse<String> refused = signInOn(copier, friend);
      assertThat(refused.statusCode()).isEqualTo(302);
      assertThat(refused.headers().firstValue("Location").orElse("")).contains(PAGE);
      assertThat(copier.get("/index.xhtml").statusCode()).isEqualTo(302);
      copier.get(PAGE);
      assertThat(ArrivalStorm.place(copier.cookie(TICKET)))
          .isGreaterThan(ArrivalStorm.place(ticket));
    }
  }

  @Test
  @DisplayName("ACC-10 a wrong password costs a step back; the right one then signs in")
  void aWrongPasswordStepsBack() throws Exception {
    String login = new People(server).holding("SPE");
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      steering.everybodyWaits(600, 120);
      String ticket = storm.arrive(1, Duration.ofMillis(1)).get(0).ticket();
      awaitTurn(ticket);
      Visitor visitor = new Visitor(server.url());
      visitor.keeps(TICKET, ticket);
      String page = visitor.get(PAGE).body();
      HttpResponse<String> wrong = visitor.signInOn(page, login, "wrong", "/index.xhtml");
      assertThat(wrong.body()).contains("ui-messages-error");
      assertThat(visitor.get(PAGE).body()).contains("id=\"waiting\"");
      assertThat(visitor.cookie(TICKET)).as("the same ticket").isEqualTo(ticket);
      awaitTurn(ticket);
      assertThat(signInOn(visitor, login).headers().firstValue("Location").orElse(""))
          .endsWith("/index.xhtml");
    }
  }

  @Test
  @DisplayName("ACC-10 programs are told to wait, keep their place and come in by it")
  void programsWaitToo() throws Exception {
    String portal = new People(server).holding("SUBSYSTEM");
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      steering.everybodyWaits(60, 120);
      storm.arrive(6, Duration.ofMillis(1));
      HttpResponse<String> first = token(portal, null);
      assertThat(first.statusCode()).isEqualTo(503);
      Map<?, ?> told = Json.read(first.body(), Map.class);
      String ticket = first.headers().firstValue("Registrar-Ticket").orElseThrow();
      assertThat(told.get("ticket")).isEqualTo(ticket);
      assertThat(first.headers().firstValue("Retry-After"))
          .contains(String.valueOf(told.get("retryAfter")));
      assertThat(token(portal, null).headers().firstValue("Registrar-Ticket"))
          .as("known again by account and address")
          .contains(ticket);
      HttpResponse<String> again = token(portal, ticket);
      for (int i = 0; i < 10 && again.statusCode() == 503; i++) {
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        again = token(portal, ticket);
      }
      assertThat(again.statusCode()).isEqualTo(200);
      storm.arrive(6, Duration.ofMillis(1));
      assertThat(token(portal, null).statusCode()).as("known by now").isEqualTo(200);
    }
  }

  @Test
  @DisplayName("ACC-10 administrators steer it, the office's heads see it, nobody else does")
  void whoSteers() throws SQLException {
    People people = new People(server);
    Visitor deputy = new Visitor(server.url()).signedIn(people.holding("DEP"), People.PASSWORD);
    assertThat(deputy.get(Steering.PAGE).body()).contains("id=\"length\"").doesNotContain("f:cap");
    Visitor dean = new Visitor(server.url()).signedIn(people.holding("DEAN"), People.PASSWORD);
    assertThat(dean.get(Steering.PAGE).statusCode()).isEqualTo(403);
    try (Steering steering = new Steering(server)) {
      HttpResponse<String> refused = steering.steer("AUTO", "0", "101", "60", "5", "15");
      assertThat(refused.statusCode()).isEqualTo(200);
      assertThat(refused.body().split("class=\"field bad\"")).hasSize(3);
    }
  }

  @Test
  @DisplayName("whoever has not signed in gets no session before the sign-in page itself")
  void noSessionBeforeTheSignInPage() {
    for (String path : List.of("/", "/index.xhtml", "/office/search.xhtml")) {
      HttpResponse<String> answer = get(path, null);
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).contains(PAGE + "?wanted=");
      assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
    }
  }

  @Test
  @DisplayName("ACC-7 no other door checks passwords: the server's own form has no address")
  void noOtherDoor() {
    for (String path : List.of("/j_security_check", "/office/j_security_check")) {
      HttpResponse<String> answer =
          new Visitor(server.url())
              .postRaw(path, Map.of("j_username", "director", "j_password", "director-Demo1"));
      assertThat(answer.statusCode()).isEqualTo(404);
    }
  }

  private HttpResponse<String> signIn(String ticket, String login) {
    Visitor visitor = new Visitor(server.url());
    visitor.keeps(TICKET, ticket);
    return signInOn(visitor, login);
  }

  private static HttpResponse<String> signInOn(Visitor visitor, String login) {
    return visitor.signInOn(visitor.get(PAGE).body(), login, People.PASSWORD, "/index.xhtml");
  }

  private void awaitTurn(String ticket) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!isOpen(ticket)) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private boolean isOpen(String ticket) {
    HttpResponse<String> answer = get("/waiting", ticket);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().contains("\"open\":true");
  }

  private HttpResponse<String> get(String path, String ticket) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    if (ticket != null) {
      request.header("Cookie", TICKET + "=" + ticket);
    }
    return client.sendAsync(request.build(), BodyHandlers.ofString()).join();
  }

  private HttpResponse<String> token(String login, String ticket) {
    String pair =
        Base64.getEncoder()
            .encodeToString((login + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/token"))
            .header("Authorization", "Basic " + pair)
            .POST(HttpRequest.BodyPublishers.noBody());
    if (ticket != null) {
      request.header("Registrar-Ticket", ticket);
    }
    return client.sendAsync(request.build(), BodyHandlers.ofString()).join();
  }

  private static <T> List<T> together(List<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(work)) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
