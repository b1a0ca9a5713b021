package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.achievement.service.FxDesk;
import kz.miras.registrar.achievement.service.FxEnding;
import kz.miras.registrar.achievement.service.FxQueries;
import kz.miras.registrar.achievement.service.FxSlipFile;
import kz.miras.registrar.achievement.service.FxView;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.registration.service.payment.PaymentExpiry;
import kz.miras.registrar.shared.Language;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The right of an FX retake from publication to its use or its end, in the container. */
@InsideTest
class FxInsideIT {

  private static final int FIRST = 173;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(FxInsideIT.class, SheetScene.class);
  }

  /** A published sheet of two students with FX in a term of its own. */
  private static SheetScene published(long term, String until) throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
    window(term, until);
    scene.score(0, 49);
    scene.score(1, 25);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    SheetScene.act(Scene.holding("SPE"), () -> desk.publish(scene.sheet(), SheetPart.RESULT));
    return scene;
  }

  private static void window(long term, String until) throws SQLException {
    Scene.change("DELETE FROM calendar_event WHERE term_id = ?", term);
    Scene.change(
        "INSERT INTO calendar_event (id, term_id, kind, starts_on, ends_on) VALUES (?, ?,"
            + " 'FX_WINDOW', ?, ?)",
        Scene.next("calendar_seq"),
        term,
        until,
        until);
  }

  private static String right(SheetScene scene, int place) throws SQLException {
    return Scene.text(
        "SELECT uuid FROM fx_right WHERE student_id = ? AND sheet_id = (SELECT id FROM sheet WHERE"
            + " uuid = ?)",
        scene.student(place),
        scene.sheet());
  }

  private static String status(String right) throws SQLException {
    return Scene.text("SELECT status FROM fx_right WHERE uuid = ?", right);
  }

  @Test
  @DisplayName(
      "FXR-1 FXR-3 publication gives the right, the slip is for one sitting, the retake uses it")
  void used() throws Exception {
    long term = Scene.term("FXR-45", 2145);
    SheetScene scene = published(term, "2146-01-16");
    assertThat(scene.told(0, "attestation.notice.fx-open")).isOne();
    String asked = right(scene, 0);
    String listed = right(scene, 1);
    String student = Scene.account("STU", scene.student(0), null);
    String senior = Scene.holding("SEN");
    FxDesk desk = Inside.bean(FxDesk.class);
    FxQueries queries = Inside.bean(FxQueries.class);
    Map<String, FxView> own = Inside.as(student, () -> queries.ofStudent("me"));
    assertThat(own.values())
        .filteredOn(view -> view.id().equals(asked))
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.mayAsk()).isTrue();
              assertThat(view.mayIssue()).isFalse();
              assertThat(view.until()).isEqualTo("2146-01-16");
            });
    assertThat(SheetScene.refused(student, () -> desk.ask(asked))).isEmpty();
    assertThat(SheetScene.refused(student, () -> desk.ask(asked)))
        .containsExactly("attestation.fx-right.asked");

    SheetScene.act(Scene.holding("ACC"), () -> desk.pay(listed, Scene.today(), "receipt 7"));
    assertThat(scene.told(1, "attestation.notice.fx-paid")).isOne();

    assertThat(Inside.as(senior, () -> desk.issueAll(term, false))).isOne();
    assertThat(status(asked)).isEqualTo("SLIP");
    assertThat(status(listed)).isEqualTo("OPEN");
    assertThat(Inside.as(senior, () -> desk.issueAll(term, true))).isOne();
    assertThat(scene.told(1, "attestation.notice.fx-slip")).isOne();
    assertThat(SheetScene.refused(senior, () -> desk.issue(asked)))
        .containsExactly("attestation.fx-right.slip");
    byte[] slip = Inside.as(student, () -> Inside.bean(FxSlipFile.class).print(asked, Language.KK));
    assertThat(new String(slip, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

    String specialist = Scene.holding("SPE");
    FollowingSheets following = Inside.bean(FollowingSheets.class);
    assertThat(Inside.as(specialist, () -> following.formAll(term))).isOne();
    assertThat(Inside.as(specialist, () -> following.formAll(term))).as("once only").isZero();
    assertThat(scene.told(0, "attestation.notice.following")).isOne();
    String retake =
        Scene.text(
            "SELECT f.uuid FROM sheet f JOIN sheet h ON h.id = f.continues_id WHERE h.uuid = ?",
            scene.sheet());
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id"
                    + " WHERE h.uuid = ?",
                retake))
        .isEqualTo(2);
    sit(scene, retake);
    assertThat(status(asked)).isEqualTo("USED");
    assertThat(status(listed)).isEqualTo("USED");
    assertThat(
            Scene.text(
                "SELECT letter FROM achievement WHERE student_id = ? AND sheet_kind = 'FX' ORDER BY"
                    + " position DESC LIMIT 1",
                scene.student(0)))
        .as("0.6 of 60 and 0.4 of 70 are 64")
        .isEqualTo("C-");
  }

  private static void sit(SheetScene scene, String retake) throws Exception {
    Scene.change(
        "UPDATE sheet SET status = 'OPEN', exam_date = ?, version = version + 1 WHERE uuid = ?",
        scene.now().toLocalDate(),
        retake);
    Scene.change(
        "UPDATE sheet_row r JOIN sheet h ON h.id = r.sheet_id SET r.score = 70 WHERE h.uuid = ? AND"
            + " r.mark IS NULL",
        retake);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(retake));
    SheetPosting posting = Inside.bean(SheetPosting.class);
    Inside.as(Scene.holding("SPE"), () -> posting.close(retake));
  }

  @Test
  @DisplayName(
      "FXR-1 FXR-5 a sitting posted as W frees the slip; the right ends, and is given again in time")
  void withdrawn() throws Exception {
    long term = Scene.term("FXR-49", 2149);
    SheetScene scene = published(term, "2150-01-16");
    String right = right(scene, 0);
    FxDesk desk = Inside.bean(FxDesk.class);
    String senior = Scene.holding("SEN");
    assertThat(Inside.as(senior, () -> desk.issueAll(term, true))).isEqualTo(2);
    FollowingSheets following = Inside.bean(FollowingSheets.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> following.formAll(term))).isOne();
    String retake =
        Scene.text(
            "SELECT f.uuid FROM sheet f JOIN sheet h ON h.id = f.continues_id WHERE h.uuid = ?",
            scene.sheet());
    Scene.change(
        "UPDATE sheet_row r JOIN sheet h ON h.id = r.sheet_id SET r.mark = 'W' WHERE h.uuid = ? AND"
            + " r.student_id = ?",
        retake,
        scene.student(0));
    sit(scene, retake);
    assertThat(status(right(scene, 1))).isEqualTo("USED");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM fx_right WHERE uuid = ? AND status = 'SLIP' AND slip_sheet_id"
                    + " IS NULL",
                right))
        .isOne();

    long key = Scene.number("SELECT id FROM fx_right WHERE uuid = ?", right);
    FxEnding ending = Inside.bean(FxEnding.class);
    window(term, Scene.today().minusDays(1).toString());
    assertThat(ending.due()).contains(key);
    ending.expire(key);
    assertThat(Inside.as(senior, () -> desk.openAll(term))).as("the window is over").isZero();
    window(term, "2150-01-16");
    assertThat(Inside.as(senior, () -> desk.openAll(term))).isOne();
    assertThat(status(right)).isEqualTo("OPEN");
    assertThat(Inside.as(senior, () -> desk.openAll(term))).as("once").isZero();
  }

  @Test
  @DisplayName("FXR-5 an unused right ends with the window and the student is told, once")
  void expired() throws Exception {
    long term = Scene.term("FXR-46", 2146);
    SheetScene scene = published(term, "2147-01-16");
    String right = right(scene, 0);
    long key = Scene.number("SELECT id FROM fx_right WHERE uuid = ?", right);
    FxEnding ending = Inside.bean(FxEnding.class);
    assertThat(ending.due()).doesNotContain(key);
    ending.expire(key);
    assertThat(status(right)).as("it came too early").isEqualTo("OPEN");
    window(term, Scene.today().minusDays(1).toString());
    assertThat(ending.due()).contains(key);
    ending.expire(key);
    ending.expire(key);
    assertThat(status(right)).isEqualTo(FxRightStatus.EXPIRED.name());
    assertThat(scene.told(0, "attestation.notice.fx-expired")).isOne();
    String student = Scene.account("STU", scene.student(0), null);
    assertThat(SheetScene.refused(student, () -> Inside.bean(FxDesk.class).ask(right)))
        .contains("attestation.fx-right.ended");
  }

  @Test
  @DisplayName("FXR-2 FXR-6 PAY-7 a paid retake: price by order, request, accounting's mark, slip")
  void paid() throws Exception {
    long term = Scene.term("FXR-92", 2192);
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
    paidRules(scene);
    price(term);
    window(term, "2193-01-16");
    scene.score(0, 49);
    scene.score(1, 25);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    PublicationDesk publication = Inside.bean(PublicationDesk.class);
    SheetScene.act(
        Scene.holding("SPE"), () -> publication.publish(scene.sheet(), SheetPart.RESULT));
    assertThat(scene.told(0, "attestation.notice.fx-fee")).isOne();

    FxDesk desk = Inside.bean(FxDesk.class);
    FxQueries queries = Inside.bean(FxQueries.class);
    String asked = right(scene, 0);
    String listed = right(scene, 1);
    String student = Scene.account("STU", scene.student(0), null);
    FxView before = Inside.as(student, () -> queries.right(asked));
    assertThat(before.fee()).as("of one credit").isEqualByComparingTo("2500");
    assertThat(before.request()).isNull();
    SheetScene.act(student, () -> desk.ask(asked));
    FxView after = Inside.as(student, () -> queries.right(asked));
    assertThat(after.request()).isNotNull();
    assertThat(after.unpaid()).isTrue();
    String senior = Scene.holding("SEN");
    assertThat(SheetScene.refused(senior, () -> desk.issue(asked)))
        .containsExactly("attestation.fx-right.unpaid");
    assertThat(Inside.as(senior, () -> desk.issueAll(term, true))).as("nobody has paid").isZero();
    assertThat(status(listed)).as("asked for by the list").isEqualTo("ASKED");

    String accounting = Scene.holding("ACC");
    PaymentDesk payments = Inside.bean(PaymentDesk.class);
    PaymentSound.Mark mark = new PaymentSound.Mark(Scene.today(), "statement 8", null);
    assertThat(Inside.as(accounting, () -> payments.confirm(after.requestId(), mark)).isAllowed())
        .isTrue();
    assertThat(Inside.as(student, () -> queries.right(asked)).paidDocument())
        .isEqualTo("statement 8");
    SheetScene.act(accounting, () -> desk.pay(listed, Scene.today(), "receipt 9"));
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM payment_request WHERE term_id = ? AND purpose = 'FX' AND"
                    + " status = 'PAID' AND amount = 2500",
                term))
        .as("marked at the right, the request is paid too")
        .isEqualTo(2);
    assertThat(Inside.as(senior, () -> desk.issueAll(term, false))).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "FXR-5 FXR-6 a request nobody pays lets the right be asked for anew; its end takes it")
  void unpaid() throws Exception {
    long term = Scene.term("FXR-93", 2193);
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
    paidRules(scene);
    price(term);
    window(term, "2194-01-16");
    scene.score(0, 49);
    scene.score(1, 90);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    PublicationDesk publication = Inside.bean(PublicationDesk.class);
    SheetScene.act(
        Scene.holding("SPE"), () -> publication.publish(scene.sheet(), SheetPart.RESULT));
    String right = right(scene, 0);
    String student = Scene.account("STU", scene.student(0), null);
    FxDesk desk = Inside.bean(FxDesk.class);
    SheetScene.act(student, () -> desk.ask(right));
    Scene.change(
        "UPDATE payment_request SET expires_on = '2001-01-01' WHERE term_id = ? AND student_id = ?",
        term,
        scene.student(0));
    long request = request(term, "REQUESTED");
    Inside.bean(PaymentExpiry.class).expire(request);
    assertThat(status(right)).isEqualTo("OPEN");
    SheetScene.act(student, () -> desk.ask(right));
    assertThat(request(term, "REQUESTED")).isNotEqualTo(request);

    long key = Scene.number("SELECT id FROM fx_right WHERE uuid = ?", right);
    window(term, Scene.today().minusDays(1).toString());
    Inside.bean(FxEnding.class).expire(key);
    assertThat(status(right)).isEqualTo("EXPIRED");
    assertThat(request(term, "WITHDRAWN")).as("nobody need pay").isPositive();
  }

  private static long request(long term, String status) throws SQLException {
    return Scene.number(
        "SELECT MAX(id) FROM payment_request WHERE term_id = ? AND status = ?", term, status);
  }

  /** The rules of a sheet, but for an FX retake that is paid; they are in force for nobody else. */
  private static void paidRules(SheetScene scene) throws SQLException {
    long rules = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO rule_set (id, code, level, valid_from, approved_by) SELECT ?, ?, level,"
            + " '1901-01-01' + INTERVAL ? DAY, 'for this test' FROM rule_set WHERE code = (SELECT"
            + " rule_set_code FROM sheet WHERE uuid = ?)",
        rules,
        "fx-paid-" + rules,
        rules % 30_000,
        scene.sheet());
    Scene.change(
        "INSERT INTO rule_value (rule_set_id, parameter, value) SELECT ?, v.parameter, v.value FROM"
            + " rule_value v JOIN rule_set s ON s.id = v.rule_set_id WHERE s.code = (SELECT"
            + " rule_set_code FROM sheet WHERE uuid = ?) AND v.parameter <> 'FX_PAID'",
        rules,
        scene.sheet());
    Scene.change(
        "INSERT INTO rule_value (rule_set_id, parameter, value) VALUES (?, 'FX_PAID', 'true')",
        rules);
    Scene.change(
        "UPDATE sheet SET rule_set_code = ? WHERE uuid = ?", "fx-paid-" + rules, scene.sheet());
  }

  private static void price(long term) throws SQLException {
    Scene.change(
        "INSERT INTO price_order (id, purpose, term_id, valid_from, price, order_no, order_date,"
            + " entered_by, entered_at) VALUES (?, 'FX', ?, '2020-01-01', 2500, '7', '2020-01-01',"
            + " 'test', UTC_TIMESTAMP(6))",
        Scene.next("registration_seq"),
        term);
  }
}
