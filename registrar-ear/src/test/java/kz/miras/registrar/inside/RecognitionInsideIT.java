package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.achievement.CorrectionStatus;
import kz.miras.registrar.achievement.recognition.RecognitionKind;
import kz.miras.registrar.achievement.recognition.RecognitionWish;
import kz.miras.registrar.achievement.service.recognition.RecognitionDesk;
import kz.miras.registrar.achievement.service.recognition.RecognitionView;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Credits recognised on a student's card by two people, in the container. */
@InsideTest
class RecognitionInsideIT {

  @Deployment
  static WebArchive archive() {
    return PromotionScene.archive(RecognitionInsideIT.class, SheetScene.class, JournalScene.class);
  }

  private static RecognitionWish wish(String sign, Integer percent) {
    return new RecognitionWish(
        RecognitionKind.TRANSFER_IN,
        "Research methods",
        10,
        sign,
        percent,
        "T-7",
        Scene.today().minusMonths(4),
        "KazNU",
        "12-c",
        Scene.today());
  }

  private static String code(PromotionScene scene, int place) throws Exception {
    return Scene.text("SELECT code FROM discipline WHERE id = ?", scene.discipline(place));
  }

  private static FigureQueries.View card(long student) throws Exception {
    FigureQueries figures = Inside.bean(FigureQueries.class);
    return Inside.as(
        Scene.holding("SPE"), () -> figures.view(PromotionScene.number(student), null, null, null));
  }

  @Test
  @DisplayName(
      "REC-7 REC-8 GPA-4 what one asks for and another approves enters the history: with a grade it"
          + " counts in GPA, without one it earns credits only; once")
  void approved() throws Exception {
    PromotionScene scene = new PromotionScene(2178);
    long student = scene.student(1, "STUDYING");
    String number = PromotionScene.number(student);
    RecognitionDesk desk = Inside.bean(RecognitionDesk.class);
    String specialist = Scene.holding("SPE");
    String graded = code(scene, 0);
    String plain = code(scene, 2);
    assertThat(Inside.as(specialist, () -> desk.disciplines(number)))
        .extracting(RecognitionView.Choice::code)
        .contains(graded, plain);

    UUID first =
        UUID.fromString(Inside.as(specialist, () -> desk.request(number, graded, wish("A-", 92))));
    UUID second =
        UUID.fromString(Inside.as(specialist, () -> desk.request(number, plain, wish("TR", null))));
    assertThat(SheetScene.refused(specialist, () -> desk.request(number, graded, wish("A", 96))))
        .containsExactly("achievement.recognition.open");
    assertThat(card(student).record().earned()).as("nothing before it is approved").isZero();
    assertThatThrownBy(() -> SheetScene.act(specialist, () -> desk.decide(first, true, "")))
        .as("who asked has no right to decide")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);

    String director = Scene.holding("DIR");
    assertThat(Inside.as(director, () -> desk.view(first)).mayDecide()).isTrue();
    SheetScene.act(director, () -> desk.decide(first, true, ""));
    SheetScene.act(director, () -> desk.decide(second, true, "as agreed"));

