package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.achievement.service.FxDesk;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.office.service.RecordDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is told when an exam is set and moved, and in whose window a retake lies. */
@InsideTest
class MovedExamInsideIT {

  private static final int FIRST = 173;
  private static final String SAID =
      "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code = ? AND args LIKE CONCAT('%',"
          + " (SELECT number FROM sheet WHERE uuid = ?), '%')";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(MovedExamInsideIT.class, SheetScene.class, FxScene.class);
  }

  private static long said(long teacher, String code, String sheet) throws Exception {
    return Scene.number(SAID, teacher, code, sheet);
  }

  /** An FX sheet of one student in a term of its own, without a day. */
  private static String retake(SheetScene scene, long term) throws Exception {
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
    scene.score(0, 30);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    SheetScene.act(Scene.holding("SPE"), () -> desk.publish(scene.sheet(), SheetPart.RESULT));
    FxDesk rights = Inside.bean(FxDesk.class);
    assertThat(Inside.as(Scene.holding("SEN"), () -> rights.issueAll(term, true))).isOne();
    FollowingSheets following = Inside.bean(FollowingSheets.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> following.formAll(term))).isOne();
    return Scene.text(
        "SELECT f.uuid FROM sheet f JOIN sheet h ON h.id = f.continues_id WHERE h.uuid = ?",
        scene.sheet());
  }

  @Test
  @DisplayName(
      "SHT-11 FXR-1 a retake lies in the window of its students’ course; the day and each move are"
          + " told to student and both examiners")
  void told() throws Exception {
    long term = Scene.term("MOV-27", 2227);
    SheetScene scene = SheetScene.open(FIRST, 1);
    long course = Scene.number("SELECT course_year FROM student WHERE id = ?", scene.student(0));
    LocalDate own = LocalDate.of(2128, 1, 4).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    LocalDate others = own.plusWeeks(2);
    FxScene.window(term, others.toString());
    Scene.change(
        "INSERT INTO calendar_event (id, term_id, kind, starts_on, ends_on, course_year) VALUES (?,"
            + " ?, 'FX_WINDOW', ?, ?, ?)",
        Scene.next("calendar_seq"),
        term,
        own.toString(),
        own.plusDays(1).toString(),
        course);
    String retake = retake(scene, term);
    SheetDesk desk = Inside.bean(SheetDesk.class);
    String office = Scene.holding("SPE");
    long me = scene.teacherKey();
    assertThat(
            SheetScene.refused(
                office, () -> desk.appoint(retake, me, me, null, others, null, null)))
        .as("the window of the others")
        .containsExactly("attestation.sitting.outside");
    SheetScene.act(
        office, () -> desk.appoint(retake, me, me, null, own, LocalTime.of(10, 0), "201"));
    assertThat(scene.told(0, "attestation.notice.exam-named")).isOne();
    assertThat(said(me, "attestation.notice.exam-named", retake)).isOne();

    long next = Scene.number("SELECT MIN(id) FROM teacher");
    Map<String, String> values = new HashMap<>();
    values.put("sheet", Scene.text("SELECT number FROM sheet WHERE uuid = ?", retake));
    values.put("exam_date", own.plusDays(1).toString());
    values.put("exam_time", "12:00");
    values.put("room", "305");
    values.put("basis", "order 27");
    values.put("examiner", Scene.text("SELECT personnel_no FROM teacher WHERE id = ?", next));
    RecordDesk records = Inside.bean(RecordDesk.class);
    Map<String, String> key = Map.of("sheet", values.get("sheet"));
    assertThat(
            Inside.as(
                    office,
                    () ->
                        records.save(
                            "sittings", records.stored("sittings", key), values, null, true))
                .refusals())
        .isEmpty();
    assertThat(scene.told(0, "attestation.notice.exam-moved")).isOne();
    for (long teacher : new long[] {me, next}) {
      assertThat(said(teacher, "attestation.notice.exam-moved", retake)).isOne();
    }
    assertThat(said(me, "attestation.notice.examiner-released", retake)).isOne();
    assertThat(said(next, "attestation.notice.examiner-named", retake)).isOne();
    SheetScene.act(
        office,
        () -> desk.appoint(retake, me, next, null, own.plusDays(1), LocalTime.of(12, 0), "305"));
    assertThat(scene.told(0, "attestation.notice.exam-moved")).as("nothing has moved").isOne();
  }
}
