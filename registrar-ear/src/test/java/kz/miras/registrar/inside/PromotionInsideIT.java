package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.service.promotion.PromotionDesk;
import kz.miras.registrar.achievement.service.promotion.PromotionFile;
import kz.miras.registrar.achievement.service.promotion.PromotionProgress;
import kz.miras.registrar.achievement.service.promotion.PromotionQueries;
import kz.miras.registrar.achievement.service.promotion.PromotionView;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Line;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Part;
import kz.miras.registrar.achievement.service.promotion.PromotionWork;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A year of a programme from the preview to the order that ends it. */
@InsideTest
class PromotionInsideIT {

  private static final String STANDING =
      "SELECT CONCAT(status, ' ', course_year, ' ', funding) FROM student WHERE id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        PromotionInsideIT.class, PromotionOrders.class, PromotionScene.class, Marks.class);
  }

  private static PromotionDesk desk() {
    return Inside.bean(PromotionDesk.class);
  }

  private static int prepared(String office, String run) throws Exception {
    PromotionProgress progress = new PromotionProgress();
    int givenUp = Inside.as(office, () -> Inside.bean(PromotionWork.class).prepare(run, progress));
    assertThat(progress.done()).isEqualTo(progress.total());
    return givenUp;
  }

  private static PromotionView view(String login, String run) throws Exception {
    return Inside.as(
        login, () -> Inside.bean(PromotionQueries.class).view(run, Part.ALL, null, 0, 100));
  }

  private static Line line(PromotionView view, long student) {
    return view.lines().stream()
        .filter(one -> one.number().equals(PromotionScene.number(student)))
        .findFirst()
        .orElseThrow();
  }

  /** Numbers of the rules that refuse. */
  private static List<String> refused(String login, Callable<?> act) {
    RegistrarException.Refused refused =
        catchThrowableOfType(RegistrarException.Refused.class, () -> Inside.as(login, act));
    assertThat(refused).isNotNull();
    return refused.refusals().stream().map(Refusal::rule).distinct().toList();
  }

  private static Callable<Void> doing(Runnable act) {
    return () -> {
      act.run();
      return null;
    };
  }

  @Test
  @DisplayName("PRO-3 to PRO-13 a year is proposed, submitted, agreed and ordered in one act")
  void yearEnds() throws Exception {
    // over long ago, and before the first rules, so that its thresholds judge no other year
    PromotionScene scene = new PromotionScene(1985);
    long good = scene.student(1, "STUDYING");
    long low = scene.student(1, "STUDYING");
    long debtor = scene.student(1, "STUDYING");
    long nothing = scene.student(1, "STUDYING");
    long graduate = scene.student(2, "STUDYING");
    long away = scene.student(1, "ON_LEAVE");
    for (long student : List.of(good, debtor, graduate)) {
      scene.passes(student, 0, Letter.A);
    }
    scene.passes(good, 1, Letter.A);
    scene.passes(debtor, 1, Letter.F);
    scene.passes(low, 0, Letter.C);
    scene.passes(low, 1, Letter.C_MINUS);
    for (int place = 1; place < 4; place++) {
      scene.passes(graduate, place, Letter.A_MINUS);
    }
    long sheet = scene.openSheet(debtor, scene.summer);
    String office = Scene.holding("SPE");
    String senior = Scene.holding("SEN");
    String dean = PromotionScene.dean(scene.school);
    String director = Scene.holding("DIR");
    assertThat(
            refused(
                office,
                () ->
                    desk()
                        .begin(
                            scene.year,
                            Scene.text("SELECT code FROM org_unit WHERE id = ?", scene.school),
                            scene.code,
                            "",
                            LocalDate.of(scene.year - 2, 5, 28))))
        .containsExactly("PRO-10");
    assertThat(
            refused(
                office,
                () ->
                    desk()
                        .begin(
                            scene.year,
                            Scene.text("SELECT code FROM org_unit WHERE id = ?", scene.school),
                            scene.code,
                            "12",
                            LocalDate.of(scene.year, 5, 28))))
        .as("a decision on which no threshold rests")
        .containsExactly("PRO-10");

    String run = scene.begun(office);
    prepared(office, run);
    PromotionView preview = view(dean, run);
    assertThat(preview.preview()).isTrue();
    assertThat(preview.lines()).hasSize(5);
    assertThat(line(preview, good).decided()).isEqualTo(PromotionOutcome.PROMOTED);
    assertThat(line(preview, low).decided()).isEqualTo(PromotionOutcome.REPEAT);
    assertThat(line(preview, low).gpa()).isEqualByComparingTo("1.89");
    assertThat(line(preview, debtor).decided()).isEqualTo(PromotionOutcome.PROMOTED_WITH_DEBT);
    assertThat(line(preview, debtor).debts()).isEqualTo(5);
    assertThat(line(preview, nothing).decided()).isNull();
    assertThat(line(preview, graduate).decided()).isEqualTo(PromotionOutcome.GRADUATED);
    assertThat(refused(dean, doing(() -> desk().submit(run)))).containsExactly("PRO-6", "PRO-13");

    PromotionScene.close(sheet);
    prepared(office, run);
    assertThat(refused(dean, doing(() -> desk().submit(run)))).containsExactly("PRO-13");
    assertThat(
            refused(
                senior, doing(() -> desk().decide(run, PromotionScene.number(nothing), null, " "))))
        .containsExactly("PRO-12");
    Inside.as(
        senior,
        doing(() -> desk().decide(run, PromotionScene.number(nothing), null, "whole year away")));
    String back = "UPDATE student SET status = ? WHERE id = ?";
    Scene.change(back, "STUDYING", away);
    assertThat(refused(dean, doing(() -> desk().submit(run))))
        .as("somebody back from leave is in no line")
        .containsExactly("PRO-13");
    Scene.change(back, "ON_LEAVE", away);
    Inside.as(dean, doing(() -> desk().submit(run)));

    scene.passes(good, 2, Letter.B);
    assertThat(line(view(director, run), good).stale()).isTrue();
    assertThat(refused(director, doing(() -> desk().agree(run)))).containsExactly("PRO-9");
    Inside.as(director, doing(() -> desk().giveBack(run, "an appeal was decided")));
    assertThat(prepared(office, run)).as("the one left out has no new results").isZero();
    Inside.as(dean, doing(() -> desk().submit(run)));
    Inside.as(director, doing(() -> desk().agree(run)));

    String number = "PRO-" + Scene.next("student_seq");
    LocalDate today = Scene.today();
    assertThat(refused(office, doing(() -> desk().order(run, number, today, null))))
        .containsExactly("DAT-2");
    Inside.as(office, doing(() -> desk().order(run, number, today, today)));

    assertThat(standing(good)).isEqualTo("STUDYING 2 GRANT");
    assertThat(standing(debtor)).isEqualTo("STUDYING 2 GRANT");
    assertThat(standing(low)).isEqualTo("STUDYING 1 PAID");
    assertThat(standing(graduate)).isEqualTo("GRADUATED 2 GRANT");
    assertThat(standing(nothing)).isEqualTo("STUDYING 1 GRANT");
    assertThat(standing(away)).isEqualTo("ON_LEAVE 1 GRANT");
    assertThat(
            Scene.text(
                "SELECT GROUP_CONCAT(CONCAT(paragraph, ' ', kind) ORDER BY paragraph) FROM"
                    + " student_order WHERE number = ?",
                number))
        .isEqualTo("1 COURSE_PROMOTION,2 COURSE_PROMOTION,3 REPEAT_YEAR,4 GRADUATION");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM promotion_line l JOIN promotion_run r ON r.id = l.run_id"
                    + " WHERE r.uuid = ? AND l.order_id IS NOT NULL",
                run))
        .isEqualTo(4);
    assertThat(catchThrowableOfType(RegistrarException.Conflict.class, () -> prepared(office, run)))
        .isNotNull();

    assertThat(line(view(director, run), nothing).changed()).isNotNull();
    PromotionView own = view(Scene.account("STU", nothing, null), run);
    assertThat(own.lines()).hasSize(1);
    assertThat(line(own, nothing).changed()).as("the remark is for those who decide").isNull();
    assertThat(own.counts().changed()).isZero();

    String again = scene.begun(office);
    prepared(office, again);
    assertThat(view(office, again).lines())
        .as("only who was left out is in a second run of the year")
        .extracting(Line::number)
        .containsExactly(PromotionScene.number(nothing));
    PromotionOrders.takenBack(office, number, low);
    assertThat(line(view(director, run), low).takenBack()).isTrue();
    prepared(office, again);
    assertThat(view(office, again).lines())
        .as("and whose order was taken back")
        .extracting(Line::number)
        .containsExactlyInAnyOrder(PromotionScene.number(nothing), PromotionScene.number(low));
    Inside.as(office, doing(() -> desk().discard(again)));
  }

  private static String standing(long student) throws SQLException {
    return Scene.text(STANDING, student);
  }

  @Test
  @DisplayName(
      "PRO-6 ACC-1 who sees a run: its school, nobody of another one; as file and on paper")
  void whoSees() throws Exception {
    PromotionScene scene = new PromotionScene(2156);
    long student = scene.student(1, "STUDYING");
    scene.passes(student, 0, Letter.A);
    String office = Scene.holding("SPE");
    String run = scene.begun(office);
    prepared(office, run);
    PromotionView preview = view(PromotionScene.dean(scene.school), run);
    assertThat(preview.preview()).as("no result of the spring yet").isTrue();
    assertThat(preview.may().submit()).isTrue();
    assertThat(preview.may().edit()).isFalse();
    long other = Scene.number("SELECT MAX(id) FROM org_unit WHERE id <> ?", scene.school);
    String stranger = PromotionScene.dean(other);
    assertThat(catchThrowableOfType(RegistrarException.NotFound.class, () -> view(stranger, run)))
        .isNotNull();
    assertThat(
            Inside.as(stranger, () -> Inside.bean(PromotionQueries.class).runs()).stream()
                .map(PromotionView.Head::id))
        .doesNotContain(run);
    String own = Scene.account("STU", student, null);
    assertThat(catchThrowableOfType(RegistrarException.NotFound.class, () -> view(own, run)))
        .as("a student learns what is ordered")
        .isNotNull();
    PromotionFile file = Inside.bean(PromotionFile.class);
    for (Language language : Language.values()) {
      byte[] pdf = Inside.as(office, () -> file.pdf(run, language));
      assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }
    assertThat(Inside.as(office, () -> file.xlsx(run, Language.KK))).hasSizeGreaterThan(1000);
    Inside.as(office, doing(() -> desk().discard(run)));
    assertThat(Scene.number("SELECT COUNT(*) FROM promotion_run WHERE uuid = ?", run)).isZero();
  }

  @Test
  @DisplayName(
      "PRO-9 a run judged by rules that are no longer in force says so and goes no further")
  void otherRules() throws Exception {
    PromotionScene scene = new PromotionScene(2190);
    long student = scene.student(1, "STUDYING");
    scene.passes(student, 0, Letter.C);
    scene.passes(student, 1, Letter.C);
    String office = Scene.holding("SPE");
    String dean = PromotionScene.dean(scene.school);
    String run = scene.begun(office);
    prepared(office, run);
    assertThat(line(view(dean, run), student).otherRules()).isFalse();
    assertThat(refused(dean, doing(() -> desk().submit(run)))).doesNotContain("PRO-9");

    scene.thresholds("08-02", "1=1.50");

    PromotionView moved = view(dean, run);
    assertThat(line(moved, student).otherRules()).isTrue();
    assertThat(line(moved, student).stale()).as("nothing of the student has moved").isFalse();
    assertThat(moved.counts().stale()).isOne();
    assertThat(moved.ready().refusals())
        .extracting(Refusal::code)
        .contains("achievement.promotion.other-rules")
        .doesNotContain("achievement.promotion.stale");
    assertThat(refused(dean, doing(() -> desk().submit(run)))).contains("PRO-9");

    prepared(office, run);
    PromotionView anew = view(dean, run);
    assertThat(line(anew, student).otherRules()).isFalse();
    assertThat(line(anew, student).threshold()).isEqualByComparingTo("1.50");
    assertThat(refused(dean, doing(() -> desk().submit(run)))).doesNotContain("PRO-9");
    Inside.as(office, doing(() -> desk().discard(run)));
  }
}
