package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.Advisers;

/** Requests for a decision as a list. */
@ApplicationScoped
public class RequestLists implements ListSource {

  /** What a student has taken by the waiver itself is as good as carried out. */
  private static final String TAKEN =
      "(q.kind IN ('EXCEED', 'LATE', 'WAIVER') AND EXISTS (SELECT 1 FROM enrolment e WHERE"
          + " e.student_id = q.student_id AND e.offering_id = q.offering_id AND e.status IN"
          + " ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED')))";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "registration-requests",
                Permissions.ENROL_REQUEST_READ,
                "registration_request q JOIN term t ON t.id = q.term_id LEFT JOIN offering o ON o.id ="
                    + " q.offering_id LEFT JOIN discipline d ON d.id = o.discipline_id LEFT JOIN"
                    + " section x ON x.id = q.section_id LEFT JOIN section y ON y.id = q.stream_id LEFT JOIN student s ON s.id = q.student_id"
                    + " LEFT JOIN student_group g ON g.id = COALESCE(q.group_id, s.group_id) WHERE 1"
                    + " = 1",
                "q.uuid",
                List.of(
                    Column.moment("requested_at", "q.requested_at"),
                    Column.choice(
                        "kind", "q.kind", "registration.request.kind.", RequestKind.class),
                    Column.text(
                        "full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                    Column.text("student_no", "s.student_no"),
                    Column.text("group", "g.code"),
                    Column.text("term", "t.code").unsearched(),
                    Column.text("discipline", "d.code"),
                    Column.text("section", "x.code").unsearched().hidden(),
                    Column.text("stream", "y.code").unsearched().hidden(),
                    Column.text("rule", "q.rule").unsearched().hidden(),
                    Column.text("reason", "q.reason"),
                    Column.text("requested_by", "IF(q.cause IS NULL, q.requested_by, NULL)"),
                    Column.flag("by_student", "q.by_student"),
                    Column.choice(
                        "status",
                        "CASE WHEN q.status = 'APPROVED' AND "
                            + TAKEN
                            + " THEN 'DONE' ELSE q.status END",
                        "registration.request.status.",
                        RequestStatus.class),
                    Column.text("decided_by", "q.decided_by").hidden()),
                "q.status = 'REQUESTED' DESC, q.requested_at DESC",
                "/registration/request.xhtml?id={id}")
            .scoped(
                Map.of(
                    "OWN_RECORD",
                    "q.student_id = :student",
                    "OWN_ADVISEES",
                    Advisers.OWN_ADVISEES)));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "registration-requests",
            "to-decide",
            Permissions.ENROL_LATE,
            Due.Urgency.DUE,
            "q.status = 'REQUESTED'"),
        new Due(
            "registration-requests",
            "hindered",
            Permissions.ENROL_PROPOSE,
            Due.Urgency.WRONG,
            "q.status = 'APPROVED' AND t.ends_on >= university_today() AND NOT " + TAKEN));
  }
}
