package kz.miras.registrar.attestation.service.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.attestation.room.IncidentKind;
import kz.miras.registrar.attestation.room.IncidentStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Exam rooms, the next exams first, and acts about incidents, as lists. */
@ApplicationScoped
public class RoomLists implements ListSource {

  private static final String ROOMS = "exam-rooms";
  private static final String INCIDENTS = "exam-incidents";
  private static final Map<String, String> WHOSE =
      Map.of("OWN_EXAM", "h.examiner_id = :teacher", "OWN_SCHOOL", "u.parent_id IN (:schools)");
  private static final String SHEET =
      "sheet h JOIN term t ON t.id = h.term_id JOIN discipline d ON d.id = h.discipline_id JOIN"
          + " org_unit u ON u.id = d.department_id LEFT JOIN section x ON x.id = h.section_id LEFT"
          + " JOIN teacher e ON e.id = h.examiner_id";

  @Override
  public List<ListView> lists() {
    return List.of(rooms(), incidents());
  }

  private static ListView rooms() {
    return ListView.of(
            ROOMS,
            Permissions.EXAM_ROOM_READ,
            SHEET + " WHERE h.kind <> 'RATING' AND h.exam_date IS NOT NULL",
            "h.uuid",
            List.of(
                Column.date("exam_date", "h.exam_date"),
                Column.text("exam_time", "TIME_FORMAT(h.exam_time, '%H:%i')").unsearched(),
                Column.text("room", "h.room"),
                Column.text("discipline", "d.code"),
                Column.text("section", "x.code"),
                Column.text("examiner", "CONCAT_WS(' ', e.last_name, e.first_name)"),
                Column.choice("exam_form", "h.exam_form", "attestation.exam-form.", ExamForm.class),
                Column.number(
                    "students",
                    "(SELECT COUNT(*) FROM sheet_row r WHERE r.sheet_id = h.id AND r.exemption_id"
                        + " IS NULL AND (r.mark IS NULL OR r.mark <> 'W'))"),
                Column.number(
                    "came",
                    "(SELECT COUNT(*) FROM exam_attendance a WHERE a.sheet_id = h.id AND a.state <>"
                        + " 'ABSENT')"),
                Column.text("sheet", "h.number").hidden(),
                Column.text("term", "t.code").unsearched().hidden()),
            "h.exam_date < university_today(), ABS(DATEDIFF(h.exam_date, university_today())),"
                + " h.exam_time, h.number",
            "/attestation/room.xhtml?id={id}")
        .scoped(WHOSE);
  }

  private static ListView incidents() {
    return ListView.of(
            INCIDENTS,
            Permissions.EXAM_ROOM_READ,
            "exam_incident i JOIN student s ON s.id = i.student_id JOIN "
                + SHEET.replace("sheet h JOIN", "sheet h ON h.id = i.sheet_id JOIN")
                + " WHERE 1 = 1",
            "i.uuid",
            List.of(
                Column.text("number", "i.number"),
                Column.moment("occurred_at", "i.occurred_at"),
                Column.choice("kind", "i.kind", "attestation.incident.kind.", IncidentKind.class),
                Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                Column.text("student_no", "s.student_no"),
                Column.text("discipline", "d.code"),
                Column.text("sheet", "h.number").hidden(),
                Column.text("registered_by", "i.registered_by").unsearched(),
                Column.choice(
                    "status", "i.status", "attestation.incident.status.", IncidentStatus.class),
                Column.text("decided_by", "i.decided_by").unsearched().hidden()),
            "i.status = 'REGISTERED' DESC, i.occurred_at DESC",
            "/attestation/incident.xhtml?id={id}")
        .scoped(WHOSE);
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            INCIDENTS,
            "to-decide",
            Permissions.INCIDENT_DECIDE,
            Due.Urgency.DUE,
            "i.status = 'REGISTERED'"),
        new Due(
            ROOMS,
            "to-decode",
            Permissions.EXAM_ROOM_PREPARE,
            Due.Urgency.DUE,
            "h.id IN (SELECT c.sheet_id FROM work_coding c WHERE c.decoded_at IS NULL AND NOT EXISTS"
                + " (SELECT 1 FROM work_code w LEFT JOIN work_mark m ON m.sheet_id = w.sheet_id AND"
                + " m.code = w.code WHERE w.sheet_id = c.sheet_id AND m.code IS NULL))"));
  }
}