    FigureQueries.View card = card(student);
    assertThat(card.record().earned()).isEqualTo(20);
    assertThat(card.record().gpa()).isEqualByComparingTo("3.67");
    assertThat(card.record().gpaCredits()).isEqualTo(10);
    assertThat(
            Scene.text(
                "SELECT CONCAT(kind, ' ', mark, ' ', source_document) FROM achievement WHERE"
                    + " student_id = ? AND mark = 'TR'",
                student))
        .startsWith("RECOGNISED TR № T-7, ")
        .contains("KazNU; № 12-c, " + Scene.today());
    assertThat(SheetScene.refused(specialist, () -> desk.request(number, graded, wish("A", 96))))
        .containsExactly("achievement.recognition.passed");
    assertThatThrownBy(() -> SheetScene.act(director, () -> desk.decide(first, false, "no")))
        .as("once")
        .isInstanceOf(RegistrarException.Conflict.class);
    assertThatThrownBy(
            () ->
                Scene.change("UPDATE recognition SET sign = 'A' WHERE uuid = ?", first.toString()))
        .hasMessageContaining("does not change");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code ="
                    + " 'achievement.notice.recognised'",
                student))
        .isEqualTo(2);
  }

  @Test
  @DisplayName("REC-8 a rejection says why and posts nothing; it may be asked for again")
  void rejected() throws Exception {
    PromotionScene scene = new PromotionScene(2183);
    long student = scene.student(1, "STUDYING");
    String number = PromotionScene.number(student);
    String code = code(scene, 0);
    RecognitionDesk desk = Inside.bean(RecognitionDesk.class);
    String specialist = Scene.holding("SPE");
    UUID asked =
        UUID.fromString(Inside.as(specialist, () -> desk.request(number, code, wish("B", 80))));
    String director = Scene.holding("DIR");
    assertThat(SheetScene.refused(director, () -> desk.decide(asked, false, " ")))
        .containsExactly("achievement.recognition.note-needed");
    SheetScene.act(director, () -> desk.decide(asked, false, "not the same outcomes"));

    RecognitionView view = Inside.as(specialist, () -> desk.view(asked));
    assertThat(view.status()).isEqualTo(CorrectionStatus.REJECTED);
    assertThat(view.note()).isEqualTo("not the same outcomes");
    assertThat(card(student).record().earned()).isZero();
    LocalDate tomorrow = Scene.today().plusDays(1);
    RecognitionWish wrong =
        new RecognitionWish(RecognitionKind.MOOC, "X", 4, "F", 10, "T", tomorrow, "", "", null);
    assertThat(SheetScene.refused(specialist, () -> desk.request(number, code, wrong)))
        .contains("achievement.recognition.order-needed", "achievement.recognition.credits");
    Inside.as(specialist, () -> desk.request(number, code, wish("B", 80)));
  }

  @Test
  @DisplayName(
      "REC-4 the list of requests shows a teacher those of students taught today, no others")
  void ofOwnGroups() throws Exception {
    PromotionScene scene = new PromotionScene(2142);
    long taught = scene.student(1, "STUDYING");
    long other = scene.student(1, "STUDYING");
    RecognitionDesk desk = Inside.bean(RecognitionDesk.class);
    String specialist = Scene.holding("SPE");
    String code = code(scene, 0);
    for (long student : List.of(taught, other)) {
      String number = PromotionScene.number(student);
      Inside.as(specialist, () -> desk.request(number, code, wish("B", 80)));
    }
    assertThat(Inside.as(specialist, () -> desk.whose(PromotionScene.number(taught))).name())
        .startsWith("Сценов");
    long teacher = JournalScene.teacher();
    String login = Scene.account("TCH", null, teacher);
    assertThat(listed(login)).isEmpty();
    teaches(teacher, taught);
    assertThat(listed(login)).containsExactly(PromotionScene.number(taught));
    assertThat(listed(specialist))
        .contains(PromotionScene.number(taught), PromotionScene.number(other));
  }

  private static void teaches(long teacher, long student) throws Exception {
    long offering = Scene.offering(5);
    long section = Scene.section(offering, "GROUP", 5);
    long enrolment = Scene.next("registration_seq");
    Scene.change(
        "INSERT INTO enrolment (id, uuid, student_id, offering_id, type, attempt_no, status,"
            + " enrolled_at) VALUES (?, UUID(), ?, ?, 'ADDITIONAL', 1, 'ENROLLED', '2020-09-01')",
        enrolment,
        student,
        offering);
    Scene.change(
        "INSERT INTO enrolment_place (enrolment_id, section_id) VALUES (?, ?)", enrolment, section);
    Scene.change(
        "INSERT INTO section_teacher (id, section_id, teacher_id, duty, valid_from) VALUES (?, ?,"
            + " ?, 'TEACHER', '2020-01-01')",
        Scene.next("registration_seq"),
        section,
        teacher);
  }

  /** Numbers of the students in the list of requests, as somebody sees it. */
  private static List<String> listed(String login) throws Exception {
    ListQueries lists = Inside.bean(ListQueries.class);
    ListQuery all = new ListQuery(0, 200, "requested_at", true, Map.of(), null);
    return Inside.as(login, () -> lists.page("recognitions", all)).rows().stream()
        .map(row -> String.valueOf(row.values().get(2)))
        .toList();
  }
}
