package kz.miras.registrar.attestation.service.commission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.attestation.service.OfficeHolder;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Attestation commissions and their protocols as lists. */
@ApplicationScoped
public class AttestationLists implements ListSource {

  private static final String PROTOCOLS = "attestation-protocols";
  private static final String MEMBERS = "attestation_commission_member";

  @Override
  public List<ListView> lists() {
    return List.of(commissions(), protocols());
  }

  private static ListView commissions() {
    return ListView.of(
        "attestation-commissions",
        Permissions.COMMISSION_READ,
        "attestation_commission c WHERE 1 = 1",
        "c.uuid",
        List.of(
            Column.text("designation", "c.designation"),
            Column.number("academic_year", "c.start_year"),
            Column.text("order_no", "c.order_no"),
            Column.date("order_date", "c.order_date"),
            Column.date("valid_from", "c.valid_from"),
            Column.date("valid_to", "c.valid_to"),
            Column.text("chair", OfficeHolder.name(MEMBERS, CommissionOffice.CHAIR)),
            Column.text("secretary", OfficeHolder.name(MEMBERS, CommissionOffice.SECRETARY)),
            Column.text(
                "programmes",
                "(SELECT GROUP_CONCAT(p.code ORDER BY p.code SEPARATOR ', ') FROM"
                    + " attestation_commission_programme g JOIN programme p ON p.id ="
                    + " g.programme_id WHERE g.commission_id = c.id)"),
            Column.number(
                "students",
                "(SELECT COUNT(*) FROM attestation_commission_protocol r WHERE r.commission_id ="
                    + " c.id AND r.corrects_id IS NULL)")),
        "c.start_year DESC, c.designation",
        "/attestation/attestation-commission.xhtml?id={id}");
  }

  private static ListView protocols() {
    return ListView.of(
            PROTOCOLS,
            Permissions.PROTOCOL_READ,
            "attestation_commission_protocol r JOIN attestation_commission c ON c.id ="
                + " r.commission_id JOIN attestation_commission_meeting g ON g.id = r.meeting_id"
                + " JOIN student s ON s.id = r.student_id JOIN programme p ON p.id ="
                + " s.programme_id JOIN discipline d ON d.id = r.discipline_id WHERE 1 = 1",
            "r.uuid",
            List.of(
                Column.text("number", "CONCAT(c.designation, '/', r.number)"),
                Column.date("held_on", "g.held_on"),
                Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                Column.text("student_no", "s.student_no"),
                Column.text("programme", "p.code"),
                Column.text("discipline", "d.code"),
                Column.choice("kind", "r.kind", "attestation.ak.kind.", DefenceKind.class),
                Column.choice(
                    "appearance", "r.appearance", "attestation.ak.appearance.", Appearance.class),
                Column.number("percent", "r.percent"),
                Column.text("letter", "r.sign").unsearched(),
                Column.choice(
                    "decision", "r.decision", "attestation.ak.decision.", FinalDecision.class),
                Column.text("signed_by", "r.signed_by").unsearched().hidden()),
            "g.held_on DESC, r.commission_id, r.place",
            "/attestation/defence.xhtml?id={id}")
        .scoped(
            Map.of(
                "OWN_RECORD", "s.id = :student AND r.signed_by IS NOT NULL",
                "OWN_SCHOOL", "p.school_id IN (:schools)",
                "OWN_COMMISSION", "r.commission_id IN (:commissions)"));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            PROTOCOLS,
            "to-sign",
            Permissions.PROTOCOL_SIGN,
            Due.Urgency.DUE,
            "r.signed_by IS NULL AND g.held_on <= university_today()"));
  }
}
