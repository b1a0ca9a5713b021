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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Advisers;
import kz.miras.registrar.student.service.Students;

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
  private static final String MINE = "/registration/my-plan.xhtml";
  private static final String WAITED =
      "SELECT DISTINCT w.enrolment_id FROM waiting_place w WHERE w.expires_at <= ? ORDER BY"
          + " w.enrolment_id";
  private static final String RETURNED =
      "SELECT l.enrolment_id FROM study_plan_line l JOIN enrolment e ON e.id = l.enrolment_id WHERE"
          + " l.status = 'RETURNED' AND l.seat_until <= ? AND e.status IN ('REQUESTED',"
          + " 'WAITLISTED', 'ENROLLED')";
  private static final String PROVISIONAL =
      "SELECT e.id FROM enrolment e WHERE e.provisional = TRUE AND e.status IN ('WAITLISTED',"
          + " 'ENROLLED')";
  private static final String LATE =
      "SELECT p.id, s.adviser_id, s.student_no FROM study_plan p JOIN student s ON s.id ="
          + " p.student_id JOIN programme g ON g.id = s.programme_id WHERE p.status = 'SUBMITTED'"
          + " AND p.escalated_at IS NULL AND g.level = ? AND p.submitted_at < ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SeatClerk clerk;
  @Inject private SectionSeats sizes;
  @Inject private Seats seats;
  @Inject private EnrolmentRows rows;
  @Inject private Offerings offerings;
  @Inject private TermPictures pictures;
  @Inject private PlanWishes wishes;
  @Inject private Students students;
  @Inject private Calendars calendars;
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

  /** Enrolments that hold only until a mark arrives. */
  public List<Long> provisional() {
    return keys(PROVISIONAL);
  }

  /** Ends a place in a queue, or gives the seat of a returned line on. */
  public void expire(long enrolment) {
    audit.beginJob(JOB);
    try {
      EnrolmentRows.Stored stored = rows.read(enrolment).orElseThrow();
      seats.takeTurn(List.of(stored.student()));
      if (!stored.status().next().contains(EnrolmentStatus.DROPPED)) {
        return;
      }
      clerk.end(enrolment, EnrolmentStatus.DROPPED, LogAct.EXPIRED, null);
      boolean waited = stored.status() == EnrolmentStatus.WAITLISTED;
      notices.tellStudent(
          stored.student(),
          waited ? "registration.notice.waited-out" : "registration.notice.seat-released",
          MINE,
          offerings.offering(stored.offering()).map(Offering::getCode).orElse("?"));
    } finally {
      audit.end();
    }
  }

  /** Pools of kept seats whose day has come. */
  public int release() {
    audit.beginJob(JOB);
    try {
      List<SectionSeats.Kept> due = sizes.due(time.today());
      due.forEach(sizes::release);
      return due.size();
    } finally {
      audit.end();
    }
  }

  /**
   * REG-2. Settles an enrolment that held until a mark arrived: passed, it is firm; not passed, its
   * seat goes on and the student is told.
   */
  public void settle(long enrolment) {
    audit.beginJob(JOB);
    try {
      EnrolmentRows.Stored stored = rows.read(enrolment).orElseThrow();
      seats.takeTurn(List.of(stored.student()));
      Student student = students.byId(stored.student()).orElseThrow();
      Offering offering = offerings.offering(stored.offering()).orElseThrow();
      Term term = calendars.term(stored.term()).orElseThrow();
      Wish wish =
          new Wish(
              offering.getDisciplineId(),
              offering,
              List.of(),
              null,
              stored.type(),
              offering.getLanguage(),
              null,
              null);
      Map<Long, Discipline> disciplines = wishes.disciplines(List.of(wish));
      Verdict verdict =
          pictures
              .of(student, term, disciplines.values(), List.of(), true, Set.of())
              .afresh()
              .settled()
              .judge(wish, List.of())
              .verdict();
      Optional<Refusal> missing =
          verdict.refusals().stream().filter(r -> r.rule().equals("REG-2")).findFirst();
      if (missing.isPresent()) {
        clerk.end(
            enrolment,
            EnrolmentStatus.CANCELLED_BY_OR,
            LogAct.CANCELLED,
            missing.get().args().isEmpty() ? null : String.valueOf(missing.get().args().get(0)));
        tell(stored, student, "registration.notice.provisional-failed", offering);
      } else if (!verdict.provisional()) {
        firm(enrolment);
        tell(stored, student, "registration.notice.provisional-firm", offering);
      }
    } finally {
      audit.end();
    }
  }

  private void tell(EnrolmentRows.Stored stored, Student student, String code, Offering offering) {
    notices.tellStudent(stored.student(), code, MINE, offering.getCode());
    if (student.getAdviser() != null) {
      advisers.tell(
          student.getAdviser().getId(),
          code + "-adviser",
          "/student/card.xhtml?id=" + student.getUuid(),
          student.getStudentNo(),
          offering.getCode());
    }
  }

  private void firm(long enrolment) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE enrolment SET provisional = FALSE, version = version + 1 WHERE id = ?")) {
      update.setLong(1, enrolment);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /**
   * Plans that lie with an adviser longer than the rules give are marked and the adviser told.
   *
   * @param level of the students' programmes: each has days of its own
   * @param before plans submitted before this day are late
   */
  public int escalate(Level level, LocalDate before) {
    audit.beginJob(JOB);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LATE);
        PreparedStatement mark =
            connection.prepareStatement("UPDATE study_plan SET escalated_at = ? WHERE id = ?")) {
      LocalDateTime limit =
          LocalDateTime.ofInstant(before.atStartOfDay(time.zone()).toInstant(), ZoneOffset.UTC);
      select.setString(1, level.name());
      select.setObject(2, limit);
      int late = 0;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          mark.setObject(1, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
          mark.setLong(2, row.getLong(1));
          mark.executeUpdate();
          long adviser = row.getLong(2);
          if (!row.wasNull()) {
            advisers.tell(
                adviser,
                "registration.notice.plan-late",
                "/office/list.xhtml?list=study-plans",
                row.getString(3));
          }
          late++;
        }
      }
      return late;
    } catch (SQLException e) {
      throw new SeatConflict(e);
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
