package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.registration.service.payment.PaymentExpiry;
import kz.miras.registrar.registration.service.payment.PaymentQueries;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From a request for a seat that has to be paid to the mark of accounting, or to its end. */
@InsideTest
class PaymentsInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PaymentsInsideIT.class, Crowd.class);
  }

  private static PaymentDesk desk() {
    return Inside.bean(PaymentDesk.class);
  }

  /** A repeat of a discipline the student has failed: what has to be paid. */
  private record Asked(long student, long enrolment, String id) {}

  private static Asked repeat(int student) throws Exception {
    long offering = Scene.offering(5);
    Scene.section(offering, "GROUP", 5);
    String number = Scene.student(student);
    long key = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
    Decision decision =
        Inside.as(
            Scene.holding("SPE"),
            () ->
                Inside.bean(RegistrationCounter.class)
                    .enrol(number, offering, NamedSections.ANY, EnrolmentType.RETAKE, null));
    assertThat(decision.verdict().refusals()).isEmpty();
    assertThat(status("enrolment", decision.enrolment())).isEqualTo("REQUESTED");
    return new Asked(
        key,
        decision.enrolment(),
        Scene.text(
            "SELECT uuid FROM payment_request WHERE enrolment_id = ?", decision.enrolment()));
  }

  private static String status(String table, long id) throws SQLException {
    return Scene.text("SELECT status FROM " + table + " WHERE id = ?", id);
  }

  private static String paid(String uuid) throws SQLException {
    return Scene.text("SELECT status FROM payment_request WHERE uuid = ?", uuid);
  }

  private static long notices(long student) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code LIKE 'registration.notice.payment%'",
        student);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "REG-21 PAY-1 PAY-3 a repeat asks for its price, is marked once, the student is told")
  void aRepeatIsPaidOnce() throws Exception {
    long told = notices(Scene.number("SELECT id FROM student WHERE student_no = ?", student(10)));
    Asked asked = repeat(10);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM payment_request WHERE uuid = ? AND amount = price * 5 AND"
                    + " price_basis LIKE '№%' AND expires_on > CURRENT_DATE",
                asked.id()))
        .isOne();
    assertThat(notices(asked.student())).isEqualTo(told + 1);
    String accounting = Scene.holding("ACC");
    Mark mark = new Mark(Scene.today(), "receipt 7", null);

    List<Callable<Verdict>> twice =
        List.of(() -> desk().confirm(asked.id(), mark), () -> desk().confirm(asked.id(), mark));
    List<Verdict> answers = Crowd.atOnce(Inside.signedIn(accounting), twice);

    assertThat(answers.stream().filter(Verdict::isAllowed)).hasSize(1);
    assertThat(answers.stream().filter(one -> !one.isAllowed()).flatMap(v -> codes(v).stream()))
        .containsExactly("registration.payment.not-open");
    assertThat(paid(asked.id())).isEqualTo("PAID");
    assertThat(notices(asked.student())).isEqualTo(told + 2);
  }

  private static String student(int place) throws SQLException {
    return Scene.student(place);
  }

  @Test
  @DisplayName("only accounting marks a payment; a student sees the own request and no other")
  void onlyAccountingMarks() throws Exception {
    Asked asked = repeat(11);
    Mark mark = new Mark(Scene.today(), "receipt 7", null);
    for (String role : List.of("STU", "SPE", "SEN", "DIR", "DEAN", "AUD", "ADM")) {
      String login = Scene.holding(role);
      assertThatThrownBy(() -> Inside.as(login, () -> desk().confirm(asked.id(), mark)))
          .as(role)
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    }
    assertThat(paid(asked.id())).isEqualTo("REQUESTED");
    PaymentQueries queries = Inside.bean(PaymentQueries.class);
    String own = Scene.account("STU", asked.student(), null);
    assertThat(Inside.as(own, () -> queries.payment(asked.id())).amount()).isPositive();
    String other =
        Scene.account(
            "STU", Scene.number("SELECT id FROM student WHERE student_no = ?", student(12)), null);
    assertThatThrownBy(() -> Inside.as(other, () -> queries.payment(asked.id())))
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  @Test
  @DisplayName("PAY-2 PAY-5 the same marks by file pass the same rules")
  void marksByFile() throws Exception {
    Asked asked = repeat(13);
    String number = Scene.text("SELECT number FROM payment_request WHERE uuid = ?", asked.id());
    String amount = Scene.text("SELECT amount FROM payment_request WHERE uuid = ?", asked.id());
    String accounting = Scene.holding("ACC");
    RecordDesk records = Inside.bean(RecordDesk.class);
    Map<String, String> row = new HashMap<>();
    row.put("number", number);
    row.put("amount", "1");
    row.put("paid_on", Scene.today().plusDays(2).toString());
    row.put("document", "statement 3");

    assertThat(codes(Inside.as(accounting, () -> records.check("payments", row))))
        .containsExactly("registration.payment.future", "registration.payment.amount");
    row.put("amount", amount);
    row.put("paid_on", Scene.today().toString());
    assertThat(
            Inside.as(accounting, () -> records.save("payments", Map.of(), row, null, true))
                .isAllowed())
        .isTrue();
    assertThat(paid(asked.id())).isEqualTo("PAID");
    assertThatThrownBy(() -> Inside.as(Scene.holding("SPE"), () -> records.check("payments", row)))
        .isInstanceOf(RegistrarException.Forbidden.class);
  }

  @Test
  @DisplayName("PAY-4 what is not paid in time is let go once, with its enrolment, and told")
  void whatIsNotPaidIsLetGo() throws Exception {
    Asked asked = repeat(14);
    PaymentExpiry expiry = Inside.bean(PaymentExpiry.class);
    long request = Scene.number("SELECT id FROM payment_request WHERE uuid = ?", asked.id());
    expiry.expire(request);
    assertThat(paid(asked.id())).as("too early").isEqualTo("REQUESTED");
    assertThat(expiry.due()).doesNotContain(request);

    Scene.change(
        "UPDATE payment_request SET expires_on = CURRENT_DATE - INTERVAL 10 DAY WHERE id = ?",
        request);
    long told = notices(asked.student());
    assertThat(expiry.due()).contains(request);
    expiry.expire(request);
    expiry.expire(request);

    assertThat(paid(asked.id())).isEqualTo("EXPIRED");
    assertThat(status("enrolment", asked.enrolment())).isEqualTo("DROPPED");
    assertThat(notices(asked.student())).isEqualTo(told + 1);
    assertThat(
            codes(
                Inside.as(
                    Scene.holding("ACC"),
                    () -> desk().confirm(asked.id(), new Mark(Scene.today(), "7", null)))))
        .containsExactly("registration.payment.not-open");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry WHERE actor = 'payment-expiry' AND entity_id = ?",
                String.valueOf(request)))
        .isPositive();
  }

  @Test
  @DisplayName("PAY-6 a price that was entered stays; a later order follows it")
  void pricesStay() throws Exception {
    String accounting = Scene.holding("ACC");
    RecordDesk records = Inside.bean(RecordDesk.class);
    Map<String, String> row = new HashMap<>();
    row.put("purpose", "SUMMER");
    row.put("valid_from", "2090-09-01");
    row.put("price", "20000");
    row.put("order_no", "1");
    row.put("order_date", "2090-08-01");
    assertThat(
            Inside.as(accounting, () -> records.save("prices", Map.of(), row, null, true))
                .isAllowed())
        .isTrue();
    Map<String, String> other = new HashMap<>(row);
    other.put("price", "30000");
    assertThat(codes(Inside.as(accounting, () -> records.save("prices", row, other, null, true))))
        .containsExactly("registration.payment.there");
    assertThatThrownBy(() -> Scene.change("UPDATE price_order SET price = 1"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(
            () ->
                Inside.as(
                    Scene.holding("DIR"),
                    () -> records.save("prices", Map.of(), other, null, true)))
        .isInstanceOf(RegistrarException.Forbidden.class);
  }
}
