package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.miras.registrar.access.Visitor;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that are forged, borrowed or filled with what does not belong there. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormCorpusIT {

  private static final String LEAKS =
      "(?s).*(kz\\.miras|java\\.|jakarta\\.(?!faces\\.)|Exception|SQLSTATE|\\?\\?\\?).*";
  private static final String RECORD = "/office/record.xhtml?list=";
  private static final String STATE = "jakarta.faces.ViewState";

  /** The input that stands behind a field. */
  private static final String INPUT =
      "(?s)data-field=\"%s\".*?<(?:input|select)[^>]* name=\"([^\"]+)\"";

  private TestServer server;
  private Visitor director;
  private Visitor senior;

  @BeforeAll
  void start(TestServer running) {
    server = running;
    director = new Visitor(server.url()).signedIn("director", "director-Demo1");
    senior = new Visitor(server.url()).signedIn("senior", "senior-Demo1");
  }

  /** A form with its state and everything in it, as a browser would send it. */
  private static Map<String, String> unit(String page, String code) {
    Map<String, String> form = typed(page);
    form.put(input(page, "code"), code);
    form.put(input(page, "kind"), "OFFICE");
    for (String name : new String[] {"name_kk", "name_ru", "name_en"}) {
      form.put(input(page, name), "IT forged");
    }
    form.put(STATE, found(page, "name=\"" + STATE + "\"[^>]*value=\"([^\"]+)\""));
    form.put("primefaces.nonce", found(page, "nonce=\"([^\"]+)\""));
    return form;
  }

  private static Map<String, String> typed(String page) {
    assertThat(page).contains("id=\"f\"");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("f", "f");
    form.put("f:save", "f:save");
    return form;
  }

  @Test
  @DisplayName("the same form, sent as it should be, is stored: what the others below lack matters")
  void theGoodForm() throws SQLException {
    String code = "ITF-" + System.nanoTime();
    String page = director.get(RECORD + "units").body();
    director.postRaw(RECORD + "units", unit(page, code));
    assertThat(units(code)).isOne();
  }

  static Stream<Arguments> forged() {
    return Stream.of(
        Arguments.of("no state", STATE, null),
        Arguments.of("an empty state", STATE, ""),
        Arguments.of("a state nobody has given", STATE, "123456789:-987654321"),
        Arguments.of("a state that is none", STATE, "' OR 1=1 --"),
        Arguments.of(
            "a serialized state", STATE, "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwAC"),
        Arguments.of("no token of the page", "primefaces.nonce", null),
        Arguments.of("a forged token of the page", "primefaces.nonce", "Zm9yZ2Vk"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forged")
  @DisplayName("a form without the state or token of its page stores nothing and shows the page")
  void forgedForms(String what, String field, String value) throws SQLException {
    String code = "ITF-" + System.nanoTime();
    Map<String, String> form = unit(director.get(RECORD + "units").body(), code);
    if (value == null) {
      form.remove(field);
    } else {
      form.put(field, value);
    }
    assertThat(shown(director, director.postRaw(RECORD + "units", form))).contains("Подразделения");
    assertThat(units(code)).isZero();
  }

  @Test
  @DisplayName("a form with the state of somebody else's page stores nothing for either")
  void borrowedState() throws SQLException {
    String code = "ITF-" + System.nanoTime();
    Visitor deputy = new Visitor(server.url()).signedIn("deputy", "deputy-Demo1");
    Map<String, String> hers = unit(director.get(RECORD + "units").body(), code);
    assertThat(shown(deputy, deputy.postRaw(RECORD + "units", hers))).contains("Подразделения");

    HttpResponse<String> nobody = new Visitor(server.url()).postRaw(RECORD + "units", hers);
    assertThat(nobody.statusCode()).isIn(200, 302, 403);
    assertThat(nobody.body()).doesNotMatch(LEAKS);
    assertThat(units(code)).isZero();
  }

  @Test
  @DisplayName("ACC-1 whoever may not edit gains nothing by sending the form of who may")
  void withoutTheRight() throws SQLException {
    String code = "ITF-" + System.nanoTime();
    Visitor student = new Visitor(server.url()).signedIn("student", "student-Demo1");
    HttpResponse<String> form = student.get(RECORD + "units");
    assertThat(form.statusCode()).isIn(403, 404);
    Map<String, String> hers = unit(director.get(RECORD + "units").body(), code);
    HttpResponse<String> answer = student.postRaw(RECORD + "units", hers);
    assertThat(answer.statusCode()).isBetween(302, 404);
    assertThat(answer.body()).doesNotMatch(LEAKS);
    assertThat(units(code)).isZero();
  }

  @ParameterizedTest(name = "{0}.{1} = {2}")
  @CsvSource(
      value = {
        "years|year|в этом году",
        "years|year|99999999999999999999",
        "years|starts_on|вчера",
        "years|starts_on|31.02.2026",
        "terms|study_weeks|1e3",
        "programmes|credits|NaN",
        "students|birth_date|2008-13-01",
        "programmes|years|-4,5",
        "units|parent|NOWHERE",
        "units|code|x); DROP TABLE org_unit; -- 123456789012345678901234567890"
      },
      delimiter = '|')
  @DisplayName("DAT-1 what a field cannot hold is told beside it, stays typed and is not stored")
  void wrongTypes(String list, String field, String value) throws SQLException {
    String before = stored();
    Visitor who = list.matches("years|units|programmes") ? director : senior;
    String address = RECORD + list;
    String page = who.get(address).body();
    Map<String, String> form =
        list.equals("units") ? unit(page, "ITF-" + System.nanoTime()) : typed(page);
    form.put(input(page, field), value);
    String answer = shown(who, who.post(address, page.substring(page.indexOf("id=\"f\"")), form));
    String beside = answer.substring(answer.indexOf("data-field=\"" + field + "\""));
    beside = beside.substring(0, beside.indexOf("</div>"));
    assertThat(beside).containsPattern("<div class=\"problem\" role=\"alert\">[^<]{5,}");
    assertThat(beside).contains("value=\"" + value + "\"");
    assertThat(stored()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      value = {
        "copies|abc",
        "copies|0",
        "copies|21",
        "copies|99999999999",
        "languages|xx",
        "languages|<script>alert(1)</script>",
        "languages|''"
      },
      delimiter = '|')
  @DisplayName("DAT-1 a transcript in no language or in copies without number is not prepared")
  void wrongTranscript(String field, String value) throws SQLException {
    String before = stored();
    String card =
        "/student/card.xhtml?id="
            + Rows.text(server, "SELECT uuid FROM student ORDER BY id LIMIT 1");
    String page = senior.get(card).body();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("tr", "tr");
    form.put("languages", "ru");
    form.put("copies", "1");
    form.put("purpose", "IT wrong");
    form.put("prepare", "prepare");
    form.put(field, value);
    String from = page.substring(page.indexOf("id=\"tr\""));
    String answer = shown(senior, senior.post(card, from, form));
    assertThat(answer).contains("ui-message").doesNotContain("<script>alert");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  @DisplayName("DAT-1 a choice that is not offered is not stored")
  void notOffered() throws SQLException {
    String before = stored();
    String page = director.get(RECORD + "units").body();
    Map<String, String> form = unit(page, "ITF-" + System.nanoTime());
    form.put(input(page, "kind"), "BAND");
    shown(director, director.postRaw(RECORD + "units", form));
    assertThat(stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 100_000})
  @DisplayName("a sign-in with endless names or markup is answered like any wrong one")
  void endlessSignIn(int length) {
    Visitor visitor = new Visitor(server.url());
    String wicked = "<b>'\"--".repeat(length / 7);
    HttpResponse<String> answer = visitor.signIn(wicked, wicked, "/index.xhtml");
    assertThat(answer.statusCode()).isLessThan(500);
    assertThat(answer.body().replaceAll("(?s)<script.*?</script>", ""))
        .doesNotMatch(LEAKS)
        .doesNotContain("<b>'");
  }

  /** What the visitor sees in the end; never a failure, never the inside. */
  private static String shown(Visitor visitor, HttpResponse<String> answer) {
    HttpResponse<String> last = answer;
    if (answer.statusCode() == 302) {
      String to = answer.headers().firstValue("Location").orElseThrow();
      last = visitor.get(to.replaceFirst("^https?://[^/]+", ""));
    }
    assertThat(last.statusCode()).isEqualTo(200);
    String page = last.body().replaceAll("(?s)<script.*?</script>", "");
    assertThat(page).doesNotMatch(LEAKS).contains("lang=\"ru\"");
    return page;
  }

  private long units(String code) throws SQLException {
    return Rows.number(server, "SELECT COUNT(*) FROM org_unit WHERE code = '" + code + "'");
  }

  /** Every row and version of what these forms could touch. */
  private String stored() throws SQLException {
    return String.join(
        "/",
        Rows.of(
            server,
            "CHECKSUM TABLE student, org_unit, programme, academic_year, term, issued_document",
            row -> row.getString(1) + row.getString(2)));
  }

  private static String input(String page, String field) {
    return found(page, INPUT.formatted(field));
  }

  private static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
