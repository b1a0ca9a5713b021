package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do wrong in the form of a record: told beside the field, nothing stored or lost. */
@ExtendWith(ServerExtension.class)
class RecordFormIT {

  private static final String NEW = "/office/record.xhtml?list=units";

  /** The input that stands behind a field. */
  private static final String INPUT =
      "(?s)data-field=\"%s\".*?<(?:input|select)[^>]* name=\"([^\"]+)\"";

  @Test
  @DisplayName("DAT-3 two who edit one record: the second is told, and reads what was typed")
  void secondEditorIsTold(TestServer server) throws SQLException {
    Visitor first = new Visitor(server.url()).signedIn("director", "director-Demo1");
    Visitor second = new Visitor(server.url()).signedIn("deputy", "deputy-Demo1");
    String code = "IT-" + System.nanoTime();
    first.post(NEW, form(first.get(NEW).body()), unit(first.get(NEW).body(), code, "Отдел один"));
    assertThat(name(server, code)).isEqualTo("Отдел один");

    String address = NEW + "&code=" + code;
    String hers = first.get(address).body();
    String his = second.get(address).body();
    assertThat(hers).as("the key is kept").contains("readonly=\"readonly\"");
    first.post(address, form(hers), unit(hers, code, "Отдел два"));
    String answer = second.post(address, form(his), unit(his, code, "Отдел три")).body();

    assertThat(answer).contains("DAT-3").contains("Отдел три");
    assertThat(name(server, code)).isEqualTo("Отдел два");
  }

  @Test
  @DisplayName("DAT-3 a new record with a key that is taken overwrites nothing")
  void newRecordOverwritesNothing(TestServer server) throws SQLException {
    Visitor visitor = new Visitor(server.url()).signedIn("director", "director-Demo1");
    String code = "IT-" + System.nanoTime();
    String page = visitor.get(NEW).body();
    visitor.post(NEW, form(page), unit(page, code, "Первая"));
    String again = visitor.get(NEW).body();
    String answer = visitor.post(NEW, form(again), unit(again, code, "Вторая")).body();
    assertThat(answer).contains("DAT-3").contains("Вторая");
    assertThat(name(server, code)).isEqualTo("Первая");
  }

  @Test
  @DisplayName("markup in a name is stored as text and shown as text")
  void markupIsText(TestServer server) throws SQLException {
    Visitor visitor = new Visitor(server.url()).signedIn("director", "director-Demo1");
    String code = "IT-" + System.nanoTime();
    String page = visitor.get(NEW).body();
    String wicked = "<script>alert(1)</script>";
    visitor.post(NEW, form(page), unit(page, code, wicked));
    assertThat(name(server, code)).isEqualTo(wicked);
    String shown = visitor.get(NEW + "&code=" + code).body();
    assertThat(shown).doesNotContain(wicked).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  @DisplayName("DAT-1 an overlong name is refused beside its field and stays typed")
  void overlongIsRefused(TestServer server) throws SQLException {
    Visitor visitor = new Visitor(server.url()).signedIn("director", "director-Demo1");
    String code = "IT-" + System.nanoTime();
    String page = visitor.get(NEW).body();
    String endless = "Я".repeat(301);
    String answer = visitor.post(NEW, form(page), unit(page, code, endless)).body();
    assertThat(answer).contains("DAT-1").contains(endless);
    assertThat(name(server, code)).isNull();
  }

  private static String form(String page) {
    return page.substring(page.indexOf("id=\"f\""));
  }

  private static Map<String, String> unit(String page, String code, String name) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("f", "f");
    typed.put("f:save", "f:save");
    typed.put(input(page, "code"), code);
    typed.put(input(page, "kind"), "OFFICE");
    typed.put(input(page, "name_kk"), name);
    typed.put(input(page, "name_ru"), name);
    typed.put(input(page, "name_en"), name);
    return typed;
  }

  private static String input(String page, String field) {
    Matcher found = Pattern.compile(INPUT.formatted(field)).matcher(page);
    assertThat(found.find()).as("field %s", field).isTrue();
    return found.group(1);
  }

  private static String name(TestServer server, String code) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT name_ru FROM org_unit WHERE code = '" + code + "'")) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
