package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.Advisers;

/** Rights of FX retakes as a list, and what of them waits for whom. */
@ApplicationScoped
public class FxLists implements ListSource {

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "fx-rights",
                Permissions.INDIVIDUAL_SCHEDULE_READ,
                "fx_right f JOIN student s ON s.id = f.student_id JOIN programme p ON p.id ="
                    + " s.programme_id JOIN term t ON t.id = f.term_id JOIN discipline d ON d.id ="
                    + " f.discipline_id JOIN sheet h ON h.id = f.sheet_id LEFT JOIN sheet x ON x.id"
                    + " = f.slip_sheet_id WHERE 1 = 1",
                "f.uuid",
                List.of(
                    Column.text(
                        "full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                    Column.text("student_no", "s.student_no"),
                    Column.text("term", "t.code").unsearched(),
                    Column.text("discipline", "d.code"),
                    Column.text("sheet", "h.number"),
                    Column.choice(
                        "status", "f.status", "attestation.fx-status.", FxRightStatus.class),
                    Column.moment("asked_at", "f.asked_at"),
                    Column.date("paid_on", "f.paid_on"),
                    Column.text("slip_no", "f.slip_no"),
                    Column.text("sitting", "x.number"),
                    Column.date("exam_date", "x.exam_date"),
                    Column.moment("opened_at", "f.opened_at").hidden()),
                "FIELD(f.status, 'ASKED', 'OPEN', 'SLIP') DESC, f.opened_at DESC",
                "/achievement/fx-right.xhtml?id={id}")
            .scoped(
                Map.of(
                    "OWN_RECORD", "s.id = :student",
                    "OWN_ADVISEES", Advisers.OWN_ADVISEES,
                    "OWN_SCHOOL", "p.school_id IN (:schools)",
                    "OWN_GROUPS", "h.teacher_id = :teacher",
                    "OWN_EXAM", "h.examiner_id = :teacher")));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "fx-rights",
            "to-issue",
            Permissions.INDIVIDUAL_SCHEDULE_APPROVE,
            Due.Urgency.DUE,
            "f.status = 'ASKED'"),
        new Due(
            "fx-rights",
            "no-sheet",
            Permissions.SHEET_CREATE,
            Due.Urgency.DUE,
            "f.status = 'SLIP' AND f.slip_sheet_id IS NULL"),
        new Due(
            "payments",
            "refund-fx",
            Permissions.RETAKE_CONFIRM_PAYMENT,
            Due.Urgency.WRONG,
            // paid for nothing: nobody sat before the window was over, or there was nothing to
            // retake
            // any more
            "r.status = 'PAID' AND r.purpose = 'FX' AND EXISTS (SELECT 1 FROM fx_right f WHERE"
                + " f.student_id = r.student_id AND f.term_id = r.term_id AND f.discipline_id ="
                + " r.discipline_id AND "
                + GivenUpRetakes.OVER
                + ")"),
        new Due(
            "fx-rights",
            "to-ask",
            Permissions.INDIVIDUAL_SCHEDULE_REQUEST,
            Due.Urgency.DUE,
            "f.status = 'OPEN'"));
  }
}
