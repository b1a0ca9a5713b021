package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.sitting.SheetPlan;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.LocalizedText;

/**
 * The groups of a term with everything sheets are formed from, in six statements however many they
 * are.
 */
@ApplicationScoped
class SessionGroups {

  private static final String OF =
      " FROM section x JOIN offering o ON o.id = x.offering_id WHERE x.kind = 'GROUP' AND o.term_id"
          + " = ? AND (? IS NULL OR x.id = ?)";
  private static final String GROUPS =
      "SELECT x.id, x.code, o.uuid, d.id, d.code, d.name_kk, d.name_ru, d.name_en, d.kind,"
          + " d.control_form, d.state_exam, x.status, COALESCE(f.name_kk, u.name_kk),"
          + " COALESCE(f.name_ru, u.name_ru), COALESCE(f.name_en, u.name_en) FROM section x JOIN"
          + " offering o ON o.id = x.offering_id JOIN discipline d ON d.id = o.discipline_id JOIN"
          + " org_unit u ON u.id = d.department_id LEFT JOIN org_unit f ON f.id = u.parent_id WHERE"
          + " x.kind = 'GROUP' AND o.term_id = ? AND (? IS NULL OR x.id = ?) ORDER BY d.code,"
          + " o.code, x.code, x.id";

  /** Who sits by a schedule of one's own has a sheet already (SHT-23). */
  private static final String INDIVIDUAL =
      "SELECT n.student_id, f.id FROM sheet i JOIN sheet_row n ON n.sheet_id = i.id JOIN offering f"
          + " ON f.discipline_id = i.discipline_id AND f.term_id = i.term_id WHERE i.kind ="
          + " 'INDIVIDUAL' AND i.term_id = ? AND COALESCE(n.mark, '') <> 'W'";

  private static final String SEATS =
      "SELECT p.section_id, e.id, e.student_id, g.level, e.type, e.attempt_no, e.status ="
          + " 'WITHDRAWN', e.reason, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic) FROM"
          + " enrolment e JOIN enrolment_place p ON p.enrolment_id = e.id JOIN student s ON s.id ="
          + " e.student_id JOIN programme g ON g.id = s.programme_id WHERE e.status IN ('ENROLLED',"
          + " 'WITHDRAWN') AND (e.student_id, e.offering_id) NOT IN ("
          + INDIVIDUAL
          + ") AND p.section_id IN (SELECT x.id"
          + OF
          + ") ORDER BY e.status = 'ENROLLED', e.ended_at";
  private static final String TEACHERS =
      "SELECT t.section_id, t.duty, t.teacher_id FROM section_teacher t WHERE t.valid_from <= ? AND"
          + " (t.valid_to IS NULL OR t.valid_to >= ?) AND t.section_id IN (SELECT x.id"
          + OF
          + ") ORDER BY t.valid_from, t.id";
  private static final String FORMED =
      "SELECT h.first_sitting_of, h.level FROM sheet h WHERE h.first_sitting_of IN (SELECT x.id"
          + OF
          + ")";
  private static final String UNGROUPED =
      "SELECT o.uuid, o.code, d.name_kk, d.name_ru, d.name_en, COUNT(*) FROM enrolment e JOIN"
          + " offering o ON o.id = e.offering_id JOIN discipline d ON d.id = o.discipline_id WHERE"
          + " o.term_id = ? AND e.status = 'ENROLLED' AND NOT EXISTS (SELECT 1 FROM enrolment_place"
          + " p JOIN section x ON x.id = p.section_id WHERE p.enrolment_id = e.id AND x.kind ="
          + " 'GROUP') GROUP BY o.id ORDER BY o.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private LateSeats late;

  /**
   * Whoever has a row to come.
   *
   * @param withdrawn whether the row is W from the start
   * @param reason why the student withdrew; null for nothing
   */
  record Row(SheetPlan.Seat seat, String name, boolean withdrawn, String reason) {}

