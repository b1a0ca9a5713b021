package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.achievement.DebtWay;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.achievement.service.StudentSession;
import kz.miras.registrar.achievement.service.StudentSessionQueries;
import kz.miras.registrar.achievement.service.analysis.AnalysisQueries;
import kz.miras.registrar.achievement.service.analysis.AnalysisView;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.GroupSheetQueries;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView;
import kz.miras.registrar.achievement.service.analysis.ResultQueries;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.achievement.service.summary.ResultFeed;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.ExcuseDesk;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The session as its student sees it, in the container. */
@InsideTest
class StudentSessionInsideIT {

  private static final int FIRST = 155;
  private static final String TERM = "SES-47";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(StudentSessionInsideIT.class, SheetScene.class);
  }

  /** A sheet in a term of its own whose FX window ends on a day. */
  private static SheetScene scene(int year, String until) throws SQLException {
    SheetScene scene = SheetScene.open(FIRST, 2);
    long term = Scene.term(TERM, year);
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
    Scene.change(
        "INSERT INTO calendar_event (id, term_id, kind, starts_on, ends_on) VALUES (?, ?,"
            + " 'FX_WINDOW', ?, ?)",
        Scene.next("calendar_seq"),
        term,
        until,
        until);
    return scene;
  }

  private static String account(SheetScene scene, int place) throws SQLException {
    return Scene.account("STU", scene.student(place), null);
  }

  private static StudentSession session(String login) throws Exception {
    StudentSessionQueries queries = Inside.bean(StudentSessionQueries.class);
    return Inside.as(login, () -> queries.of("me", TERM));
  }

  @Test
  @DisplayName(
      "PUB-1 DEB-4 a student sees rating and admission, then the result, and how to close the debt")
  void seesWhatIsPublished() throws Exception {
    SheetScene scene = scene(2147, "2148-01-16");
    String student = account(scene, 0);
    String other = account(scene, 1);
    scene.examAt(scene.now().plusDays(1));
    scene.rate(1, 40, 41);

    StudentSession.Line before = session(student).lines().get(0);
    assertThat(before.rating()).isNull();
    assertThat(before.admitted()).isNull();
    assertThat(before.examDate()).isNotNull();
    assertThat(session(student).terms()).contains(TERM);

    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    String specialist = Scene.holding("SPE");
    SheetScene.act(specialist, () -> desk.publish(scene.sheet(), SheetPart.RATING));
    assertThat(session(student).lines().get(0).rating()).isEqualTo(60);
    assertThat(session(student).lines().get(0).admitted()).isTrue();
    assertThat(session(other).lines().get(0).rating()).isEqualTo(41);
    assertThat(session(other).lines().get(0).admitted()).isFalse();

    scene.examAt(scene.now().minusHours(1));
    scene.score(0, 49);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    assertThat(session(student).lines().get(0).isPublished()).as("posted, not published").isFalse();
    String number = Scene.text("SELECT student_no FROM student WHERE id = ?", scene.student(0));
    StudentSessionQueries queries = Inside.bean(StudentSessionQueries.class);
    String code = before.code();
    for (String login : List.of(student, other)) {
      assertThat(session(login).debts())
          .as("a debt would tell the mark before it is published")
          .noneMatch(part -> part.debt().code().equals(code) && part.debt().sign() != null);
    }
    assertThat(ways(Inside.as(specialist, () -> queries.of(number, TERM)), code))
        .as("the office knows it")
        .extracting(DebtWay::kind)
        .contains(DebtWay.Kind.FX);
    assertThat(signs(student, "me", code)).as("nor does the card").isEmpty();
    assertThat(signs(specialist, number, code)).containsExactly("FX");
    assertThat(elsewhere(student, scene, code)).as("nor any other page").isEmpty();
    assertThat(elsewhere(specialist, scene, code))
        .as("which the office reads")
        .containsOnlyKeys("analysis", "honours", "group");
    String program = Scene.holding("SUBSYSTEM");
    assertThat(fed(program, number, code)).as("nor the feed").isEmpty();
    assertThat(signs(program, number, code)).as("nor any other door of programs").isEmpty();
    SheetScene.act(specialist, () -> desk.publish(scene.sheet(), SheetPart.RESULT));
    assertThat(signs(student, "me", code)).containsExactly("FX");
    assertThat(elsewhere(student, scene, code)).containsOnlyKeys("analysis", "honours", "group");
    assertThat(fed(program, number, code)).containsExactly("FX");
    assertThat(signs(program, number, code)).containsExactly("FX");

    StudentSession.Line after = session(student).lines().get(0);
    assertThat(after.sign()).isEqualTo("FX");
    assertThat(after.score()).isEqualTo(49);
    assertThat(after.reason()).isEqualTo("attestation.reason.FX_RETAKE_OPEN");
    assertThat(after.appealUntil()).isNotNull();
    assertThat(session(other).lines().get(0).appealUntil())
        .as("who was not admitted has no score to appeal")
        .isNull();
    List<DebtWay> ways = ways(session(student), after.code());
    assertThat(ways.get(0).kind()).isEqualTo(DebtWay.Kind.FX);
    assertThat(ways.get(0).until()).isEqualTo("2148-01-16");
    assertThat(ways).extracting(DebtWay::kind).contains(DebtWay.Kind.REPEAT);
    assertThat(ways(session(other), after.code()))
        .as("not admitted is F: nothing to retake")
        .extracting(DebtWay::kind)
        .doesNotContain(DebtWay.Kind.FX);

    assertThatThrownBy(() -> Inside.as(other, () -> queries.of(number, TERM)))
        .as("nobody sees another student")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> Inside.as(scene.teacher(), () -> queries.of(number, TERM)))
        .as("who teaches one discipline reads no debts of the others")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThatThrownBy(() -> signs(scene.teacher(), number, code))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(Inside.as(specialist, () -> queries.of(number, TERM)).debts()).isNotEmpty();
  }

  @Test
  @DisplayName(
      "PUB-1 SHT-7 the rating carried on to an individual sitting is not shown before it was"
          + " published with the sheet before")
  void carriedRating() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    Scene.change(
        "UPDATE sheet SET term_id = ? WHERE uuid = ?", Scene.term("SES-43", 2143), scene.sheet());
    scene.examAt(scene.now().minusHours(1));
    SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "AB");
    ExcuseDesk excuses = Inside.bean(ExcuseDesk.class);
    BasisDocument certificate = SheetScene.basis(BasisDocument.Type.CERTIFICATE);
    SheetScene.act(
        Scene.holding("SEN"), () -> excuses.excuse(scene.sheet(), scene.row(0), certificate));
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    FollowingSheets following = Inside.bean(FollowingSheets.class);
    String specialist = Scene.holding("SPE");
    Inside.as(specialist, () -> following.form(scene.sheet(), SheetKind.INDIVIDUAL));
    String student = account(scene, 0);

    assertThat(individual(student).rating())
        .as("nothing of the sheet before is published")
        .isNull();
    assertThat(individual(student).admitted()).isNull();
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    SheetScene.act(specialist, () -> desk.publish(scene.sheet(), SheetPart.RESULT));
    assertThat(individual(student).rating()).isEqualTo(60);
    assertThat(individual(student).admitted()).isTrue();
  }

  private static StudentSession.Line individual(String login) throws Exception {
    StudentSessionQueries queries = Inside.bean(StudentSessionQueries.class);
    return Inside.as(login, () -> queries.of("me", "SES-43")).lines().stream()
        .filter(line -> line.kind() == SheetKind.INDIVIDUAL)
        .findFirst()
        .orElseThrow();
  }

  /** What the whole record says of a discipline. */
  private static List<String> signs(String login, String student, String code) throws Exception {
    FigureQueries figures = Inside.bean(FigureQueries.class);
    return Inside.as(login, () -> figures.view(student, null, null, null)).record().terms().stream()
        .flatMap(term -> term.lines().stream())
        .filter(line -> line.code().equals(code))
        .map(line -> line.sign())
        .toList();
  }

  /**
   * What other pages say of the first student and a discipline, by page; what says nothing is not
   * in it.
   */
  private static Map<String, String> elsewhere(String login, SheetScene scene, String code)
      throws Exception {
    String number = Scene.text("SELECT student_no FROM student WHERE id = ?", scene.student(0));
    Map<String, String> told = new TreeMap<>();
    ResultQueries results = Inside.bean(ResultQueries.class);
    AnalysisQueries analysis = Inside.bean(AnalysisQueries.class);
    Asked asked = new Asked(TERM, AnalysisCut.DISCIPLINE, Map.of(), 0);
    Inside.as(login, () -> results.of(asked, null, true)).lines().stream()
        .filter(line -> line.number().equals(number) && line.code().equals(code))
        .forEach(line -> told.put("analysis", line.sign()));
    AnalysisView view = Inside.as(login, () -> analysis.of(asked));
    assertThat(view.total(view.now()).people() > 0).isEqualTo(told.containsKey("analysis"));
    String programme =
        Scene.text(
            "SELECT p.code FROM programme p JOIN student s ON s.programme_id = p.id WHERE s.id = ?",
            scene.student(0));
    HonoursQueries honours = Inside.bean(HonoursQueries.class);
    String name = Scene.text("SELECT name_ru FROM discipline WHERE code = ?", code);
    Inside.as(login, () -> honours.outlook(programme, null)).lines().stream()
        .filter(line -> line.number().equals(number))
        .filter(line -> line.reasons().toString().contains(name))
        .forEach(line -> told.put("honours", line.outlook().state().name()));
    String group =
        Scene.text(
            "SELECT g.code FROM student_group g JOIN student s ON s.group_id = g.id WHERE s.id = ?",
            scene.student(0));
    GroupSheetQueries groups = Inside.bean(GroupSheetQueries.class);
    GroupSheetView sheet = Inside.as(login, () -> groups.of(group, TERM));
    sheet.rows().stream()
        .filter(row -> row.number().equals(number))
        .flatMap(row -> row.cells().values().stream())
        .filter(cell -> !cell.sign().isEmpty())
        .forEach(cell -> told.put("group", cell.sign()));
    return told;
  }

  /** What the feed says of a discipline of a student. */
  private static List<String> fed(String program, String student, String code) throws Exception {
    ResultFeed feed = Inside.bean(ResultFeed.class);
    List<String> signs = new ArrayList<>();
    List<ResultFeed.Change> page;
    long place = 0;
    do {
      long after = place;
      page = Inside.as(program, () -> feed.changes(after, 500));
      for (ResultFeed.Change change : page) {
        place = change.place();
        if (change.studentNo().equals(student) && change.code().equals(code)) {
          signs.add(change.grade());
        }
      }
    } while (!page.isEmpty());
    return signs;
  }

  private static List<DebtWay> ways(StudentSession session, String code) {
    return session.debts().stream()
        .filter(part -> part.debt().code().equals(code))
        .findFirst()
        .orElseThrow()
        .ways();
  }
}
