package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.transcript.PrintedFacts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents as anybody and as programs check them by REST. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyRestIT {

  private TestServer server;
  private OpenApiContract contract;
  private PrintedFacts document;
  private RestClient partner;

  @BeforeAll
  void start(TestServer running) throws Exception {
    server = running;
    contract = OpenApiContract.of(server.url());
    document = PrintedFacts.valid(server);
    partner = RestClient.basic(server.url(), "partner", "partner-Demo1");
  }

  @Test
  @DisplayName("DOC-3 anybody checks one document without an account, by each of four ways")
  void anybody() throws Exception {
    for (String query :
        List.of(
            "code=" + document.code(),
            "number="
                + URLEncoder.encode(document.number(), StandardCharsets.UTF_8)
                + "&date="
                + document.date())) {
      Map<String, Object> body = contract.right(200, "get", "/verify", get(query));
      assertThat(body).containsEntry("verdict", "VALID").containsEntry("number", document.number());
      assertThat(body).containsEntry("contentsMatch", false);
      assertThat(String.valueOf(body.get("holder"))).contains("*");
    }
    for (String json :
        List.of("{\"sha256\":\"" + hex() + "\"}", "{\"facts\":\"" + document.token() + "\"}")) {
      Map<String, Object> body = contract.right(200, "post", "/verify", post(json));
      assertThat(body).containsEntry("verdict", "VALID").containsEntry("contentsMatch", true);
    }
    assertThat(contract.right(200, "get", "/verify", get("number=TR-1/1&date=2001-01-01")))
        .containsEntry("verdict", "UNKNOWN")
        .containsEntry("number", null);
  }

  @Test
  @DisplayName("DOC-3 a question that makes no sense is told so")
  void nonsense() throws Exception {
    for (String query :
        List.of("", "code=A&number=B&date=2026-01-01", "number=B", "number=B&date=yesterday")) {
      contract.right(400, "get", "/verify", get(query));
    }
    contract.right(400, "post", "/verify", post("{\"sha256\":\"zz\"}"));
    contract.right(422, "post", "/verify", post("{\"colour\":\"red\"}"));
    contract.right(400, "post", "/verify", post("{\"code\":"));
  }

  @Test
  @DisplayName("DOC-3 a program that may checks up to a hundred documents at once")
  void batch() throws Exception {
    String good = "{\"code\":\"" + document.code() + "\"}";
    String wrongName =
        "{\"number\":\""
            + document.number()
            + "\",\"date\":\""
            + document.date()
            + "\",\"fullName\":\"Somebody Else\"}";
    HttpResponse<String> answer =
        partner.send(
            "POST",
            "/verify/batch",
            "{\"queries\":["
                + good
                + ",{\"sha256\":\""
                + hex()
                + "\"},{\"code\":\"AAAA-BBBB-CCCC-DDDD\"},"
                + wrongName
                + "]}");
    List<?> results = (List<?>) contract.right(200, "post", "/verify/batch", answer).get("results");
    assertThat(results.stream().map(one -> ((Map<?, ?>) one).get("verdict")).toList())
        .isEqualTo(List.of("VALID", "VALID", "UNKNOWN", "UNKNOWN"));
    String many = IntStream.range(0, 101).mapToObj(i -> good).collect(Collectors.joining(","));
    contract.right(
        400,
        "post",
        "/verify/batch",
        partner.send("POST", "/verify/batch", "{\"queries\":[" + many + "]}"));
    contract.right(
        200,
        "post",
        "/verify/batch",
        partner.send(
            "POST", "/verify/batch", "{\"queries\":[" + many.substring(good.length() + 1) + "]}"));
    HttpResponse<String> nobody =
        HttpClient.newHttpClient()
            .send(
                request("/verify/batch")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"queries\":[" + good + "]}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    contract.right(401, "post", "/verify/batch", nobody);
  }

  private String hex() {
    return HexFormat.of().formatHex(Checksum.sha256(document.pdf()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path));
  }

  private HttpResponse<String> get(String query) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request("/verify" + (query.isEmpty() ? "" : "?" + query)).GET().build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String json) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request("/verify")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
