package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
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
import org.junit.jupiter.params.provider.MethodSource;

/** What people upload by mistake or by malice: one clear sentence each, and nothing is stored. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportCorpusIT {

  /** Traces of the inside, and texts that were not found. */
  private static final String LEAKS =
      "(?s).*(kz\\.miras|java\\.|jakarta\\.(?!faces\\.)|org\\.[a-z]+\\.|Exception|SQLSTATE|\\?\\?\\?).*";

  private static final String PAGE = "/office/import.xhtml";
  private static final Pattern STATUS =
      Pattern.compile("id=\"import-status\" data-status=\"(\\w+)");
  private static final String UNITS = "code;kind;parent;name_kk;name_ru;name_en\n";

  private TestServer server;
  private Visitor senior;

  @BeforeAll
  void start(TestServer running) {
    server = running;
    senior = new Visitor(server.url()).signedIn("senior", "senior-Demo1");
  }

  static Stream<Arguments> unreadable() {
    byte[] book = Workbooks.of("units", List.of(UNITS.strip().split(";"), row("IT-X")));
    byte[] cp866 = utf8(UNITS + "ОТДЕЛ;OFFICE;;Бөлім;Ђ;Unit\n", Charset.forName("IBM866"));
    return Stream.of(
        Arguments.of(
            "half a workbook", "a.xlsx", Arrays.copyOf(book, book.length / 2), "это не XLSX"),
        Arguments.of("no workbook", "a.xlsx", utf8("%PDF-1.7 no workbook"), "это не XLSX"),
        Arguments.of(
            "a picture", "a.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}, "не таблица"),
        Arguments.of(
            "a zip of something else", "a.xlsx", Workbooks.zip("a.txt", utf8("x")), "это не XLSX"),
        Arguments.of("a bomb", "a.xlsx", Workbooks.bomb(book), "намного больше"),
        Arguments.of(
            "macros", "a.xlsm", Workbooks.with(book, "xl/vbaProject.bin", utf8("x")), "макросы"),
        Arguments.of("an old workbook", "a.xls", Workbooks.OLD, "старого формата XLS"),
        Arguments.of(
            "a missing column",
            "a.csv",
            utf8(UNITS.replace("name_ru;", "") + "A;OFFICE;;B;C\n"),
            "нет обязательных столбцов: Название (рус.)"),
        Arguments.of(
            "a column twice",
            "a.csv",
            utf8(UNITS.replace("parent", "kind") + "A;OFFICE;OFFICE;B;C;D\n"),
            "Столбцы повторяются: kind"),
        Arguments.of(
            "an unknown column",
            "a.csv",
            utf8(UNITS.replace("parent", "<b>x</b>") + "A;OFFICE;;B;C;D\n"),
            "нет столбцов: &lt;b&gt;x&lt;/b&gt;"),
        Arguments.of("headings only", "a.csv", utf8(UNITS), "нет данных"),
        Arguments.of(
            "headings only in a workbook",
            "a.xlsx",
            Workbooks.of("units", List.<String[]>of(UNITS.strip().split(";"))),
            "нет данных"),
        Arguments.of("nothing", "a.csv", new byte[0], "нет данных"),
        Arguments.of("nothing named a workbook", "a.xlsx", new byte[0], "нет данных"),
        Arguments.of("no file", "", new byte[0], "Файл не выбран"),
        Arguments.of("letters of MS-DOS", "a.csv", cp866, "не читаются"),
        Arguments.of(
            "an open quote", "a.csv", utf8(UNITS + "\"A;OFFICE;;B;C;D\n"), "внутри кавычек"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  @DisplayName("DAT-1 a file that is no such table is refused beside its field and stores nothing")
  void unreadableFiles(String what, String name, byte[] content, String cause) throws SQLException {
    String before = stored();
    HttpResponse<String> answer = send("units", name, content);
    assertThat(answer.statusCode()).as(what).isEqualTo(200);
    assertThat(problem(answer.body())).contains(cause).doesNotMatch(LEAKS);
    assertThat(answer.body().replaceAll("(?s)<script.*?</script>", ""))
        .doesNotMatch(LEAKS)
        .doesNotContain("<b>x</b>");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  @DisplayName("DAT-1 a file larger than may be sent is refused by a page that says so")
  void tooLarge() throws SQLException {
    String before = stored();
    HttpResponse<String> answer = send("units", "a.csv", new byte[31 << 20]);
    String page = answer.headers().firstValue("Location").orElse(answer.body());
    assertThat(page).endsWith("/error/413.xhtml");
    assertThat(senior.get("/error/413.xhtml").body())
        .contains("Файл слишком велик", "30 МБ")
        .doesNotContain("???");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  @DisplayName("DAT-1 a file of another list is named as such")
  void otherList() throws SQLException {
    String before = stored();
    byte[] teachers =
        utf8(
            "personnel_no;last_name;first_name;patronymic;department;position;email;active\n1;2;3;4;5;6;7;да\n");
    assertThat(problem(send("students", "Преподаватели.csv", teachers).body()))
        .contains("относится к списку «Преподаватели»", "не «Студенты»");
    assertThat(stored()).isEqualTo(before);
  }

  static Stream<Arguments> badRows() {
    String[] headings = UNITS.strip().split(";");
    String million = "Я".repeat(1_000_000);
    return Stream.of(
        Arguments.of(
            "a formula", "a.xlsx", Workbooks.formula(headings, row("IT-F")), "В ячейке формула"),
        Arguments.of(
            "a million letters",
            "a.csv",
            utf8(UNITS + "IT-L;OFFICE;;" + million + ";b;c\n"),
            "DAT-1"),
        Arguments.of("a kind that is none", "a.csv", utf8(UNITS + "IT-K;BAND;;a;b;c\n"), "Вид"),
        Arguments.of(
            "a parent that is none",
            "a.csv",
            utf8(UNITS + "IT-P;OFFICE;NOWHERE;a;b;c\n"),
            "NOWHERE"),
        Arguments.of(
            "a required field left empty",
            "a.csv",
            utf8(UNITS + "IT-E;OFFICE;;a;;c\n"),
            "Название (рус.)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRows")
  @DisplayName("IMP-1 a bad row is told with its number and column, and there is nothing to store")
  void badRowsAreTold(String what, String name, byte[] content, String cause) throws SQLException {
    String before = stored();
    String page = checked("units", name, content);
    assertThat(page).contains("id=\"findings\"").doesNotContain("id=\"r:apply");
    String findings = page.substring(page.indexOf("id=\"findings\""));
    assertThat(findings.substring(0, findings.indexOf("</table>")))
        .as(what)
        .contains("<td class=\"num\">2</td>")
        .contains(cause)
        .hasSizeLessThan(20_000)
        .doesNotMatch(LEAKS);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  @DisplayName("IMP-3 the same files imported again change nothing: no version, no audit entry")
  void twiceChangesNothing() throws SQLException {
    long run = System.nanoTime();
    String programmeAndYear =
        Rows.text(
            server,
            "SELECT CONCAT(p.code, ';', s.admission_year) FROM student s JOIN programme p ON p.id ="
                + " s.programme_id WHERE s.course_year = 1 AND s.id"
                + Rows.OWN
                + " ORDER BY s.id LIMIT 1");
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("units", utf8(UNITS + String.join(";", row("IT-" + run)) + "\n"));
    files.put(
        "students",
        utf8(
            "student_no;last_name;first_name;last_name_latin;first_name_latin;birth_date;sex;citizenship;"
                + "programme;admission_year;course_year;study_form;study_language;funding;identity_doc;identity_country\n"
                + "IT-"
                + run
                + ";Иванов;Пётр;Ivanov;Pyotr;01.02.2008;MALE;RU;"
                + programmeAndYear
                + ";1;FULL_TIME;ru;PAID;N1234567;RU\n"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String page = checked(file.getKey(), "a.csv", file.getValue());
      assertThat(page).contains("id=\"r:apply\"");
      String address = address(page);
      senior.post(address, form(page, "r"), Map.of("r", "r", "r:apply", "r:apply"));
      await(address, "APPLIED");
    }
    String before = stored() + trail();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String page = checked(file.getKey(), "b.csv", file.getValue());
      assertThat(page).contains("Сохранять нечего").doesNotContain("id=\"r:apply");
      senior.post(address(page), form(page, "r"), Map.of("r", "r", "r:apply", "r:apply"));
    }
    assertThat(stored() + trail()).isEqualTo(before);
  }

  private static String[] row(String code) {
    return new String[] {code, "OFFICE", "", "Бөлім", "Отдел", "Office"};
  }

  private HttpResponse<String> send(String list, String name, byte[] content) {
    String page = senior.get(PAGE).body();
    Map<String, String> fields = Map.of("f", "f", "f:list", list, "f:check", "f:check");
    return senior.upload(PAGE, form(page, "f"), fields, "f:file", name, content);
  }

  /** The page of a dry run that is through. */
  private String checked(String list, String name, byte[] content) {
    HttpResponse<String> answer = send(list, name, content);
    String address = answer.headers().firstValue("Location").orElse(answer.body());
    assertThat(address).contains(PAGE + "?id=");
    return await(address.substring(address.indexOf(PAGE)), "CHECKED");
  }

  private String await(String address, String status) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (true) {
      String page = senior.get(address).body();
      Matcher found = STATUS.matcher(page);
      assertThat(found.find()).as(page).isTrue();
      if (found.group(1).equals(status)) {
        return page;
      }
      assertThat(found.group(1)).isIn("READING", "APPLYING");
      assertThat(Instant.now()).as("still " + found.group(1)).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
    }
  }

  private static String address(String page) {
    Matcher action = Pattern.compile("action=\"(" + PAGE + "\\?id=[^\"]+)\"").matcher(page);
    assertThat(action.find()).isTrue();
    return action.group(1);
  }

  private static String form(String page, String form) {
    return page.substring(page.indexOf("id=\"" + form + "\""));
  }

  private static String problem(String page) {
    assertThat(page).contains("id=\"file-problem\"");
    String from = page.substring(page.indexOf("id=\"file-problem\""));
    return from.substring(0, from.indexOf("</div>"));
  }

  /** Every row and version of what imports could touch. */
  private String stored() throws SQLException {
    return String.join(
        "/",
        Rows.of(
            server,
            "CHECKSUM TABLE student, org_unit, teacher, programme, discipline, student_group,"
                + " student_order, achievement, account",
            row -> row.getString(1) + row.getString(2)));
  }

  private String trail() throws SQLException {
    return Rows.text(server, "SELECT COUNT(*) FROM audit_entry WHERE actor = 'senior'");
  }

  private static byte[] utf8(String text) {
    return utf8(text, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text, Charset letters) {
    return text.getBytes(letters);
  }
}
