package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Exams of sheets that are not posted, as the office sets them and as their teachers see them. */
@ApplicationScoped
public class SittingLists implements ListSource {

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "sittings",
                Permissions.SHEET_READ,
                "sheet h JOIN term t ON t.id = h.term_id JOIN discipline d ON d.id ="
                    + " h.discipline_id JOIN org_unit u ON u.id = d.department_id LEFT JOIN section"
                    + " x ON x.id = h.section_id LEFT JOIN teacher e ON e.id = h.examiner_id WHERE"
                    + " h.closed_at IS NULL AND h.kind <> 'RATING'",
                "h.number",
                List.of(
                    Column.text("sheet", "h.number"),
                    Column.text("term", "t.code").unsearched(),
                    Column.text("discipline", "d.code"),
                    Column.text("name_ru", "d.name_ru"),
                    Column.text("name_kk", "d.name_kk").hidden(),
                    Column.text("name_en", "d.name_en").hidden(),
                    Column.text("section", "x.code"),
                    Column.choice("kind", "h.kind", "attestation.kind.", SheetKind.class),
                    Column.date("exam_date", "h.exam_date"),
                    Column.text("exam_time", "TIME_FORMAT(h.exam_time, '%H:%i')").unsearched(),
                    Column.date("last_day", "h.last_day").hidden(),
                    Column.number("exam_minutes", "h.exam_minutes").hidden(),
                    Column.text("room", "h.room"),
                    Column.choice(
                        "exam_form", "h.exam_form", "attestation.exam-form.", ExamForm.class),
                    Column.text("examiner", "e.personnel_no"),
                    Column.text(
                            "full_name", "CONCAT_WS(' ', e.last_name, e.first_name, e.patronymic)")
                        .unsearched(),
                    Column.text("protocol_no", "h.protocol_no").unsearched().hidden(),
                    Column.date("protocol_date", "h.protocol_date").hidden(),
                    Column.number(
                        "students",
                        "(SELECT COUNT(*) FROM sheet_row r WHERE r.sheet_id = h.id AND r.exemption_id"
                            + " IS NULL AND (r.mark IS NULL OR r.mark <> 'W'))"),
                    Column.choice("status", "h.status", "attestation.status.", SheetStatus.class)),
                "h.exam_date IS NULL DESC, h.exam_date, h.exam_time, h.number",
                "/office/record.xhtml?list=sittings&sheet={id}")
            .scoped(
                Map.of(
                    "OWN_GROUPS", "h.teacher_id = :teacher",
                    "OWN_EXAM", "h.examiner_id = :teacher",
                    "OWN_SCHOOL", "u.parent_id IN (:schools)")));
  }

  /** EXM-2: the session is known to everybody so many days before it begins. */
  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "sittings",
            "no-date",
            Permissions.SHEET_OPEN,
            Due.Urgency.DUE,
            "h.exam_date IS NULL AND EXISTS (SELECT 1 FROM calendar_event w WHERE w.term_id ="
                + " h.term_id AND w.kind = 'SESSION' AND w.starts_on <="
                + " DATE_ADD(university_today(), INTERVAL "
                + RuleSql.integer(RuleParameter.EXAM_PUBLISH_LEAD_DAYS)
                + " DAY))"));
  }
}
