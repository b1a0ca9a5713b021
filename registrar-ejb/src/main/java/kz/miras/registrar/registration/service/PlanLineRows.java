package kz.miras.registrar.registration.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.shared.LocalizedText;

/** The lines of a plan as they are shown: what is chosen, what has a seat, where one waits. */
final class PlanLineRows {

  private static final String PLACE =
      "(SELECT COUNT(*) FROM waiting_place b WHERE b.section_id = w.section_id AND NOT b.resting AND"
          + " (b.queue_rank, b.since, b.enrolment_id) <= (w.queue_rank, w.since, w.enrolment_id))";
  private static final String LINES =
      "SELECT l.id, t.code, d.code, d.name_kk, d.name_ru, d.name_en, d.credits, d.control_form,"
          + " d.kind, COALESCE(i.cycle, (SELECT MIN(f.cycle) FROM curriculum_item f WHERE"
          + " f.curriculum_id = k.curriculum_id AND f.choice_block = n.choice_block), IF(l.type ="
          + " 'ADDITIONAL', 'ADDITIONAL', NULL), (SELECT MIN(m.cycle) FROM curriculum_item m WHERE"
          + " m.discipline_id = d.id)) AS of_cycle, COALESCE(i.component, (SELECT MIN(f.component) FROM"
          + " curriculum_item f WHERE f.curriculum_id = k.curriculum_id AND f.choice_block ="
          + " n.choice_block), IF(l.type = 'ADDITIONAL', NULL, (SELECT MIN(m.component) FROM"
          + " curriculum_item m WHERE m.discipline_id = d.id))), COALESCE(i.choice_block,"
          + " n.choice_block), l.type,"
          + " l.language, i.id IS NOT NULL AND i.choice_block IS NULL, l.status, l.revision, l.remark, l.seat_until, o.uuid, e.uuid, e.status, (SELECT MIN("
          + PLACE
          + ") FROM waiting_place w JOIN section g ON g.id = w.section_id AND g.kind = 'GROUP'"
          + " WHERE w.enrolment_id = e.id AND NOT w.resting), (SELECT GROUP_CONCAT(x.code ORDER BY FIELD(x.kind, 'LECTURE', 'GROUP', 'SUBGROUP') SEPARATOR '"
          + " ') FROM section x WHERE x.id IN (SELECT q.section_id FROM enrolment_place q WHERE"
          + " q.enrolment_id = e.id UNION SELECT w.section_id FROM waiting_place w WHERE"
          + " w.enrolment_id = e.id AND NOT w.instead)), (SELECT GROUP_CONCAT(DISTINCT CONCAT_WS(' ', c.last_name, c.first_name) ORDER BY"
          + " st.section_id = l.section_id, c.last_name SEPARATOR ', ') FROM"
          + " section_teacher st JOIN teacher c ON c.id = st.teacher_id WHERE st.section_id IN"
          + " (l.stream_id, l.section_id) AND st.duty = 'TEACHER' AND st.valid_to IS NULL),"
          + " COALESCE(e.provisional, l.provisional AND l.status IN ('SUBMITTED', 'APPROVED', 'REGISTERED')), (SELECT z.code FROM section z WHERE z.id ="
          + " l.section_id), (SELECT GROUP_CONCAT(g.code, '\\t', IF(w.resting, 0, "
          + PLACE
          + ") ORDER BY g.code SEPARATOR '\n') FROM waiting_place w JOIN section g ON g.id ="
          + " w.section_id AND g.kind = 'GROUP' WHERE w.enrolment_id = e.id HAVING COUNT(*) > 1 OR"
          + " MAX(w.resting)), (SELECT v.code FROM section v WHERE v.id = l.stream_id), (SELECT "
          + PLACE
          + " FROM waiting_place w JOIN section g ON g.id = w.section_id AND g.kind = 'LECTURE'"
          + " WHERE w.enrolment_id = e.id AND NOT w.any_of_kind AND NOT w.resting AND NOT EXISTS"
          + " (SELECT 1 FROM section_seat f WHERE f.section_id = g.id AND f.taken < f.capacity)), "
          + PlanCredits.OF_LINE
          + ", (SELECT MIN(w.expires_at) FROM waiting_place w WHERE w.enrolment_id = e.id AND e.status"
          + " = 'WAITLISTED'), (SELECT y.code FROM discipline y WHERE y.id = l.instead_of_id)"
          + " FROM study_plan_line l JOIN term t ON t.id = l.term_id JOIN discipline d ON d.id = l.discipline_id LEFT JOIN curriculum_item i ON"
          + " i.curriculum_id = ? AND i.discipline_id = d.id LEFT JOIN elective_catalogue k"
          + " ON k.curriculum_id = ? AND k.academic_year_id = t.academic_year_id AND k.force_key = 1"
          + " LEFT JOIN elective_entry n ON n.catalogue_id = k.id AND n.discipline_id = d.id LEFT"
          + " JOIN offering o ON o.id = l.offering_id LEFT JOIN enrolment e ON e.id = l.enrolment_id WHERE l.plan_id = ? AND"
          + " l.status <> 'REMOVED' ORDER BY t.starts_on, of_cycle, d.code";

  private PlanLineRows() {}

  /**
   * The lines of a plan.
   *
   * @param plan key
   * @param curriculum key of that of the student
   */
  static List<PlanView.Line> of(Connection connection, long plan, long curriculum)
      throws SQLException {
    List<PlanView.Line> lines = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LINES)) {
      select.setLong(1, curriculum);
      select.setLong(2, curriculum);
      select.setLong(3, plan);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lines.add(line(row));
        }
      }
    }
    return lines;
  }

  private static PlanView.Line line(ResultSet row) throws SQLException {
    int place = row.getInt(23);
    boolean waits = !row.wasNull() && place > 0;
    return new PlanView.Line(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        LocalizedText.of(row.getString(4), row.getString(5), row.getString(6)),
        row.getInt(7),
        row.getInt(31),
        ControlForm.valueOf(row.getString(8)),
        DisciplineKind.valueOf(row.getString(9)),
        row.getString(10) == null ? null : Cycle.valueOf(row.getString(10)),
        row.getString(11) == null ? null : Component.valueOf(row.getString(11)),
        row.getString(12),
        EnrolmentType.valueOf(row.getString(13)),
        row.getString(14),
        row.getBoolean(15),
        PlanLineStatus.valueOf(row.getString(16)),
        row.getInt(17),
        row.getString(18),
        instant(row, 19),
        link(row, 20),
        row.getString(27),
        row.getString(29),
        link(row, 21),
        row.getString(22) == null ? null : EnrolmentStatus.valueOf(row.getString(22)),
        waits ? place : null,
        row.getObject(30, Integer.class),
        instant(row, 32),
        row.getString(24),
        row.getString(25),
        row.getBoolean(26),
        row.getString(33),
        queues(row.getString(28)));
  }

  private static List<PlanView.Queue> queues(String all) {
    return all == null
        ? List.of()
        : all.lines()
            .map(one -> one.split("\t"))
            .map(
                one ->
                    new PlanView.Queue(one[0], one[1].equals("0") ? null : Integer.valueOf(one[1])))
            .toList();
  }

  private static UUID link(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : UUID.fromString(text);
  }

  /** A moment; null where there is none. */
  static Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }
}
