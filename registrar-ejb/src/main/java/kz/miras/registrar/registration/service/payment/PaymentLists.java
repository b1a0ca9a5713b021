package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.Advisers;

/** Requests to pay and prices as lists. */
@ApplicationScoped
public class PaymentLists implements ListSource {

  private static final Map<String, String> OWN =
      Map.of(
          "OWN_RECORD", "s.id = :student",
          "OWN_ADVISEES", Advisers.OWN_ADVISEES,
          "OWN_SCHOOL", "p.school_id IN (:schools)");

  /** An enrolment {@code e} that ended before it had a seat, or whose place or seat ran out. */
  private static final String WITHOUT_SEAT =
      "(NOT EXISTS (SELECT 1 FROM enrolment_place ep WHERE ep.enrolment_id = e.id) OR EXISTS"
          + " (SELECT 1 FROM registration_log rl WHERE rl.enrolment_id = e.id AND rl.act ="
          + " 'EXPIRED'))";

  /**
   * PAY-8. A request {@code r} that was paid for nothing: the group was not opened, the term ended
   * without a seat, or the place in the queue or the seat kept for a returned line ran out.
   */
  static final String OWED =
      "r.status = 'PAID' AND EXISTS (SELECT 1 FROM enrolment e JOIN offering o ON o.id ="
          + " e.offering_id JOIN term t ON t.id = o.term_id WHERE e.id = r.enrolment_id AND"
          + " (e.status = 'CANCELLED_BY_OR' OR e.status = 'REQUESTED' AND t.ends_on <"
          + " university_today() OR e.status = 'DROPPED' AND "
          + WITHOUT_SEAT
          + "))";

  @Override
  public List<ListView> lists() {
    return List.of(payments(), prices());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "payments",
            "to-mark",
            Permissions.RETAKE_CONFIRM_PAYMENT,
            Due.Urgency.DUE,
            "r.status = 'REQUESTED'"),
        new Due("payments", "refund", Permissions.RETAKE_CONFIRM_PAYMENT, Due.Urgency.WRONG, OWED),
        new Due(
            "payments",
            "no-group",
            Permissions.ENROL_ONBEHALF,
            Due.Urgency.WRONG,
            "r.status = 'PAID' AND EXISTS (SELECT 1 FROM enrolment e JOIN offering o ON o.id ="
                + " e.offering_id JOIN term t ON t.id = o.term_id WHERE e.id = r.enrolment_id AND"
                + " e.status = 'REQUESTED' AND t.ends_on >= university_today())"),
        new Due(
            "payments",
            "to-pay",
            Permissions.RETAKE_APPLY,
            Due.Urgency.DUE,
            "r.status = 'REQUESTED'"));
  }

  private static ListView payments() {
    return ListView.of(
            "payments",
            Permissions.RETAKE_READ,
            "payment_request r JOIN student s ON s.id = r.student_id JOIN programme p ON p.id ="
                + " s.programme_id JOIN term t ON t.id = r.term_id JOIN discipline d ON d.id ="
                + " r.discipline_id WHERE 1 = 1",
            "r.uuid",
            List.of(
                Column.text("number", "r.number"),
                Column.text("student_no", "s.student_no"),
                Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                Column.text("term", "t.code").unsearched(),
                Column.text("discipline", "d.code"),
                Column.choice(
                    "purpose", "r.purpose", "registration.payment-purpose.", PaymentPurpose.class),
                Column.number("credits", "r.credits"),
                Column.number("amount", "r.amount"),
                Column.date("expires_on", "r.expires_on"),
                Column.choice(
                    "status", "r.status", "registration.payment-status.", PaymentStatus.class),
                Column.date("paid_on", "r.paid_on"),
                Column.text("document", "r.document"),
                Column.date("refunded_on", "r.refunded_on"),
                Column.text("refund_document", "r.refund_document").hidden(),
                Column.text("refunded_by", "r.refunded_by").hidden(),
                Column.moment("requested_at", "r.requested_at").hidden(),
                Column.text("marked_by", "r.marked_by").hidden()),
            "r.status = 'REQUESTED' DESC, r.expires_on, r.number",
            "/registration/payment.xhtml?id={id}")
        .scoped(OWN);
  }

  private static ListView prices() {
    return ListView.of(
        "prices",
        Permissions.SUMMER_READ,
        "price_order o LEFT JOIN term t ON t.id = o.term_id LEFT JOIN academic_year y ON y.id ="
            + " o.academic_year_id WHERE 1 = 1",
        "o.id",
        List.of(
            Column.choice(
                "purpose", "o.purpose", "registration.payment-purpose.", PaymentPurpose.class),
            Column.choice("level", "o.level", "curriculum.level.", Level.class),
            Column.text("term", "t.code"),
            Column.number("year", "y.start_year"),
            Column.date("valid_from", "o.valid_from"),
            Column.number("price", "o.price"),
            Column.text("order_no", "o.order_no"),
            Column.date("order_date", "o.order_date"),
            Column.text("entered_by", "o.entered_by").hidden()),
        "o.valid_from DESC, o.purpose, o.id DESC",
        null);
  }
}
