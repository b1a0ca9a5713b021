package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs send by mistake or by malice: each gets a plain answer, and nothing is stored. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireCorpusIT {

  /** Traces of the inside that no answer may show. */
  private static final String LEAKS =
      "(?s).*(kz\\.miras|java\\.|jakarta\\.|org\\.|Exception|\\bat [a-z]+\\.|SELECT |root:).*";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private TestServer server;
  private SoapClient partner;

  @BeforeAll
  void start(TestServer running) {
    server = running;
    partner = new SoapClient(server.url(), "partner", "partner-Demo1");
  }

  private String stored() throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT CONCAT_WS('/', (SELECT COUNT(*) FROM document_request), (SELECT COUNT(*)"
                    + " FROM received_message), (SELECT COUNT(*) FROM issued_document), (SELECT"
                    + " COUNT(*) FROM achievement), (SELECT COUNT(*) FROM student))")) {
      row.next();
      return row.getString(1);
    }
  }

  Stream<Arguments> badMessages() {
    String good =
        partner.envelope(
            SoapClient.SOAP11,
            "transcript",
            "getTranscriptStatus",
            partner.header(UUID.randomUUID()) + "<receiptNumber>TQ-2026/00001</receiptNumber>",
            partner.security());
    String laughs =
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    return Stream.of(
        Arguments.of("no XML at all", "{\"a\":1}", "text/xml"),
        Arguments.of("nothing", "", "text/xml"),
        Arguments.of("half a message", good.substring(0, good.length() / 2), "text/xml"),
        Arguments.of(
            "a document type",
            "<!DOCTYPE s SYSTEM \"http://127.0.0.1:1/x.dtd\">" + good,
            "text/xml"),
        Arguments.of(
            "an external entity",
            "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + good.replace("TQ-2026/00001", "&x;"),
            "text/xml"),
        Arguments.of("laughs", laughs + good.replace("TQ-2026/00001", "&c;"), "text/xml"),
        Arguments.of(
            "a receipt that is none", good.replace("TQ-2026/00001", "' OR 1=1 --"), "text/xml"),
        Arguments.of(
            "an element too many",
            good.replace("</receiptNumber>", "</receiptNumber><more/>"),
            "text/xml"),
        Arguments.of(
            "an unknown operation",
            good.replace("getTranscriptStatus", "dropEverything"),
            "text/xml"),
        Arguments.of(
            "a header nobody understands",
            good.replace(
                "<s:Header>", "<s:Header><q:Q xmlns:q=\"urn:q\" s:mustUnderstand=\"1\">1</q:Q>"),
            "text/xml"),
        Arguments.of("JSON said to be JSON", good, "application/json"),
        Arguments.of("another version than said", good, "application/soap+xml"),
        Arguments.of("depth", good.replace("TQ-2026/00001", "<d>".repeat(20_000)), "text/xml"),
        Arguments.of(
            "attributes without end",
            good.replace("<receiptNumber>", "<receiptNumber " + attributes() + ">"),
            "text/xml"),
        Arguments.of("bulk", good.replace("TQ-2026/00001", "9".repeat(2_000_000)), "text/xml"),
        Arguments.of("no characters of its encoding", good + "\u0000\uFFFE", "text/xml"));
  }

  private static String attributes() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      many.append(" a").append(i).append("=\"1\"");
    }
    return many.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badMessages")
  @DisplayName("a broken SOAP message is answered by a fault in words and stores nothing")
  void brokenMessages(String what, String body, String type) throws SQLException {
    String before = stored();
    HttpResponse<String> answer =
        partner.send("transcript", type, body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(what).isBetween(400, 500);
    assertThat(SoapClient.text(answer.body(), "code")).as(answer.body()).isPresent();
    assertThat(SoapClient.text(answer.body(), "category").orElse("")).isNotEqualTo("INTERNAL");
    assertThat(SoapClient.text(answer.body(), "messageKk").orElse("")).isNotBlank();
    assertThat(SoapClient.text(answer.body(), "messageRu").orElse("")).isNotBlank();
    assertThat(SoapClient.text(answer.body(), "messageEn").orElse("")).isNotBlank();
    assertThat(plain(answer.body())).doesNotMatch(LEAKS);
    assertThat(stored()).isEqualTo(before);
  }

  /** Without the names of the standards' own namespaces. */
  private static String plain(String body) {
    return body.replaceAll("http://[^\"<]*", "");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, /students/nobody, 404",
    "GET, /students/%27%20OR%201%3D1, 404",
    "GET, /students/%00, 400",
    "GET, /students/..%2F..%2Fweb.xml, 404",
    "GET, /students/2500006/results?limit=many, 400",
    "GET, /nowhere, 404",
    "DELETE, /students/2500006, 405",
    "PUT, /students/2500006, 405",
    "PATCH, /students/2500006/results, 405",
    "POST, /students, 404"
  })
  @DisplayName("a wrong REST call is answered by a problem in words and stores nothing")
  void wrongCalls(String method, String path, int status) throws Exception {
    String before = stored();
    HttpResponse<String> answer =
        call(method, "/api/v1" + path, basic("lms", "lms-Demo1"), "application/json", "{}");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    if (status != 400 && status != 404) {
      assertThat(answer.statusCode()).isEqualTo(status);
    }
    assertThat(plain(answer.body())).doesNotMatch(LEAKS);
    if (!path.contains("%00") && !path.contains("%2F")) {
      // those two the server itself refuses before the application sees them
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
    assertThat(stored()).isEqualTo(before);
  }

  Stream<Arguments> badCredentials() {
    String none = part("{\"alg\":\"none\"}");
    String claims =
        part(
            "{\"iss\":\"registrar\",\"aud\":\"registrar-api\",\"sub\":\"lms\",\"exp\":4102444800}");
    String past =
        part("{\"iss\":\"registrar\",\"aud\":\"registrar-api\",\"sub\":\"lms\",\"exp\":1}");
    String rs256 = part("{\"alg\":\"RS256\"}");
    return Stream.of(
        Arguments.of("none", null),
        Arguments.of("a wrong password", basic("lms", "guess")),
        Arguments.of("an endless password", basic("nobody-here", "x".repeat(2000))),
        Arguments.of("half of basic", "Basic bG1z"),
        Arguments.of("no base64", "Basic %%%"),
        Arguments.of("rubbish", "Bearer rubbish"),
        Arguments.of("a token without signature", "Bearer " + none + "." + claims + "."),
        Arguments.of(
            "a token somebody else signed",
            "Bearer " + rs256 + "." + claims + "." + part("x".repeat(256))),
        Arguments.of("an old token", "Bearer " + rs256 + "." + past + "." + part("x".repeat(256))),
        Arguments.of("an unknown scheme", "Negotiate abc"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badCredentials")
  @DisplayName("credentials that are none open nothing")
  void badCredentialsOpenNothing(String what, String credentials) throws Exception {
    HttpResponse<String> answer =
        call("GET", "/api/v1/students/2500006", credentials, "application/json", null);
    assertThat(answer.statusCode()).as(what).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(plain(answer.body())).doesNotMatch(LEAKS).doesNotContain("2500006");
  }

  @Test
  @DisplayName("a huge body is refused before it is read")
  void hugeBody() throws Exception {
    HttpResponse<String> answer =
        call(
            "POST",
            "/api/v1/token",
            basic("lms", "lms-Demo1"),
            "application/x-www-form-urlencoded",
            "grant_type=" + "x".repeat(3_000_000));
    assertThat(answer.statusCode()).isBetween(400, 413);
    assertThat(plain(answer.body())).doesNotMatch(LEAKS);
  }

  @ParameterizedTest
  @CsvSource({"0, true, 500", "0, false, 500", "1, true, 413", "1, false, 413"})
  @DisplayName("a message of the gateway has 8 MiB at most, whether it tells its length or not")
  void gatewayMessage(int more, boolean told, int status) throws Exception {
    String frame = "<a></a>";
    byte[] body =
        frame
            .replace("><", ">" + "x".repeat((8 << 20) - frame.length() + more) + "<")
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/api/gateway/async"))
                .header("Content-Type", "text/xml")
                .POST(
                    told
                        ? HttpRequest.BodyPublishers.ofByteArray(body)
                        : HttpRequest.BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(body)))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    // what is small enough is judged: it is no message of the gateway, or there is none
    assertThat(answer.body().contains("Fault")).isEqualTo(status == 500);
    assertThat(plain(answer.body())).doesNotMatch(LEAKS);
  }

  private HttpResponse<String> call(
      String method, String path, String credentials, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Accept-Language", "kk")
            .method(
                method,
                body == null || method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null && !method.equals("GET")) {
      request.header("Content-Type", type);
    }
    if (credentials != null) {
      request.header("Authorization", credentials);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String basic(String login, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
