package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.miras.registrar.access.People;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.service.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of programs: how they are got, what they open and when they end. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenIT {

  private static final String STUDENT = "/students/2500006";

  private TestServer server;
  private RestClient lms;
  private PrivateKey key;

  @BeforeAll
  void start(TestServer running) throws GeneralSecurityException {
    server = running;
    lms = RestClient.basic(server.url(), "lms", "lms-Demo1");
    byte[] pkcs8 = Base64.getDecoder().decode(server.secret("REGISTRAR_TOKEN_PRIVATE_KEY"));
    key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      value = {"no body|", "an empty form|''", "a form|grant_type=client_credentials&scope=all"},
      delimiter = '|')
  @DisplayName("a password is changed into a token of ten minutes, with a form or without a body")
  void tokenForPassword(String what, String form) {
    HttpResponse<String> answer = lms.post("/token", form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    Map<String, Object> token = RestClient.json(answer);
    assertThat(token).containsEntry("token_type", "Bearer").containsEntry("expires_in", 600);
    assertThat(status(String.valueOf(token.get("access_token")))).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"grant_type=password", "grant_type=", "grant_type=client_credentials&grant_type=x"})
  @DisplayName(
      "another way to a token is refused by name, and one that cannot be read as unreadable")
  void otherGrants(String form) {
    HttpResponse<String> answer = lms.post("/token", form);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(String.valueOf(RestClient.json(answer).get("detail"))).contains("grant_type");
    assertThat(lms.post("/token", form + "%ZZ").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("a token does not prolong itself")
  void noTokenForToken() {
    HttpResponse<String> answer = RestClient.bearer(server.url(), lms.token()).post("/token", null);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("password-needed");
  }

  Stream<Arguments> badTokens() throws GeneralSecurityException {
    PrivateKey other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] known = server.secret("REGISTRAR_TOKEN_PUBLIC_KEY").getBytes(StandardCharsets.UTF_8);
    mac.init(new SecretKeySpec(known, "HmacSHA256"));
    String confused = part(Map.of("alg", "HS256")) + "." + part(claims(Map.of()));
    String confusedSign = encode(mac.doFinal(confused.getBytes(StandardCharsets.US_ASCII)));
    String good = signed(key, "RS256", claims(Map.of()));
    return Stream.of(
        Arguments.of("expired", token(Map.of("exp", now() - 30, "iat", now() - 630))),
        Arguments.of("not valid yet", token(Map.of("nbf", now() + 600))),
        Arguments.of("for another audience", token(Map.of("aud", "another"))),
        Arguments.of("for no audience", token(Map.of("aud", ""))),
        Arguments.of("of another issuer", token(Map.of("iss", "another"))),
        Arguments.of("of nobody", token(Map.of("sub", "nobody-here"))),
        Arguments.of("of a person", token(Map.of("sub", "director"))),
        Arguments.of("signed by another key", signed(other, "RS256", claims(Map.of()))),
        Arguments.of("signed by the public key", confused + "." + confusedSign),
        Arguments.of(
            "not signed", part(Map.of("alg", "none")) + "." + part(claims(Map.of())) + "."),
        Arguments.of(
            "with claims exchanged",
            good.split("\\.")[0]
                + "."
                + part(claims(Map.of("jti", "x")))
                + "."
                + good.split("\\.")[2]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  @DisplayName("a token that is not ours, not for us or not of now opens nothing")
  void badTokensOpenNothing(String what, String token) throws GeneralSecurityException {
    assertThat(status(token(Map.of()))).as("the same token without that fault").isEqualTo(200);
    HttpResponse<String> answer = RestClient.bearer(server.url(), token).get(STUDENT);
    assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .anyMatch(c -> c.startsWith("Bearer"));
    assertThat(answer.body()).contains("/problems/token").doesNotContain("2500006");
  }

  @Test
  @DisplayName("ACC-2 a token ends with the account, and with the last grant that lets it call")
  void tokenEndsWithTheAccount() throws SQLException {
    People people = new People(server);
    for (String end :
        List.of(
            "UPDATE account SET valid_to = ? WHERE login = ?",
            "UPDATE role_grant SET valid_to = ? WHERE account_id = (SELECT id FROM account WHERE"
                + " login = ?)")) {
      String login = people.holding("SUBSYSTEM");
      String token = RestClient.basic(server.url(), login, People.PASSWORD).token();
      assertThat(status(token)).isEqualTo(200);
      people.change(end, LocalDate.now().minusDays(2), login);
      assertThat(status(token)).as(end).isEqualTo(401);
    }
  }

  @Test
  @DisplayName("ACC-1 what a token says of rights does not count: they are asked anew")
  void rightsAreAskedAnew() throws SQLException {
    People people = new People(server);
    String login = people.holding("SUBSYSTEM");
    String token = RestClient.basic(server.url(), login, People.PASSWORD).token();
    assertThat(status(token)).isEqualTo(200);
    people.change(
        "INSERT INTO personal_right (id, account_id, permission, scopes, valid_from, basis) SELECT"
            + " NEXT VALUE FOR account_seq, id, 'student.read', '', '2020-01-01', 'order 1' FROM"
            + " account WHERE login = ?",
        login);
    assertThat(status(token)).isEqualTo(403);
  }

  private int status(String token) {
    return RestClient.bearer(server.url(), token).get(STUDENT).statusCode();
  }

  private String token(Map<String, Object> other) throws GeneralSecurityException {
    return signed(key, "RS256", claims(other));
  }

  /** The claims of a token of now; an empty value takes a claim away. */
  private static Map<String, Object> claims(Map<String, Object> other) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "registrar");
    claims.put("aud", "registrar-api");
    claims.put("sub", "lms");
    claims.put("iat", now());
    claims.put("exp", now() + Duration.ofMinutes(10).toSeconds());
    claims.put("permissions", List.of("api.use", "student.read", "student.read-identity"));
    claims.putAll(other);
    claims.values().removeIf(""::equals);
    return claims;
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static String signed(PrivateKey by, String algorithm, Map<String, Object> claims)
      throws GeneralSecurityException {
    String content = part(Map.of("alg", algorithm)) + "." + part(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(by);
    signature.update(content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + encode(signature.sign());
  }

  private static String part(Map<String, ?> json) {
    return encode(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
