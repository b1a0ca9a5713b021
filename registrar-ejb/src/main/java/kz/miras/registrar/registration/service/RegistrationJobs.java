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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Advisers;

/**
 * What happens in registration by itself when its time has come: places in queues and seats of
 * returned lines end, kept seats become everybody's, late advisers are named, and what held only
 * until a mark arrived is settled. Each thing is a transaction of its own.
 */
@Stateless
@RolesAllowed(Permissions.ENROL_SERVE_QUEUE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RegistrationJobs {

  private static final String JOB = "registration";
  private static final String LATE_NOTICE = "registration.notice.plans-late";
  private static final String QUEUE = "/registration/plans.xhtml";
  private static final String WAITED =
      "SELECT DISTINCT w.enrolment_id FROM waiting_place w JOIN enrolment e ON e.id ="
          + " w.enrolment_id WHERE w.expires_at <= ? AND e.status = 'WAITLISTED'";
  private static final String RETURNED =
      "SELECT l.enrolment_id FROM study_plan_line l JOIN enrolment e ON e.id = l.enrolment_id WHERE"
          + " l.status = 'RETURNED' AND l.seat_until <= ? AND e.status IN ('REQUESTED',"
          + " 'WAITLISTED', 'ENROLLED')";
  private static final String PAID =
      "SELECT e.id FROM enrolment e JOIN payment_request r ON r.enrolment_id = e.id AND r.status ="
          + " 'PAID' JOIN offering o ON o.id = e.offering_id JOIN term t ON t.id = o.term_id AND"
          + " t.ends_on >= university_today() WHERE e.status = 'REQUESTED' ORDER BY r.marked_at, e.id";
  private static final String ONE = " AND e.id = ?";
  private static final String ENDED =
      "SELECT p.id FROM study_plan p JOIN academic_year y ON y.id = p.academic_year_id WHERE p.status"
          + " <> 'CLOSED' AND GREATEST(y.ends_on, COALESCE((SELECT MAX(t.ends_on) FROM term t WHERE"
          + " t.academic_year_id = y.id), y.ends_on)) < DATE(?) ORDER BY p.student_id";
  private static final String LATE =
      "SELECT p.id, s.adviser_id, s.student_no, g.school_id FROM study_plan p JOIN student s ON s.id ="
          + " p.student_id JOIN programme g ON g.id = s.programme_id WHERE p.status <> 'CLOSED' AND EXISTS (SELECT 1 FROM"
          + " study_plan_line l WHERE l.plan_id = p.id AND l.status = 'SUBMITTED')"
          + " AND p.escalated_at IS NULL AND g.level = ? AND p.submitted_at < ? ORDER BY p.id";
  // of two nodes that look at the same time one marks it, and tells
  private static final String ESCALATE =
      "UPDATE study_plan SET escalated_at = ? WHERE id = ? AND escalated_at IS NULL";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SeatClerk clerk;
  @Inject private SectionReserves reserves;
  @Inject private Seats seats;
  @Inject private EnrolmentRows rows;
  @Inject private Offerings offerings;
  @Inject private PlanClosing closing;
  @Inject private Settling settling;
  @Inject private PaidEnrolments paid;
  @Inject private Provisional provisional;
  @Inject private Notices notices;
  @Inject private Advisers advisers;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /** Enrolments whose waiting has come to its end. */
  public List<Long> waitedOut() {
    return keys(WAITED, time.now());
  }

  /** Enrolments of returned lines whose seats are kept no longer. */
  public List<Long> returnedTooLong() {
    return keys(RETURNED, time.now());
  }

  /** Enrolments something has changed for that they stand on. */
  public List<Long> toSettle() {
    return provisional.due();
  }

  /**
   * Enrolments that are paid and have neither a seat nor a place in a queue, in order of payment.
   */
  public List<Long> paidWithoutGroup() {
    return keys(PAID);
  }

  /** REG-21. Seats what is paid where a group fits by now. */
  public void seatPaid(long enrolment) {
    audit.beginJob(JOB);
    try {
      paid.lookAgain(enrolment);
    } finally {
      audit.end();
    }
  }

  /** Ends a place in a queue whose time is over. */
  public void endWaiting(long enrolment) {
    end(enrolment, WAITED, "registration.notice.waited-out");
  }

  /** Gives the seat of a returned line on whose time is over. */
  public void releaseSeat(long enrolment) {
    end(enrolment, RETURNED, "registration.notice.seat-released");
  }

  private void end(long enrolment, String due, String notice) {
    audit.beginJob(JOB);
    try {
      long student = rows.read(enrolment).orElseThrow().student();
      seats.takeTurn(List.of(student));
      // the list is old by now: it may have a seat, be submitted again, or be over
      if (!isDue(due, enrolment)) {
        return;
      }
      EnrolmentRows.Stored stored = rows.read(enrolment).orElseThrow();
      clerk.end(enrolment, EnrolmentStatus.DROPPED, LogAct.EXPIRED, null);
      notices.tellStudent(
          student,
          notice,
          PlanQueries.OWN_PAGE,
          offerings.offering(stored.offering()).map(Offering::getCode).orElse("?"));
    } finally {
      audit.end();
    }
  }

  private boolean isDue(String due, long enrolment) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(due + ONE)) {
      select.setObject(1, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      select.setLong(2, enrolment);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Pools of kept seats whose day has come. */
  public int release() {
    audit.beginJob(JOB);
    try {
      List<SectionReserves.Kept> due = reserves.due(time.today());
      due.forEach(reserves::release);
      return due.size();
    } finally {
      audit.end();
    }
  }

  /** REG-2. Settles an enrolment whose prerequisites may stand otherwise now. */
  public void settle(long enrolment) {
    audit.beginJob(JOB);
    try {
      settling.settle(enrolment);
    } finally {
      audit.end();
    }
  }

  /**
   * Lets everything that holds only until something arrives be looked at once more: a catalogue may
   * have changed, or a mark have arrived in the very moment of an enrolment.
   */
  public int lookAgain() {
    return provisional.sweep();
  }

  /**
   * IUP-8. Plans that lie with an adviser longer than the rules give, and those nobody is the
   * adviser for, are marked; the adviser is told, and so are who may replace the adviser: the dean
   * of the school and the office.
   *
   * @param level of the students' programmes: each has days of its own
   * @param before plans submitted before this day are late
   * @return how many were not marked before
   */
  public int escalate(Level level, LocalDate before) {
    audit.beginJob(JOB);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LATE);
        PreparedStatement mark = connection.prepareStatement(ESCALATE)) {
      LocalDateTime limit =
          LocalDateTime.ofInstant(before.atStartOfDay(time.zone()).toInstant(), ZoneOffset.UTC);
      select.setString(1, level.name());
      select.setObject(2, limit);
      Escalated all = new Escalated();
      Map<Long, Escalated> schools = new TreeMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          mark.setObject(1, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
          mark.setLong(2, row.getLong(1));
          if (mark.executeUpdate() == 0) {
            continue;
          }
          long adviser = row.getLong(2);
          boolean nobody = row.wasNull();
          if (!nobody) {
            advisers.tell(
                adviser,
                "registration.notice.plan-late",
                "/office/list.xhtml?list=study-plans",
                row.getString(3));
          }
          all.add(nobody);
          schools.computeIfAbsent(row.getLong(4), key -> new Escalated()).add(nobody);
        }
      }
      if (all.plans > 0) {
        notices.tellHolders(
            Permissions.ADVISER_REPLACE, LATE_NOTICE, QUEUE, all.plans, all.unadvised);
        schools.forEach(
            (school, late) ->
                notices.tellSchool(
                    Permissions.ADVISER_REPLACE,
                    school,
                    LATE_NOTICE,
                    QUEUE,
                    late.plans,
                    late.unadvised));
      }
      return all.plans;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    } finally {
      audit.end();
    }
  }

  /** How many plans were late, and how many of them nobody advises. */
  private static final class Escalated {
    private int plans;
    private int unadvised;

    private void add(boolean nobody) {
      plans++;
      unadvised += nobody ? 1 : 0;
    }
  }

  /** Plans of academic years that are over, their terms included. */
  public List<Long> toClose() {
    return keys(ENDED, time.today().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
  }

  /** IUP-1. Closes the plan of a year that is over. */
  public void close(long plan) {
    audit.beginJob(JOB);
    try {
      closing.close(plan);
    } finally {
      audit.end();
    }
  }

  private List<Long> keys(String sql, Instant... until) {
    List<Long> keys = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < until.length; i++) {
        select.setObject(i + 1, LocalDateTime.ofInstant(until[i], ZoneOffset.UTC));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(row.getLong(1));
        }
      }
      return keys;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
