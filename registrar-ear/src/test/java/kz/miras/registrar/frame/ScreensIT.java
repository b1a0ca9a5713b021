package kz.miras.registrar.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All pages as the people of the demonstration find them, without a browser. */
@ExtendWith(ServerExtension.class)
class ScreensIT {

  /** Pages the tour cannot come to, each with the reason. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "/registration/receipt.xhtml",
          "made by submitting a plan: RegistrationJourneyIT",
          "/transcript/batch.xhtml",
          "made by beginning a batch: BatchJourneyIT",
          "/access/partner-call.xhtml",
          "made by a call: PartnerJourneyIT",
          "/access/partner-message.xhtml",
          "made by a message: ExchangeCasesIT",
          "/access/webhook.xhtml",
          "made by a program: SubsystemJourneyIT",
          "/access/partner-outgoing.xhtml",
          "made by what is decided for a partner: PartnerPushIT",
          "/correspondence/exchange-case.xhtml",
          "made by a message: ExchangeCasesIT");

  /** A key without a text, a placeholder without a value, a constant where a word belongs. */
  private static final List<Pattern> LEFTOVERS =
      List.of(
          Pattern.compile("\\?\\?+[A-Za-z][^?<>\\s]*"),
          Pattern.compile("\\{\\d+}"),
          Pattern.compile("(?<![\\w.-])[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z](?![\\w.-])"));

  @Test
  @DisplayName("no link and no entry of the menu leads where whoever sees it may not go")
  void noDeadEnds(TestServer server) throws SQLException {
    assertThat(Tour.of(server).deadEnds()).isEmpty();
  }

  @Test
  @DisplayName("every page there is can be reached from the first page by links")
  void everyPageIsReached(TestServer server) throws SQLException, IOException {
    Set<String> unseen = pages();
    Tour.of(server).stops().forEach(stop -> unseen.remove(stop.page()));
    unseen.removeAll(EXCEPTIONS.keySet());
    assertThat(unseen).as("pages nobody comes to").isEmpty();
  }

  @Test
  @DisplayName("every page speaks Kazakh, Russian and English, and says nothing but words")
  void everyPageSpeaksThreeLanguages(TestServer server) throws SQLException {
    Tour tour = Tour.of(server);
    List<String> found = new ArrayList<>();
    for (Tour.Stop stop : tour.kinds()) {
      for (String language : List.of("kk", "ru", "en")) {
        String page = tour.read(stop, language);
        if (!page.contains("<html") || !page.contains(" lang=\"" + language + "\"")) {
          found.add(stop + " is not in " + language);
        }
        leftovers(page).forEach(one -> found.add(stop + " " + language + ": " + one));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  @DisplayName("an address with a filter in one language shows the same rows in another")
  void filtersAreUnderstoodInEveryLanguage(TestServer server) {
    Visitor reader = new Visitor(server.url()).signedIn("vicerector", "vicerector-Demo1");
    String address =
        "/office/list.xhtml?list=students&f.status="
            + URLEncoder.encode("обучается", StandardCharsets.UTF_8);
    reader.speaks("ru");
    Set<String> said = students(reader.get(address).body());
    reader.speaks("kk");
    String page = reader.get(address).body();
    assertThat(students(page)).isEqualTo(said).isNotEmpty();
    assertThat(page).contains("value=\"оқиды\"");
  }

  private static Set<String> students(String page) {
    return Pattern.compile("/student/card\\.xhtml\\?id=([0-9a-f-]+)")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @DisplayName("to open a list one may only read is no refused attempt in the audit")
  void readingIsNoRefusedAttempt(TestServer server) throws SQLException {
    Visitor reader = new Visitor(server.url()).signedIn("vicerector", "vicerector-Demo1");
    int before = denied(server);
    for (String list : List.of("students", "programmes", "sheets", "teachers")) {
      assertThat(reader.get("/office/list.xhtml?list=" + list).statusCode()).isEqualTo(200);
    }
    assertThat(denied(server)).isEqualTo(before);
    assertThat(reader.get("/office/record.xhtml?list=students").statusCode()).isEqualTo(403);
    assertThat(denied(server)).isEqualTo(before + 1);
  }

  private static int denied(TestServer server) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(*) FROM audit_entry WHERE actor = 'vicerector' AND outcome ="
                    + " 'DENIED'")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** What people read of a page, names of attributes that are read out included. */
  private static Set<String> leftovers(String page) {
    String text =
        page.replaceAll("(?s)<(script|style|code|pre)\\b.*?</\\1>", " ")
            .replaceAll("\\b(?:title|aria-label|placeholder)=\"([^\"]*)\"", ">$1<")
            .replaceAll("(?s)<[^>]*>", " ");
    Set<String> found = new TreeSet<>();
    for (Pattern pattern : LEFTOVERS) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group());
      }
    }
    return found;
  }

  private static Set<String> pages() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent().resolve("registrar-web/src/main/webapp");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> "/" + root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".xhtml") && !name.startsWith("/WEB-INF/"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
