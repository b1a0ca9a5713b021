package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SectionClosing;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.service.SectionDetails.AppointmentView;
import kz.miras.registrar.registration.service.SectionDetails.SlotView;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;

/** An offering with its sections and students; and a student's enrolments. */
@Stateless
@Guarded
public class OfferingQueries {

  private static final String OFFERING =
      "SELECT o.id, o.code, t.code, d.code, d.name_kk, d.name_ru, d.name_en, d.credits, o.language,"
          + " u.parent_id FROM offering o JOIN term t ON t.id = o.term_id JOIN discipline d ON d.id"
          + " = o.discipline_id JOIN org_unit u ON u.id = d.department_id WHERE o.uuid = ?";
  private static final String SECTIONS =
      "SELECT s.id, s.kind, s.code, q.capacity, q.taken, (SELECT h.uuid FROM sheet h WHERE"
          + " h.section_id = s.id ORDER BY h.id LIMIT 1), s.uuid, s.status, s.closing, s.closing_at FROM section s LEFT JOIN (SELECT"
          + " section_id, SUM(capacity) AS capacity, SUM(taken) AS taken FROM section_seat GROUP BY"
          + " section_id) q ON q.section_id = s.id WHERE s.offering_id = ?"
          + " ORDER BY FIELD(s.kind, 'LECTURE', 'GROUP', 'SUBGROUP'), s.code";
  private static final String CODES =
      "(SELECT GROUP_CONCAT(x.code ORDER BY FIELD(x.kind, 'LECTURE', 'GROUP', 'SUBGROUP') SEPARATOR"
          + " ' ') FROM ";

  /** Where a seat is held; else what is waited for; else what was asked for. */
  private static final String NAMED =
      "COALESCE("
          + CODES
          + "enrolment_place p JOIN section x ON x.id = p.section_id WHERE p.enrolment_id = e.id), "
          + CODES
          + "waiting_place w JOIN section x ON x.id = w.section_id WHERE w.enrolment_id = e.id AND"
          + " NOT w.any_of_kind), "
          + CODES
          + "section x WHERE x.id IN (e.wished_section_id, e.wished_stream_id)))";

  private static final String STUDENTS =
      "SELECT e.id, s.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic),"
          + " e.type, e.status, "
          + NAMED
          + ", NULL, NULL, NULL, NULL FROM enrolment e JOIN student s ON s.id = e.student_id WHERE"
          + " e.offering_id = ? ORDER BY e.status = 'ENROLLED' DESC, s.last_name, s.first_name";
  private static final String OF_STUDENT =
      "SELECT e.id, o.uuid, t.code, d.code, e.type, e.status, "
          + NAMED
          + ", d.name_kk, d.name_ru, d.name_en, d.credits FROM enrolment"
          + " e JOIN offering o ON o.id = e.offering_id JOIN term t ON t.id = o.term_id JOIN"
          + " discipline d ON d.id = o.discipline_id WHERE e.student_id = ? AND t.closed_at IS NULL"
          + " AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'WITHDRAWN') ORDER BY"
          + " t.starts_on DESC, d.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private Offerings offerings;

  /** An offering with all that its page shows. */
  public record OfferingView(
      long id,
      String code,
      String term,
      String disciplineCode,
      LocalizedText discipline,
      int credits,
      String language,
      List<SectionView> sections,
      List<EnrolmentView> students)
      implements Serializable {}

  /**
   * A section.
   *
   * @param sheet public id of its first sheet; null where none is formed
   * @param closing what was said of closing it; null for nothing
   * @param closingAt since when; null where nothing was said
   */
  public record SectionView(
      long id,
      String link,
      SectionKind kind,
      String code,
      int capacity,
      int taken,
      List<AppointmentView> appointments,
      List<SlotView> slots,
      String sheet,
      SectionStatus status,
      SectionClosing closing,
      Instant closingAt)
      implements Serializable {

    /** Whether it is proposed to be closed. */
    public boolean isProposed() {
      return status == SectionStatus.OPEN && closing == SectionClosing.PROPOSED;
    }
  }

