package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.service.rating.RatingLists;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Mark sheets as a list; a teacher sees the own ones. */
@ApplicationScoped
public class SheetLists implements ListSource {

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "sheets",
                Permissions.SHEET_READ,
                "sheet h JOIN term t ON t.id = h.term_id JOIN discipline d ON d.id ="
                    + " h.discipline_id JOIN org_unit u ON u.id = d.department_id LEFT JOIN section"
                    + " x ON x.id = h.section_id LEFT JOIN teacher e ON e.id = h.teacher_id WHERE"
                    + " h.kind <> 'RATING'",
                "h.uuid",
                List.of(
                    Column.text("number", "h.number"),
                    Column.text("term", "t.code").unsearched(),
                    Column.text("discipline", "d.code"),
                    Column.text("name_ru", "d.name_ru"),
                    Column.text("name_kk", "d.name_kk").hidden(),
                    Column.text("name_en", "d.name_en").hidden(),
                    Column.text("section", "x.code"),
                    Column.choice("kind", "h.kind", "attestation.kind.", SheetKind.class),
                    Column.text("teacher", "CONCAT_WS(' ', e.last_name, e.first_name)"),
                    Column.date("exam_date", "h.exam_date"),
                    Column.date("last_day", "IF(h.exam_date IS NULL, h.last_day, NULL)").hidden(),
                    Column.choice("status", "h.status", "attestation.status.", SheetStatus.class),
                    Column.number(
                        "students", "(SELECT COUNT(*) FROM sheet_row r WHERE r.sheet_id = h.id)"),
                    Column.text(
                            "school", "(SELECT v.code FROM org_unit v WHERE v.id = u.parent_id)")
                        .unsearched()
                        .hidden(),
                    Column.date(
                            "reminded",
                            "(SELECT MAX(m.reminded_on) FROM sheet_reminder m WHERE m.sheet_id ="
                                + " h.id)")
                        .hidden(),
                    Column.text("closed_by", "h.closed_by").unsearched().hidden()),
                "t.starts_on DESC, h.number",
                "/attestation/sheet.xhtml?id={id}")
            .scoped(
                Map.of(
                    "OWN_GROUPS", "h.teacher_id = :teacher",
                    "OWN_EXAM", "h.examiner_id = :teacher",
                    "OWN_SCHOOL", "u.parent_id IN (:schools)")));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "sheets",
            "overdue",
            Permissions.SHEET_READ,
            Due.Urgency.LATE,
            "h.status IN ('CREATED', 'OPEN', 'OVERDUE') AND COALESCE(h.exam_date, h.last_day) <"
                + " university_today()"),
        new Due(
            "sheets",
            "no-examiner",
            Permissions.SHEET_CREATE,
            Due.Urgency.WRONG,
            "h.status IN ('CREATED', 'OPEN') AND h.examiner_id IS NULL"),
        new Due(
            "sheets",
            "to-close",
            Permissions.SHEET_CLOSE,
            Due.Urgency.DUE,
            "h.status = 'SUBMITTED'"),
        new Due(
            "sheets",
            "publish-ratings",
            Permissions.SHEET_PUBLISH,
            Due.Urgency.DUE,
            ReadyToPublish.RATING),
        new Due(
            "sheets",
            "publish-results",
            Permissions.SHEET_PUBLISH,
            Due.Urgency.DUE,
            ReadyToPublish.RESULT),
        new Due(
            "sheets",
            "no-shows",
            Permissions.INDIVIDUAL_SCHEDULE_APPROVE,
            Due.Urgency.NOTE,
            "h.status <> 'CREATED' AND h.exam_date BETWEEN university_today() - INTERVAL 7 DAY AND"
                + " university_today() AND EXISTS (SELECT 1 FROM sheet_row r WHERE r.sheet_id ="
                + " h.id AND r.mark = 'AB' AND r.exemption_id IS NULL AND NOT EXISTS (SELECT 1 FROM absence_excuse a WHERE"
                + " a.sheet_id = h.id AND a.student_id = r.student_id AND "
                + SheetRecords.STANDS
                + "))"),
        new Due(
            "sheets",
            "alone-late",
            Permissions.SHEET_READ,
            Due.Urgency.LATE,
            RatingLists.ALONE_LATE),
        new Due(
            "sheets",
            "kept-row",
            Permissions.SHEET_OPEN,
            Due.Urgency.WRONG,
            // SHT-8: who dropped the discipline after a result was typed keeps it
            "h.kind <> 'RATING' AND h.closed_at IS NULL AND EXISTS (SELECT 1 FROM sheet_row r JOIN"
                + " enrolment e ON e.id = r.enrolment_id WHERE r.sheet_id = h.id AND e.status IN"
                + " ('DROPPED', 'CANCELLED_BY_OR') AND (r.score IS NOT NULL OR r.mark IS NOT NULL"
                + " AND r.mark <> 'W'))"),
        new Due(
            "sheets", "to-open", Permissions.SHEET_OPEN, Due.Urgency.DUE, "h.status = 'CREATED'"),
        new Due(
            "sheets",
            "rating",
            Permissions.SHEET_ENTER_RATING,
            Due.Urgency.DUE,
            "h.status = 'OPEN' AND h.kind NOT IN ('FX', 'INDIVIDUAL', 'APPEAL') AND d.control_form"
                + " IN ('EXAM', 'STATE_EXAM') AND "
                + MissingRatings.TYPED),
        new Due(
            "sheets",
            "returned",
            Permissions.SHEET_SUBMIT,
            Due.Urgency.WRONG,
            "h.status = 'OPEN' AND h.returned_remark IS NOT NULL"),
        new Due(
            "sheets",
            "exam",
            Permissions.SHEET_ENTER_EXAM,
            Due.Urgency.DUE,
            "h.status = 'OPEN' AND h.exam_date = university_today()"));
  }
}
