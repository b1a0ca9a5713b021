package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * REG-33. Who waits for any group and rests in some of its queues, because lessons meet, comes back
 * when they do not any more: soon after something else of the student's has ended or is taken in
 * another section, a decision lets lessons overlap, or they have been moved; and in the night
 * wherever anybody rests.
 */
@Stateless
@RolesAllowed(Permissions.ENROL_SERVE_QUEUE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class QueueJobs {

  /** Longer than the time between two looks, so that none is missed that commits between them. */
  private static final Duration LATELY = Duration.ofMinutes(3);

  private static final String RESTING =
      "SELECT DISTINCT x.offering_id FROM waiting_place w JOIN enrolment e ON e.id ="
          + " w.enrolment_id JOIN section x ON x.id = w.section_id JOIN offering o ON o.id ="
          + " x.offering_id WHERE w.resting";
  private static final String FREED =
      " AND (EXISTS (SELECT 1 FROM enrolment f WHERE f.student_id = e.student_id AND f.ended_at >="
          + " ?) OR EXISTS (SELECT 1 FROM roster_change r WHERE r.student_id = e.student_id AND r.at"
          + " >= ?) OR EXISTS (SELECT 1 FROM registration_request q WHERE q.student_id ="
          + " e.student_id AND q.offering_id = x.offering_id AND q.rule = '"
          + LessonTime.APART
          + "' AND q.status IN ('APPROVED', 'DONE') AND q.decided_at >= ?))";
  // a lesson that was taken away has no row any more, but what was written down of it names its
  // section too
  private static final String MOVED =
      " AND o.term_id IN (SELECT n.term_id FROM audit_entry a JOIN audit_detail d ON d.entry_id ="
          + " a.id JOIN section m ON m.id = CAST(JSON_VALUE(COALESCE(d.after_values,"
          + " d.before_values), '$.sectionId') AS INT) JOIN offering n ON n.id = m.offering_id WHERE"
          + " a.at >= ? AND a.entity = 'SectionSlot')";
  private static final String ORDER = " ORDER BY x.offering_id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SeatClerk clerk;
  @Inject private EnrolmentRows rows;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * Offerings in whose queues somebody rests who has left something else lately, or sits in another
   * section of it now, or whose lessons may overlap by a decision.
   */
  public List<Long> freedLately() {
    LocalDateTime lately = lately();
    return offerings(RESTING + FREED + ORDER, lately, lately, lately);
  }

  /** Offerings in whose queues anybody rests, of terms in which lessons were moved lately. */
  public List<Long> besideMoved() {
    return offerings(RESTING + MOVED + ORDER, lately());
  }

  private LocalDateTime lately() {
    return LocalDateTime.ofInstant(time.now().minus(LATELY), ZoneOffset.UTC);
  }

  /** Offerings in whose queues anybody rests. */
  public List<Long> resting() {
    return offerings(RESTING + ORDER);
  }

  /**
   * Puts back into the queues of an offering whoever may be there again, and gives what is free.
   */
  public void lookAgain(long offering) {
    audit.beginJob("registration");
    try {
      SeatWork work = clerk.begin(rows.sections(offering), clerk.asking(null, null, null));
      clerk.fillAnew(work, offering);
      clerk.finish(work);
    } finally {
      audit.end();
    }
  }

  private List<Long> offerings(String sql, Object... values) {
    List<Long> offerings = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          offerings.add(row.getLong(1));
        }
      }
      return offerings;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
