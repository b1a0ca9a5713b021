package kz.miras.registrar.attestation.service.retake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.retake.ScheduleStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.Advisers;

/** Individual schedules as a list, and what of them waits for whom. */
@ApplicationScoped
public class ScheduleLists implements ListSource {

  private static final String TAUGHT =
      "EXISTS (SELECT 1 FROM individual_sitting n JOIN sheet h ON h.id = n.sheet_id WHERE"
          + " n.schedule_id = i.id AND h.%s = :teacher)";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "individual-schedules",
                Permissions.INDIVIDUAL_SCHEDULE_READ,
                "individual_schedule i JOIN student s ON s.id = i.student_id JOIN programme p ON"
                    + " p.id = s.programme_id JOIN term t ON t.id = i.term_id WHERE 1 = 1",
                "i.uuid",
                List.of(
                    Column.moment("asked_at", "i.asked_at"),
                    Column.text(
                        "full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                    Column.text("student_no", "s.student_no"),
                    Column.text("term", "t.code").unsearched(),
                    Column.flag("early", "i.early"),
                    Column.text(
                            "disciplines",
                            "(SELECT GROUP_CONCAT(d.code ORDER BY d.code SEPARATOR ', ') FROM"
                                + " individual_sitting n JOIN sheet h ON h.id = n.sheet_id JOIN"
                                + " discipline d ON d.id = h.discipline_id WHERE n.schedule_id ="
                                + " i.id)")
                        .unsearched(),
                    Column.choice(
                        "status", "i.status", "attestation.schedule-status.", ScheduleStatus.class),
                    Column.date("decide_by", "i.decide_by"),
                    Column.text("document_no", "i.document_no")),
                "FIELD(i.status, 'ASKED', 'AGREED') DESC, i.decide_by, i.asked_at",
                "/attestation/individual.xhtml?id={id}")
            .scoped(
                Map.of(
                    "OWN_RECORD",
                    "s.id = :student",
                    "OWN_ADVISEES",
                    Advisers.OWN_ADVISEES,
                    "OWN_SCHOOL",
                    "p.school_id IN (:schools)",
                    "OWN_GROUPS",
                    String.format(TAUGHT, "teacher_id"),
                    "OWN_EXAM",
                    String.format(TAUGHT, "examiner_id"))));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "individual-schedules",
            "late",
            Permissions.INDIVIDUAL_SCHEDULE_APPROVE,
            Due.Urgency.LATE,
            "i.status IN ('ASKED', 'AGREED') AND i.decide_by < university_today()"),
        new Due(
            "individual-schedules",
            "to-agree",
            Permissions.INDIVIDUAL_SCHEDULE_AGREE,
            Due.Urgency.DUE,
            "i.status = 'ASKED'"),
        new Due(
            "individual-schedules",
            "to-decide",
            Permissions.INDIVIDUAL_SCHEDULE_APPROVE,
            Due.Urgency.DUE,
            "i.status = 'AGREED'"));
  }
}
