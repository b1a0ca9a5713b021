package kz.miras.registrar.morning;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import kz.miras.registrar.bench.ArrivalStorm;
import kz.miras.registrar.bench.ArrivalStorm.Answer;

/** Some people before the sign-in page of servers that may end and start again. */
final class PeopleWaiting {

  private final HttpClient client = HttpClient.newHttpClient();
  private List<String> tickets = List.of();

  /** From now on everybody waits, and so many a minute come in; true on every node in seconds. */
  static void everybody(Connection database, String mode, int perMinute) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "REPLACE INTO university_setting (code, valid_from, value) VALUES"
              + " ('waiting-room.mode', '2024-03-01', '"
              + mode
              + "'), ('waiting-room.cap-per-minute', '2024-03-01', '"
              + perMinute
              + "')");
    }
    LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
  }

  /** So many come, each when the one before has a ticket; their tickets. */
  List<String> arrive(String url, int people) {
    try (ArrivalStorm storm = new ArrivalStorm(url)) {
      tickets =
          Stream.generate(() -> storm.arrive(1, Duration.ZERO).get(0))
              .limit(people)
              .map(Answer::ticket)
              .toList();
      return tickets;
    }
  }

  /** What the place of a ticket is said to be there. */
  HttpResponse<String> ask(String url, String ticket) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + "/waiting"))
            .header("Cookie", "registrar-place=" + ticket)
            .header("Accept-Language", "en")
            .build(),
        BodyHandlers.ofString());
  }

  /** Places of the tickets as a server tells them. */
  List<Long> places(String url) throws Exception {
    List<Long> places = new ArrayList<>();
    for (String ticket : tickets) {
      String told = ask(url, ticket).body().replaceAll("(?s).*\"place\":\"([^\"]*)\".*", "$1");
      places.add(Long.parseLong(told.replaceAll("\\D", "")));
    }
    return places;
  }
}
