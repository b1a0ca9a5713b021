package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.retake.ScheduleReason;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.SheetFormation;
import kz.miras.registrar.attestation.service.retake.ScheduleDesk;
import kz.miras.registrar.attestation.service.retake.ScheduleQueries;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.SectionDesk;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Individual exam schedules from the certificate to the sheet, in the container. */
@InsideTest
class ScheduleInsideIT {

  private static final int FIRST = 148;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ScheduleInsideIT.class, SheetScene.class, ScheduleScene.class);
  }

  private static long told(SheetScene scene, String id, String code) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code = ? AND link LIKE ?",
        scene.student(0),
        code,
        "%" + id);
  }

  @Test
  @DisplayName(
      "EXM-7 a certificate, the dean, the office: the absence is excused, the exam taken later")
  void illness() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    scene.examAt(scene.now().minusHours(2));
    SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "AB");
    String id = ScheduleScene.ask(scene, ScheduleReason.ILLNESS, false);
    ScheduleDesk desk = Inside.bean(ScheduleDesk.class);
    String student = Scene.account("STU", scene.student(0), null);
    ScheduleDesk.Asked twice =
        new ScheduleDesk.Asked("me", ScheduleReason.FAMILY, false, "again", Set.of(scene.sheet()));
    assertThat(
            SheetScene.refused(
                student,
                () ->
                    desk.ask(twice, new ScheduleDesk.Certificate("note.pdf", ScheduleScene.SCAN))))
        .containsExactly("attestation.schedule.twice");
    String senior = Scene.holding("SEN");
    BasisDocument basis = SheetScene.basis(BasisDocument.Type.DECISION);
    assertThat(
            SheetScene.refused(
                senior, () -> desk.approve(id, basis, ScheduleScene.FROM, ScheduleScene.TO)))
        .as("the dean first")
        .containsExactly("attestation.schedule.state");
    String dean = ScheduleScene.dean(scene);
    assertThat(SheetScene.refused(dean, () -> desk.agree(id, false, " ")))
        .containsExactly("attestation.schedule.why");
    SheetScene.act(dean, () -> desk.agree(id, true, null));
    assertThat(told(scene, id, "attestation.notice.schedule-agreed")).isOne();
    SheetScene.act(senior, () -> desk.approve(id, basis, ScheduleScene.FROM, ScheduleScene.TO));
    assertThat(told(scene, id, "attestation.notice.schedule-yes")).isOne();
    assertThat(Scene.text("SELECT mark FROM sheet_row WHERE id = ?", scene.row(0))).isEqualTo("AE");

    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    FollowingSheets following = Inside.bean(FollowingSheets.class);
    String own =
        Inside.as(Scene.holding("SPE"), () -> following.form(scene.sheet(), SheetKind.INDIVIDUAL));
    SheetDesk sheets = Inside.bean(SheetDesk.class);
    assertThat(
            SheetScene.refused(
                Scene.holding("SPE"),
                () ->
                    sheets.appoint(
                        own,
                        scene.teacherKey(),
                        scene.teacherKey(),
                        null,
                        ScheduleScene.TO.plusDays(1),
                        null,
                        null)))
        .as("the days the document gives")
        .contains("attestation.schedule.outside");
    ScheduleQueries queries = Inside.bean(ScheduleQueries.class);
    assertThat(Inside.as(dean, () -> queries.view(id)).parts())
        .singleElement()
        .satisfies(
            part ->
                assertThat(part.sitting())
                    .isEqualTo(Scene.text("SELECT number FROM sheet WHERE uuid = ?", own)));

    ScheduleQueries.File file = Inside.as(dean, () -> queries.certificate(id));
    assertThat(file.name()).isEqualTo("note.pdf");
    assertThat(file.content()).isEqualTo(ScheduleScene.SCAN);
    assertThatThrownBy(() -> Inside.as(scene.teacher(), () -> queries.certificate(id)))
        .as("a teacher reads nothing of somebody's health")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThat(Inside.as(dean, () -> queries.view(id)).explanation()).isEqualTo("see there");
    for (String login : List.of(Scene.holding("AUD"), Scene.holding("ACC"))) {
      ScheduleQueries.View view = Inside.as(login, () -> queries.view(id));
      assertThat(view.parts()).as("which exam is put off").hasSize(1);
      assertThat(view.reason()).isNull();
      assertThat(view.explanation()).isNull();
      assertThat(view.fileName()).isNull();
    }
  }

  @Test
  @DisplayName("EXM-9 by order an exam is taken before the session, with the rating that stands")
  void early() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    scene.examAt(scene.now().plusDays(3));
    assertThatThrownBy(() -> ScheduleScene.ask(scene, ScheduleReason.MOBILITY, true))
        .as("the rating is a draft")
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            e -> assertThat(e.code()).isEqualTo("attestation.schedule.rating-draft"));
    PublicationDesk publication = Inside.bean(PublicationDesk.class);
    SheetScene.act(
        Scene.holding("SPE"), () -> publication.publish(scene.sheet(), SheetPart.RATING));
    String id = ScheduleScene.ask(scene, ScheduleReason.MOBILITY, true);
    ScheduleDesk desk = Inside.bean(ScheduleDesk.class);
    SheetScene.act(ScheduleScene.dean(scene), () -> desk.agree(id, true, null));
    String senior = Scene.holding("SEN");
    assertThat(
            SheetScene.refused(
                senior,
                () ->
                    desk.approve(
                        id,
                        SheetScene.basis(BasisDocument.Type.MEMO),
                        ScheduleScene.FROM,
                        ScheduleScene.TO)))
        .containsExactly("attestation.schedule.order");
    ScheduleScene.approve(senior, id);
    assertThat(
            Scene.text(
                "SELECT CONCAT(h.kind, ' ', r.carried_rating) FROM sheet_row r JOIN sheet h ON h.id"
                    + " = r.sheet_id JOIN sheet m ON m.id = h.continues_id WHERE r.student_id = ?"
                    + " AND m.uuid = ?",
                scene.student(0),
                scene.sheet()))
        .isEqualTo("INDIVIDUAL 60");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.uuid ="
                    + " ? AND r.student_id = ?",
                scene.sheet(),
                scene.student(0)))
        .as("the group's sheet waits for the student no longer")
        .isZero();
  }

  @Test
  @DisplayName(
      "SHT-23 who sat early and changes the group keeps sheet and mark, and gets no other row")
  void changesTheGroup() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    String number = Scene.students(FIRST, 1).get(0);
    scene.examAt(scene.now().plusDays(3));
    PublicationDesk publication = Inside.bean(PublicationDesk.class);
    SheetScene.act(
        Scene.holding("SPE"), () -> publication.publish(scene.sheet(), SheetPart.RATING));
    long group = Scene.number("SELECT section_id FROM sheet WHERE uuid = ?", scene.sheet());
    long offering = Scene.number("SELECT offering_id FROM section WHERE id = ?", group);
    enrol(number, offering);
    String id = ScheduleScene.ask(scene, ScheduleReason.MOBILITY, true);
    ScheduleDesk desk = Inside.bean(ScheduleDesk.class);
    SheetScene.act(ScheduleScene.dean(scene), () -> desk.agree(id, true, null));
    ScheduleScene.approve(Scene.holding("SEN"), id);
    Scene.change(
        "UPDATE sheet_row SET score = 88, typed_by = 'in-early', scored_by = 'in-early' WHERE id ="
            + " (SELECT r.id FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.kind ="
            + " 'INDIVIDUAL' AND h.section_id = ?)",
        group);
    long other = Scene.section(offering, "GROUP", 3);
    SheetFormation formation = Inside.bean(SheetFormation.class);

    SectionDesk sections = Inside.bean(SectionDesk.class);
    assertThat(
            Inside.as(Scene.holding("SPE"), () -> sections.merge(group, other, "few")).isAllowed())
        .isTrue();

    String early =
        "SELECT CONCAT_WS(' ', r.score, r.scored_by, e.status) FROM sheet_row r JOIN sheet h ON"
            + " h.id = r.sheet_id LEFT JOIN enrolment e ON e.id = r.enrolment_id WHERE h.kind ="
            + " 'INDIVIDUAL' AND h.section_id = ? AND r.student_id = ?";
    assertThat(Scene.text(early, group, scene.student(0))).isEqualTo("88 in-early ENROLLED");
    assertThat(SheetScene.refused(Scene.holding("SPE"), () -> formation.form(other)))
        .as("nobody of the new group is still to sit")
        .isNotEmpty();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE"
                    + " h.section_id = ? AND r.student_id = ?",
                other,
                scene.student(0)))
        .isZero();

    long enrolment =
        Scene.number(
            "SELECT id FROM enrolment WHERE student_id = ? AND offering_id = ?",
            scene.student(0),
            offering);
    SheetScene.act(
        Scene.holding("SPE"),
        () ->
            Inside.bean(RegistrationCounter.class)
                .leave(enrolment, EnrolmentStatus.CANCELLED_BY_OR, "leaves"));
    assertThat(Scene.text(early, group, scene.student(0)))
        .as("what is marked stands until the office decides")
        .startsWith("88 in-early");
  }

  private static void enrol(String student, long offering) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Decision decision =
        Inside.as(
            Scene.holding("SPE"),
            () ->
                counter.enrol(
                    student, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
    assertThat(decision.enrolled()).as(decision.toString()).isTrue();
  }

  @Test
  @DisplayName("EXM-7 why a schedule was refused is for those who decide and for the student only")
  void refusedWithAReason() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    scene.examAt(scene.now().minusHours(2));
    SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "AB");
    String id = ScheduleScene.ask(scene, ScheduleReason.ILLNESS, false);
    String dean = ScheduleScene.dean(scene);
    SheetScene.act(
        dean, () -> Inside.bean(ScheduleDesk.class).agree(id, false, "the flu is over by then"));
    ScheduleQueries queries = Inside.bean(ScheduleQueries.class);
    String student = Scene.account("STU", scene.student(0), null);
    for (String login : List.of(student, dean, Scene.holding("SEN"))) {
      assertThat(Inside.as(login, () -> queries.view(id)).note())
          .isEqualTo("the flu is over by then");
    }
    for (String login : List.of(Scene.holding("AUD"), Scene.holding("ACC"))) {
      ScheduleQueries.View view = Inside.as(login, () -> queries.view(id));
      assertThat(view.note()).isNull();
      assertThat(view.parts()).as("which exam it is about").hasSize(1);
    }
  }
}