  /**
   * A group.
   *
   * @param offering public id
   * @param open whether it is still held; one that was cancelled needs no sheet
   * @param teacher key; null for nobody
   * @param examiner key; null for nobody but the teacher
   * @param formed levels that have a sheet
   * @param late students who came after its sheets were posted
   * @param rows by key of the student
   */
  record SessionGroup(
      long section,
      String code,
      String offering,
      long discipline,
      LocalizedText name,
      DisciplineKind kind,
      ControlForm control,
      boolean stateExam,
      boolean open,
      LocalizedText school,
      Map<Duty, Long> staff,
      Set<Level> formed,
      Set<Long> late,
      Map<Long, Row> rows) {

    Long teacher() {
      return staff.get(Duty.TEACHER);
    }

    Long examiner() {
      return staff.getOrDefault(Duty.EXAMINER, teacher());
    }

    /** Its sheets still to come. */
    SheetPlan plan(boolean summer) {
      return SheetPlan.of(
          new SheetPlan.Group(
              code,
              kind,
              control,
              stateExam,
              summer,
              examiner() != null,
              rows.values().stream().map(Row::seat).toList()),
          formed,
          late);
    }
  }

  /** Students of an offering who are in none of its groups, and so in no sheet. */
  record Ungrouped(String offering, String code, LocalizedText name, long students)
      implements Serializable {}

  /**
   * The groups of a term.
   *
   * @param section key of the one that is asked for; null for all
   * @param day whose appointments count
   */
  List<SessionGroup> of(long term, Long section, LocalDate day) {
    Map<Long, SessionGroup> groups = new LinkedHashMap<>();
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement select = connection.prepareStatement(GROUPS)) {
        bind(select, 1, term, section);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            groups.put(row.getLong(1), group(row));
          }
        }
      }
      seats(connection, groups, term, section);
      staff(connection, groups, term, section, day);
      formed(connection, groups, term, section);
      late.of(connection, term, section)
          .forEach((group, students) -> groups.get(group).late().addAll(students));
      return List.copyOf(groups.values());
    } catch (SQLException e) {
      throw new IllegalStateException("the groups of a term cannot be read", e);
    }
  }

  /** Offerings of a term with students who are in no group. */
  List<Ungrouped> ungrouped(long term) {
    List<Ungrouped> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(UNGROUPED)) {
      select.setLong(1, term);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Ungrouped(row.getString(1), row.getString(2), text(row, 3), row.getLong(6)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("students without a group cannot be read", e);
    }
  }

  private static void bind(PreparedStatement select, int from, long term, Long section)
      throws SQLException {
    select.setLong(from, term);
    select.setObject(from + 1, section);
    select.setObject(from + 2, section);
  }

  private static LocalizedText text(ResultSet row, int from) throws SQLException {
    return LocalizedText.of(row.getString(from), row.getString(from + 1), row.getString(from + 2));
  }

  private static SessionGroup group(ResultSet row) throws SQLException {
    return new SessionGroup(
        row.getLong(1),
        row.getString(5) + " " + row.getString(2),
        row.getString(3),
        row.getLong(4),
        text(row, 6),
        DisciplineKind.valueOf(row.getString(9)),
        ControlForm.valueOf(row.getString(10)),
        row.getBoolean(11),
        !"CANCELLED".equals(row.getString(12)),
        text(row, 13),
        new HashMap<>(),
        EnumSet.noneOf(Level.class),
        new HashSet<>(),
        new LinkedHashMap<>());
  }

  /** Whoever withdrew and came back has the place held now. */
  private static void seats(
      Connection connection, Map<Long, SessionGroup> groups, long term, Long section)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SEATS)) {
      select.setLong(1, term);
      bind(select, 2, term, section);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          SheetPlan.Seat seat =
              new SheetPlan.Seat(
                  row.getLong(3),
                  row.getLong(2),
                  Level.valueOf(row.getString(4)),
                  EnrolmentType.valueOf(row.getString(5)),
                  row.getInt(6));
          groups
              .get(row.getLong(1))
              .rows()
              .put(
                  seat.student(),
                  new Row(seat, row.getString(9), row.getBoolean(7), row.getString(8)));
        }
      }
    }
  }

  private static void staff(
      Connection connection, Map<Long, SessionGroup> groups, long term, Long section, LocalDate day)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TEACHERS)) {
      select.setObject(1, day);
      select.setObject(2, day);
      bind(select, 3, term, section);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          groups.get(row.getLong(1)).staff().put(Duty.valueOf(row.getString(2)), row.getLong(3));
        }
      }
    }
  }

  /** A sheet of earlier years that names no level has the students of all. */
  private static void formed(
      Connection connection, Map<Long, SessionGroup> groups, long term, Long section)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FORMED)) {
      bind(select, 1, term, section);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String level = row.getString(2);
          groups
              .get(row.getLong(1))
              .formed()
              .addAll(
                  level == null ? EnumSet.allOf(Level.class) : EnumSet.of(Level.valueOf(level)));
        }
      }
    }
  }
}
