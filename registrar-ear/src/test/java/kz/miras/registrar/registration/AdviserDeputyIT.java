package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.People;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A late adviser is replaced for a while: the students come into view of the deputy, and go. */
@ExtendWith(ServerExtension.class)
class AdviserDeputyIT {

  private static final String PAGE = "/student/adviser-deputies.xhtml";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  @Test
  @DisplayName(
      "ADV-1 ADV-2 the dean replaces an adviser; the deputy sees the advisees until the end")
  void replacedForAWhile(TestServer server) throws SQLException {
    String student =
        server.text(
            "SELECT s.student_no FROM student s JOIN account a ON a.student_id = s.id WHERE a.login"
                + " = 'student'");
    String adviser =
        server.text(
            "SELECT t.personnel_no FROM teacher t JOIN account a ON a.teacher_id = t.id WHERE"
                + " a.login = 'adviser'");
    String deputy =
        server.text(
            "SELECT t.personnel_no FROM teacher t WHERE NOT EXISTS (SELECT 1 FROM account a WHERE"
                + " a.teacher_id = t.id) ORDER BY t.id DESC LIMIT 1");
    String submitted =
        server.text(
            "SELECT s.student_no FROM study_plan v JOIN student s ON s.id = v.student_id JOIN account"
                + " a ON a.teacher_id = s.adviser_id WHERE a.login = 'adviser' AND v.status ="
                + " 'SUBMITTED' LIMIT 1");
    assertThat(submitted).as("a plan of the demonstration lies with the adviser").isNotNull();
    People people = new People(server);
    String login = people.holding("ADV");
    people.change(
        "UPDATE account SET teacher_id = (SELECT id FROM teacher WHERE personnel_no = ?) WHERE login"
            + " = ?",
        deputy,
        login);
    Visitor standIn = new Visitor(server.url()).signedIn(login, People.PASSWORD);
    String card = "/student/card.xhtml?id=" + student;
    assertThat(standIn.get(card).statusCode()).isEqualTo(404);

    Visitor dean = signedIn(server, "dean");
    assertThat(replace(dean, adviser, adviser)).contains("Выберите другого человека");
    replace(dean, adviser, deputy);
    assertThat(standIn.get(card).statusCode()).isEqualTo(200);
    assertThat(standIn.get("/office/list.xhtml?list=students").body()).contains(student);
    assertThat(standIn.get("/index.xhtml").body()).contains("Вы замещаете эдвайзера");
    assertThat(standIn.get("/registration/plans.xhtml").body())
        .as("plans that lie with the adviser")
        .contains(submitted);
    assertThat(replace(dean, adviser, deputy)).contains("Эдвайзер уже замещается");

    String page = dean.get(PAGE).body();
    Matcher end = Pattern.compile("id=\"([^\"]+:end)\"").matcher(page);
    assertThat(end.find()).isTrue();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("f", "f");
    form.put(end.group(1), end.group(1));
    dean.post(PAGE, page.substring(page.indexOf("id=\"f\"")), form);
    assertThat(standIn.get(card).statusCode()).isEqualTo(404);
    assertThat(standIn.get("/registration/plans.xhtml").body()).doesNotContain(submitted);
  }

  @Test
  @DisplayName("a dean replaces advisers of the own school only, an adviser nobody")
  void ownSchoolOnly(TestServer server) throws SQLException {
    String foreign =
        server.text(
            "SELECT t.personnel_no FROM teacher t JOIN org_unit d ON d.id = t.department_id WHERE"
                + " d.parent_id NOT IN (SELECT g.school_id FROM role_grant g JOIN account a ON a.id ="
                + " g.account_id WHERE a.login = 'dean') ORDER BY t.id LIMIT 1");
    String other = server.text("SELECT MAX(personnel_no) FROM teacher");
    replace(signedIn(server, "dean"), foreign, other);
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM adviser_deputy v JOIN teacher t ON t.id = v.adviser_id WHERE"
                    + " t.personnel_no = '"
                    + foreign
                    + "'"))
        .isEqualTo("0");
    assertThat(signedIn(server, "adviser").get(PAGE).statusCode()).isEqualTo(403);
  }

  private static String replace(Visitor who, String adviser, String deputy) {
    String page = who.get(PAGE).body();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("f", "f");
    form.put("replace", "replace");
    form.put("adviser", adviser + " somebody");
    form.put("deputy", deputy);
    form.put("from_input", DAY.format(LocalDate.now(ZoneId.of("Asia/Almaty"))));
    form.put("to_input", DAY.format(LocalDate.now(ZoneId.of("Asia/Almaty")).plusDays(20)));
    form.put("basis", "распоряжение № 4");
    return who.post(PAGE, page.substring(page.indexOf("id=\"f\"")), form).body();
  }

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }
}
