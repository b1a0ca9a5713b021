package kz.miras.registrar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.function.Supplier;

/** What a learning system reads with a token. */
final class ProgramCalls {

  /** Events of a page. */
  static final int PAGE = 100;

  private static final int EVENTS = 500;
  private static final String SECRET = "lms:lms-Demo1";

  private final String url;
  private final String token;
  private final String student;

  ProgramCalls(HttpClient client, String url, Connection database)
      throws IOException, InterruptedException, SQLException {
    this.url = url;
    this.token = token(client);
    this.student = student(database);
    fill(database);
  }

  /** Number of the student with the most results. */
  String student() {
    return student;
  }

  /** The transcript of the student with the most results. */
  Supplier<HttpRequest> transcript() {
    return () -> get("/api/v1/students/" + student + "/transcript");
  }

  /** The first hundred events there are. */
  Supplier<HttpRequest> events() {
    return () -> get("/api/v1/events?limit=" + PAGE);
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token)
        .build();
  }

  private String token(HttpClient client) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url + "/api/v1/token"))
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("no token: " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
  }

  private static String student(Connection database) throws SQLException {
    try (PreparedStatement statement =
            database.prepareStatement(
                "SELECT s.student_no FROM student s JOIN achievement a ON a.student_id = s.id GROUP"
                    + " BY s.id ORDER BY COUNT(*) DESC, s.id LIMIT 1");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  /** Events as a morning leaves them, behind those that are there. */
  private static void fill(Connection database) throws SQLException {
    try (PreparedStatement event =
            database.prepareStatement(
                "INSERT INTO api_event (id, uuid, type, at, student_id, place) SELECT NEXT VALUE FOR"
                    + " api_event_seq, UUID(), 'STUDENT_STATUS_CHANGED', UTC_TIMESTAMP(6), (SELECT"
                    + " MIN(id) FROM student), place + 1 FROM api_event_feed");
        PreparedStatement feed =
            database.prepareStatement("UPDATE api_event_feed SET place = place + 1")) {
      for (int i = 0; i < EVENTS; i++) {
        event.executeUpdate();
        feed.executeUpdate();
      }
    }
  }
}
