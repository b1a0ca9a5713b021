package kz.miras.registrar.attestation.service.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.appeal.AppealOutcome;
import kz.miras.registrar.attestation.appeal.AppealStatus;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.service.OfficeHolder;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Appeals and the commissions that hear them, as lists. */
@ApplicationScoped
public class AppealLists implements ListSource {

  private static final String APPEALS = "appeals";
  private static final String COMMISSIONS = "commissions";
  private static final String MEMBERS = "commission_member";

  @Override
  public List<ListView> lists() {
    return List.of(appeals(), commissions());
  }

  private static ListView appeals() {
    return ListView.of(
            APPEALS,
            Permissions.APPEAL_READ,
            "appeal a JOIN student s ON s.id = a.student_id JOIN programme p ON p.id ="
                + " s.programme_id JOIN sheet h ON h.id = a.sheet_id JOIN term t ON t.id ="
                + " h.term_id JOIN discipline d ON d.id = h.discipline_id LEFT JOIN teacher e ON"
                + " e.id = COALESCE(h.examiner_id, h.teacher_id) LEFT JOIN appeal_commission c ON"
                + " c.id = a.commission_id WHERE 1 = 1",
            "a.uuid",
            List.of(
                Column.text("number", "a.number"),
                Column.moment("filed_at", "a.filed_at"),
                Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                Column.text("student_no", "s.student_no"),
                Column.text("discipline", "d.code"),
                Column.text("examiner", "CONCAT_WS(' ', e.last_name, e.first_name)"),
                Column.text("sheet", "h.number").hidden(),
                Column.text("term", "t.code").unsearched().hidden(),
                Column.date("hear_by", "a.hear_by"),
                Column.moment("hearing_at", "a.hearing_at"),
                Column.choice(
                    "status", "a.status", "attestation.appeal.status.", AppealStatus.class),
                Column.choice(
                    "outcome", "a.outcome", "attestation.appeal.outcome.", AppealOutcome.class),
                Column.text("order_no", "c.order_no").hidden(),
                Column.text("applied_by", "a.applied_by").unsearched().hidden()),
            "FIELD(a.status, 'DECIDED', 'UNDER_REVIEW', 'ACCEPTED', 'SUBMITTED') DESC, a.filed_at"
                + " DESC",
            "/attestation/appeal.xhtml?id={id}")
        .scoped(
            Map.of(
                "OWN_GROUPS", "h.teacher_id = :teacher",
                "OWN_EXAM", "COALESCE(h.examiner_id, h.teacher_id) = :teacher",
                "OWN_SCHOOL", "p.school_id IN (:schools)",
                "OWN_COMMISSION", "a.commission_id IN (:commissions)"));
  }

  private static ListView commissions() {
    return ListView.of(
        COMMISSIONS,
        Permissions.COMMISSION_READ,
        "appeal_commission c JOIN term t ON t.id = c.term_id WHERE 1 = 1",
        "c.uuid",
        List.of(
            Column.text("order_no", "c.order_no"),
            Column.date("order_date", "c.order_date"),
            Column.text("term", "t.code"),
            Column.date("valid_from", "c.valid_from"),
            Column.date("valid_to", "c.valid_to"),
            Column.text("chair", OfficeHolder.name(MEMBERS, CommissionOffice.CHAIR)),
            Column.text("secretary", OfficeHolder.name(MEMBERS, CommissionOffice.SECRETARY)),
            Column.number(
                "members",
                "(SELECT COUNT(*) FROM commission_member m WHERE m.commission_id = c.id AND"
                    + " m.office <> 'SECRETARY')"),
            Column.number(
                "appeals", "(SELECT COUNT(*) FROM appeal a WHERE a.commission_id = c.id)")),
        "c.order_date DESC, c.order_no",
        "/attestation/commission.xhtml?id={id}");
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            APPEALS,
            "late",
            Permissions.APPEAL_REGISTER,
            Due.Urgency.LATE,
            "a.status IN ('SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW') AND a.hear_by <"
                + " university_today()"),
        new Due(
            APPEALS,
            "to-answer",
            Permissions.APPEAL_REGISTER,
            Due.Urgency.DUE,
            "a.status = 'SUBMITTED'"),
        new Due(
            APPEALS,
            "to-schedule",
            Permissions.APPEAL_REGISTER,
            Due.Urgency.DUE,
            "a.status = 'ACCEPTED'"),
        new Due(
            APPEALS,
            "to-hear",
            Permissions.APPEAL_DECIDE,
            Due.Urgency.DUE,
            "a.status IN ('ACCEPTED', 'UNDER_REVIEW')"),
        new Due(
            APPEALS,
            "to-apply",
            Permissions.APPEAL_APPLY,
            Due.Urgency.DUE,
            "a.status = 'DECIDED' AND a.outcome <> 'KEPT'"));
  }
}
