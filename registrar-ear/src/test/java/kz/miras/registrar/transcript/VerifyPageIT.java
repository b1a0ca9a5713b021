package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public page of verification as strangers ask it, without a browser. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyPageIT {

  private static final Pattern VERDICT = Pattern.compile("data-verdict=\"([A-Z]+)\"");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private TestServer server;
  private Visitor stranger;
  private PrintedFacts document;

  @BeforeAll
  void start(TestServer running) throws Exception {
    server = running;
    stranger = new Visitor(server.url());
    stranger.speaks("en");
    document = PrintedFacts.valid(server);
  }

  private static String verdict(String page) {
    Matcher found = VERDICT.matcher(page);
    return found.find() ? found.group(1) : "";
  }

  private String byNumber(String number, String date) {
    return stranger
        .get(
            "/verify.xhtml?number="
                + URLEncoder.encode(number, StandardCharsets.UTF_8)
                + "&date="
                + date)
        .body();
  }

  @Test
  @DisplayName(
      "DOC-3 number and date together tell kind, date, a masked name and the state, no more")
  void numberAndDate() throws Exception {
    String page = byNumber(document.number(), document.date());
    assertThat(verdict(page)).isEqualTo("VALID");
    assertThat(page).contains(document.number()).doesNotContain("id=\"match\"");
    String name =
        server.text(
            "SELECT s.last_name FROM issued_document d JOIN student s ON s.id = d.student_id WHERE"
                + " d.number = '"
                + document.number()
                + "'");
    assertThat(page).doesNotContain(name).contains(name.charAt(0) + "*");
  }

  @Test
  @DisplayName("DOC-22 an unknown number and a wrong date get the same answer")
  void nothingToEnumerate() {
    String wrongDate = byNumber(document.number(), "2001-01-01");
    String unknown = byNumber("TR-2026/99999", "2001-01-01");
    assertThat(verdict(wrongDate)).isEqualTo("UNKNOWN");
    assertThat(told(wrongDate)).isEqualTo(told(unknown)).isNotEmpty();
    assertThat(verdict(byNumber(document.number(), "yesterday"))).isEqualTo("UNKNOWN");
  }

  private static String told(String page) {
    int from = page.indexOf("data-verdict=");
    return page.substring(from, page.indexOf("<section", from));
  }

  @Test
  @DisplayName("DOC-3 what was annulled is told annulled")
  void annulled() throws Exception {
    PrintedFacts annulled = PrintedFacts.of(server, "d.status = 'ANNULLED' LIMIT 1");
    assertThat(verdict(byNumber(annulled.number(), annulled.date()))).isEqualTo("ANNULLED");
    assertThat(verdict(shown(annulled.pdf()))).isEqualTo("ANNULLED");
  }

  @Test
  @DisplayName("DOC-23 the file as it was issued is known, a changed or longer one is told altered")
  void file() throws Exception {
    String same = shown(document.pdf());
    assertThat(verdict(same)).isEqualTo("VALID");
    assertThat(same).contains(document.number(), "Its contents are those that were issued.");
    assertThat(verdict(shown(document.changed()))).isEqualTo("ALTERED");
    assertThat(verdict(shown(Arrays.copyOf(document.pdf(), document.pdf().length + 9))))
        .isEqualTo("ALTERED");
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM issued_document WHERE pdf_sha256 IS NOT NULL AND"
                    + " UNHEX(SHA2(pdf, 256)) <> pdf_sha256"))
        .isEqualTo("0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing, , empty",
    "a picture, GIF89a, not a PDF",
    "a locked file, %PDF-1.7 trailer << /Encrypt 5 0 R >>, locked by a password"
  })
  @DisplayName("DOC-23 what is no document is refused with what to do")
  void noDocuments(String name, String content, String words) throws Exception {
    byte[] bytes = content == null ? new byte[0] : content.getBytes(StandardCharsets.US_ASCII);
    String page = shown(bytes);
    assertThat(verdict(page)).isEqualTo("REFUSED");
    assertThat(page).contains(words);
  }

  @Test
  @DisplayName("DOC-23 a bomb, a file of others and one too large break nothing and are not ours")
  void hostileFiles() throws Exception {
    String nested = "%PDF-1.7/ByteRange[0 36 60038 1]    " + "<" + "3080".repeat(15_000) + ">!";
    assertThat(verdict(shown(nested.getBytes(StandardCharsets.US_ASCII)))).isEqualTo("UNKNOWN");
    assertThat(shown("%PDF-1.4 of somebody else".getBytes(StandardCharsets.US_ASCII)))
        .contains("We have not issued this file");
    byte[] large = Arrays.copyOf(document.pdf(), 10 * 1024 * 1024 + 1);
    assertThat(verdict(shown(large))).isEqualTo("REFUSED");
    assertThat(verdict(shown(document.pdf()))).isEqualTo("VALID");
  }

  @Test
  @DisplayName("DOC-23 what only says it is a form with a file is refused, not failed upon")
  void brokenForms() throws Exception {
    assertThat(broken("/verify.xhtml", "GET", "").statusCode()).isEqualTo(400);
    assertThat(broken("/shared.xhtml", "GET", "").statusCode()).isEqualTo(400);
    for (String page : List.of("/verify.xhtml", "/verify/file")) {
      HttpResponse<String> answer = broken(page, "POST", "--of-the-test-7f3k\r\nContent-Disp");
      assertThat(answer.statusCode()).as(page).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .endsWith("/error/400.xhtml");
    }
  }

  private HttpResponse<String> broken(String page, String method, String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.url() + page))
            .header("Content-Type", "multipart/form-data; boundary=of-the-test-7f3k")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String shown(byte[] file) throws Exception {
    String boundary = "of-the-test-7f3k";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/verify/file"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Cookie", "registrar-language=en")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 302) {
      String page = answer.headers().firstValue("Location").orElseThrow();
      return stranger.get(page.substring(page.indexOf("/verify.xhtml"))).body();
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  @DisplayName("DOC-24 the facts of the code are those of the register; changed ones are told")
  void facts() throws Exception {
    assertThat(document.link().getPath()).isEqualTo("/verify/" + document.code());
    String[] parts = document.token().split("\\.");
    String facts = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    assertThat(facts).contains(document.number(), document.date());
    String iin =
        server.text(
            "SELECT s.iin FROM issued_document d JOIN student s ON s.id = d.student_id WHERE"
                + " d.number = '"
                + document.number()
                + "'");
    assertThat(facts).doesNotContain(String.valueOf(iin)).doesNotContainIgnoringCase("gpa");
    assertThat(asked(document.token())).contains("\"VALID\"", "\"contentsMatch\":true");
    String other =
        parts[0]
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    facts.replace(document.date(), "2001-01-01").getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[2];
    assertThat(asked(other)).contains("\"ALTERED\"", "\"contentsMatch\":false");
    assertThat(asked("nonsense")).contains("\"ALTERED\"");
    HttpResponse<String> keys = stranger.get("/verify/keys");
    assertThat(keys.statusCode()).isEqualTo(200);
    assertThat(keys.body()).contains("\"kid\"", "\"P-256\"", "\"from\"").doesNotContain("\"d\":");
    assertThat(keys.body())
        .as("names for the codes, so that a kept page tells them without a network")
        .contains("\"TRANSCRIPT\":{", "\"транскрипт\"", "\"transcript\"");
  }

  @Test
  @DisplayName("DOC-66 anybody gets the certificates of the signatures, told on the page")
  void certificates() throws Exception {
    assertThat(stranger.get("/verify.xhtml").body())
        .contains("/verify/certificates.pem", "/verify/certificates.p7b");
    HttpResponse<String> pem = stranger.get("/verify/certificates.pem");
    assertThat(pem.statusCode()).isEqualTo(200);
    assertThat(pem.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/x-pem-file");
    X509Certificate ours =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(
                        pem.body()
                            .substring(pem.body().indexOf("-----BEGIN"))
                            .getBytes(StandardCharsets.US_ASCII)));
    assertThat(pem.body())
        .as("the certificate the newest files are signed with is among them")
        .contains("SHA-256 " + HexFormat.of().formatHex(Checksum.sha256(ours.getEncoded())));
    HttpResponse<String> bundle = stranger.get("/verify/certificates.p7b");
    assertThat(bundle.statusCode()).isEqualTo(200);
    assertThat(bundle.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/x-pkcs7-certificates");
  }

  private String asked(String token) throws Exception {
    return CLIENT
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + "/verify/facts"))
                .POST(HttpRequest.BodyPublishers.ofString(token))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  @DisplayName("DOC-22 whoever guesses from one address waits, and is told how long; others do not")
  void guessingWaits() throws Exception {
    OtherAddress guesser = new OtherAddress(server.url(), "127.0.0.77");
    String page = "";
    int asked = 0;
    while (!"WAIT".equals(verdict(page)) && asked < 40) {
      page = guesser.get("/verify.xhtml?number=TR-2026/00001&date=2001-01-" + (10 + asked % 19));
      asked++;
    }
    assertThat(asked).isBetween(10, 20);
    assertThat(page).containsPattern("Try again in \\d{1,3} s");
    assertThat(verdict(guesser.get("/verify.xhtml?code=" + document.code()))).isEqualTo("WAIT");
    assertThat(guesser.get("/api/v1/verify?code=" + document.code()))
        .startsWith("HTTP/1.1 429")
        .containsIgnoringCase("Retry-After:");
    assertThat(verdict(guesser.get("/verify.xhtml"))).as("the page itself").isEmpty();
    OtherAddress other = new OtherAddress(server.url(), "127.0.0.78");
    assertThat(verdict(other.get("/verify.xhtml?code=" + document.code()))).isEqualTo("VALID");
  }
}