  /**
   * An enrolment, seen from the offering or from the student.
   *
   * @param link public id of the student, or of the offering
   * @param number student number, or term
   * @param name of the student, or code of the discipline
   * @param sections codes of those a seat is held in; without one those waited or asked for; null
   *     where none is named
   * @param discipline null where seen from the offering
   */
  public record EnrolmentView(
      long id,
      String link,
      String number,
      String name,
      EnrolmentType type,
      EnrolmentStatus status,
      String sections,
      LocalizedText discipline,
      int credits)
      implements Serializable {}

  /** An offering the caller may see. */
  @RolesAllowed(Permissions.OFFERING_READ)
  public OfferingView offering(String uuid) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OFFERING)) {
      select.setString(1, uuid);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new RegistrarException.NotFound("offering", uuid);
        }
        long id = row.getLong(1);
        requireVisible(uuid, id, row.getLong(10));
        return new OfferingView(
            id,
            row.getString(2),
            row.getString(3),
            row.getString(4),
            LocalizedText.of(row.getString(5), row.getString(6), row.getString(7)),
            row.getInt(8),
            row.getString(9),
            sections(connection, id),
            enrolments(connection, STUDENTS, id));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the offering cannot be read", e);
    }
  }

  private void requireVisible(String uuid, long id, long school) {
    List<Long> teachers =
        offerings.sectionsOf(id).stream()
            .flatMap(section -> offerings.teachersOf(section.getId()).stream())
            .map(teacher -> teacher.getTeacherId())
            .distinct()
            .toList();
    access.requireVisible(
        Permissions.OFFERING_READ,
        Target.nobodys().taughtBy(teachers).examinedBy(teachers).inSchool(school),
        "offering",
        uuid);
  }

  private static List<SectionView> sections(Connection connection, long offering)
      throws SQLException {
    List<SectionView> sections = new ArrayList<>();
    Map<Long, List<AppointmentView>> appointments =
        SectionDetails.appointments(connection, offering);
    Map<Long, List<SlotView>> slots = SectionDetails.slots(connection, offering);
    try (PreparedStatement select = connection.prepareStatement(SECTIONS)) {
      select.setLong(1, offering);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sections.add(
              new SectionView(
                  row.getLong(1),
                  row.getString(7),
                  SectionKind.valueOf(row.getString(2)),
                  row.getString(3),
                  row.getInt(4),
                  row.getInt(5),
                  appointments.getOrDefault(row.getLong(1), List.of()),
                  slots.getOrDefault(row.getLong(1), List.of()),
                  row.getString(6),
                  SectionStatus.valueOf(row.getString(8)),
                  row.getString(9) == null ? null : SectionClosing.valueOf(row.getString(9)),
                  row.getString(9) == null
                      ? null
                      : row.getObject(10, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
        }
      }
    }
    return sections;
  }

  /** Enrolments of a student in terms that are not closed; the caller has been checked. */
  @RolesAllowed({Permissions.ENROL_READ, Permissions.ENROL_OWN, Permissions.STUDENT_READ})
  public List<EnrolmentView> ofStudent(long student) {
    try (Connection connection = database.getConnection()) {
      return enrolments(connection, OF_STUDENT, student);
    } catch (SQLException e) {
      throw new IllegalStateException("enrolments cannot be read", e);
    }
  }

  private static List<EnrolmentView> enrolments(Connection connection, String sql, long of)
      throws SQLException {
    List<EnrolmentView> enrolments = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, of);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          enrolments.add(
              new EnrolmentView(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  EnrolmentType.valueOf(row.getString(5)),
                  EnrolmentStatus.valueOf(row.getString(6)),
                  row.getString(7),
                  row.getString(8) == null
                      ? null
                      : LocalizedText.of(row.getString(8), row.getString(9), row.getString(10)),
                  row.getInt(11)));
        }
      }
    }
    return enrolments;
  }
}
