package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.Debt;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/** DEB-1, DEB-3, INC-1, INC-2. What a student owes and which results are open, on any day. */
@Stateless
@Guarded
public class DebtQueries {

  @Inject private DebtReader debts;
  @Inject private KnownHistory history;
  @Inject private StudentScope scope;
  @Inject private StudyRules rules;
  @Inject private UniversityTime time;
  @Inject private Calendars calendars;

  /**
   * What is owed and what is open.
   *
   * @param day at the end of which
   * @param credits of the debts together
   */
  public record Owed(LocalDate day, List<DebtLine> debts, int credits, List<OpenLine> open)
      implements Serializable {}

  /**
   * A debt.
   *
   * @param code of the discipline, or the name of the choice block
   * @param name null of a choice block
   * @param term since when it is owed
   * @param until last day to close a difference; null for other debts
   * @param sign the result that counts; null where there is none
   * @param discipline stable key
   */
  public record DebtLine(
      String code,
      LocalizedText name,
      int credits,
      TermRef term,
      Debt.Cause cause,
      LocalDate until,
      String sign,
      String discipline)
      implements Serializable {}

  /** An I that is still open, with its clock. */
  public record OpenLine(
      String code, LocalizedText name, int credits, TermRef term, IncompleteClock clock)
      implements Serializable {}

  /**
   * What the student owes at the end of a day.
   *
   * @param student public id or number
   * @param asOf null for today
   */
  @RolesAllowed({Permissions.ACHIEVEMENT_READ, Permissions.TRANSCRIPT_READ})
  public Owed owed(String student, LocalDate asOf) {
    Student found =
        scope.visible(student, Permissions.ACHIEVEMENT_READ, Permissions.TRANSCRIPT_READ);
    LocalDate day = asOf == null ? time.today() : asOf;
    return debts.owed(
        found,
        history.of(found, asOf),
        rules.on(found.getProgramme().getLevel(), day),
        calendars.terms(),
        day);
  }
}
