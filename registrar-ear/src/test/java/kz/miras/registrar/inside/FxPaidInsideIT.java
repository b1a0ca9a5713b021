package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.service.FxDesk;
import kz.miras.registrar.achievement.service.FxEnding;
import kz.miras.registrar.achievement.service.FxQueries;
import kz.miras.registrar.achievement.service.FxView;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.registration.service.payment.PaymentExpiry;
import kz.miras.registrar.registration.service.payment.PaymentQueries;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An FX retake that is paid, from its price to the slip, in the container. */
@InsideTest
class FxPaidInsideIT {

  private static final int FIRST = 173;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(FxPaidInsideIT.class, SheetScene.class, FxScene.class);
  }

  @Test
  @DisplayName("FXR-2 FXR-6 PAY-7 a paid retake: price by order, request, accounting's mark, slip")
  void paid() throws Exception {
    long term = Scene.term("FXR-92", 2192);
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
    paidRules(scene);
    price(term);
    FxScene.window(term, "2193-01-16");
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
    String asked = FxScene.right(scene, 0);
    String listed = FxScene.right(scene, 1);
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
    assertThat(FxScene.status(listed)).as("asked for by the list").isEqualTo("ASKED");

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

    ListQuery refunds =
        new ListQuery(
            0, 5, null, true, Map.of(ListQuery.ONLY, "refund-fx", "term", "FXR-92"), null);
    ListQueries lists = Inside.bean(ListQueries.class);
    assertThat(Inside.as(accounting, () -> lists.page("payments", refunds)).total()).isZero();
    long key = Scene.number("SELECT id FROM fx_right WHERE uuid = ?", listed);
    FxScene.window(term, Scene.today().minusDays(1).toString());
    Inside.bean(FxEnding.class).expire(key);
    assertThat(FxScene.status(listed)).isEqualTo("EXPIRED");
    assertThat(Inside.as(accounting, () -> lists.page("payments", refunds)).total())
        .as("paid and not sat: accounting pays it back")
        .isEqualTo(1);
    refunded(scene, term, accounting, after.requestId());
    assertThat(Inside.as(accounting, () -> lists.page("payments", refunds)).total())
        .as("paid back")
        .isZero();
  }

  /** PAY-8. Another person than who marked the payment records the refund; the student sees it. */
  private static void refunded(SheetScene scene, long term, String accounting, String sitting)
      throws Exception {
    String listed =
        Scene.text(
            "SELECT uuid FROM payment_request WHERE term_id = ? AND student_id = ? AND status ="
                + " 'PAID'",
            term,
            scene.student(1));
    PaymentSound.Mark back = new PaymentSound.Mark(Scene.today(), "order 15", null);
    assertThat(refund(accounting, listed, back)).containsExactly("registration.payment.own");
    String other = Scene.holding("ACC");
    assertThat(refund(other, sitting, back))
        .as("who has a slip may still sit")
        .containsExactly("registration.payment.not-owed");
    PaymentQueries queries = Inside.bean(PaymentQueries.class);
    String student = Scene.account("STU", scene.student(1), null);
    assertThat(Inside.as(student, () -> queries.payment(listed)).owed()).isTrue();
    assertThat(refund(other, listed, back)).isEmpty();
    PaymentQueries.View seen = Inside.as(student, () -> queries.payment(listed));
    assertThat(seen.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(seen.owed()).isFalse();
    assertThat(seen.refund().on()).isEqualTo(Scene.today());
    assertThat(seen.refund().document()).isEqualTo("order 15");
    assertThat(seen.refund().by()).isEqualTo(other);
    assertThat(seen.document()).as("the payment stays on record").isEqualTo("receipt 9");
    assertThat(scene.told(1, "registration.notice.payment-refunded")).isOne();
    assertThat(refund(other, listed, back)).containsExactly("registration.payment.not-paid");
  }

  private static List<String> refund(String login, String request, PaymentSound.Mark mark)
      throws Exception {
    PaymentDesk payments = Inside.bean(PaymentDesk.class);
    return Inside.as(login, () -> payments.refund(request, mark)).refusals().stream()
        .map(Refusal::code)
        .toList();
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
    FxScene.window(term, "2194-01-16");
    scene.score(0, 49);
    scene.score(1, 90);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    PublicationDesk publication = Inside.bean(PublicationDesk.class);
    SheetScene.act(
        Scene.holding("SPE"), () -> publication.publish(scene.sheet(), SheetPart.RESULT));
    String right = FxScene.right(scene, 0);
    String student = Scene.account("STU", scene.student(0), null);
    FxDesk desk = Inside.bean(FxDesk.class);
    SheetScene.act(student, () -> desk.ask(right));
    Scene.change(
        "UPDATE payment_request SET expires_on = '2001-01-01' WHERE term_id = ? AND student_id = ?",
        term,
        scene.student(0));
    long request = request(term, "REQUESTED");
    Inside.bean(PaymentExpiry.class).expire(request);
    assertThat(FxScene.status(right)).isEqualTo("OPEN");
    SheetScene.act(student, () -> desk.ask(right));
    assertThat(request(term, "REQUESTED")).isNotEqualTo(request);

    long key = Scene.number("SELECT id FROM fx_right WHERE uuid = ?", right);
    FxScene.window(term, Scene.today().minusDays(1).toString());
    Inside.bean(FxEnding.class).expire(key);
    assertThat(FxScene.status(right)).isEqualTo("EXPIRED");
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
        "testing-fx-paid-" + rules,
        rules % 30_000,
        scene.sheet());
    String values =
        Scene.text(
            "SELECT GROUP_CONCAT(CONCAT(v.parameter, '=', v.value) SEPARATOR '\n') FROM rule_value v"
                + " JOIN rule_set s ON s.id = v.rule_set_id WHERE s.code = (SELECT rule_set_code FROM"
                + " sheet WHERE uuid = ?) AND v.parameter <> 'FX_PAID'",
            scene.sheet());
    for (String value : values == null ? List.<String>of() : values.lines().toList()) {
      String[] pair = value.split("=", 2);
      Scene.change(
          "INSERT INTO rule_value (rule_set_id, parameter, value) VALUES (?, ?, ?)",
          rules,
          pair[0],
          pair[1]);
    }
    Scene.change(
        "INSERT INTO rule_value (rule_set_id, parameter, value) VALUES (?, 'FX_PAID', 'true')",
        rules);
    Scene.change(
        "UPDATE sheet SET rule_set_code = ? WHERE uuid = ?",
        "testing-fx-paid-" + rules,
        scene.sheet());
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
