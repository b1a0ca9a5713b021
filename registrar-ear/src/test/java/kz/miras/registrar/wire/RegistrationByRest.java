package kz.miras.registrar.wire;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.wire.RestTerm.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A term that registers by REST; each answer is held against the description of the services. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegistrationByRest {

  static final String PLAN = "/students/{id}/plan";
  static final String CHECK = "/students/{id}/plan/check";
  static final String SUBMIT = "/students/{id}/registrations";
  static final String DROP = "/students/{id}/registrations/{enrolment}";
  static final String WAITING = "/students/{id}/waiting-list";
  static final String OFFERINGS = "/terms/{term}/offerings";
  static final String ROSTER = "/terms/{term}/roster-changes";

  TestServer server;
  OpenApiContract contract;
  RestTerm term;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    contract = OpenApiContract.of(server.url());
    term = RestTerm.of(server);
  }

  @AfterAll
  void end() throws SQLException {
    term.end();
  }

  /** The body of an answer that has this status and is as described. */
  Map<String, Object> right(int status, String method, String path, HttpResponse<String> answer) {
    return contract.right(status, method, path, answer);
  }

  String in(String query) {
    return "?term=" + term.code() + query;
  }

  static List<Map<String, Object>> list(Map<String, Object> body, String field) {
    return RestClient.list(body, field);
  }

  Map<String, Object> submit(Caller who, String key, String body) {
    return answered(200, who, key, body);
  }

  /** A submission nothing of which is taken. */
  Map<String, Object> refused(Caller who, String key, String body) {
    return answered(422, who, key, body);
  }

  private Map<String, Object> answered(int status, Caller who, String key, String body) {
    return right(
        status,
        "post",
        SUBMIT,
        who.rest().send("POST", "/students/me/registrations", body, "Idempotency-Key", key));
  }

  static String key() {
    return RestClient.key();
  }

  static String enrolment(Map<String, Object> answer) {
    return String.valueOf(list(answer, "lines").get(0).get("enrolment"));
  }
}
