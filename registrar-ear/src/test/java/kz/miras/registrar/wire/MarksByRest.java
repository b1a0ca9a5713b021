package kz.miras.registrar.wire;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.People;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks sent to a sheet or a journal; each answer is held against the description. */
@ExtendWith(ServerExtension.class)
abstract class MarksByRest {

  TestServer server;
  OpenApiContract contract;
  String login;
  RestClient caller;

  @BeforeEach
  void reach(TestServer running) {
    server = running;
    contract = OpenApiContract.of(server.url());
  }

  /** Where it is read; its marks are below. */
  abstract String address();

  /** Number of the student at a place. */
  abstract String student(int place);

  /** From now on this account calls. */
  void call(String account) {
    login = account;
    caller = RestClient.basic(server.url(), account, People.PASSWORD);
  }

  HttpResponse<String> send(String key, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (key != null) {
      all.addAll(List.of("Idempotency-Key", key));
    }
    return caller.send("PUT", address() + "/marks", body, all.toArray(new String[0]));
  }

  Map<String, Object> right(int status, String method, String path, HttpResponse<String> answer) {
    return contract.right(status, method, path, answer);
  }

  String mark(int place, String column, String value) {
    return "{\"studentNo\":\"%s\",\"column\":\"%s\",\"value\":\"%s\"}"
        .formatted(student(place), column, value);
  }

  static String marks(String... marks) {
    return "{\"marks\":[" + String.join(",", marks) + "]}";
  }

  /** What became of each mark: the outcome and the code of the reason. */
  static List<String> outcomes(Map<String, Object> answer) {
    return list(answer, "marks").stream()
        .map(
            one ->
                one.get("outcome")
                    + " "
                    + (one.get("reason") instanceof Map<?, ?> reason ? reason.get("code") : ""))
        .toList();
  }

  static List<Map<String, Object>> list(Map<String, Object> body, String field) {
    return RestClient.list(body, field);
  }

  static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  static String key() {
    return RestClient.key();
  }
}
