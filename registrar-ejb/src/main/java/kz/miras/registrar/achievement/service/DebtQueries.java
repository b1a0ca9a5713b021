package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.AcademicDifference;
import kz.miras.registrar.achievement.Debt;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
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
   * @param basis what it rests on
   */
  public record DebtLine(
      String code,
      LocalizedText name,
      int credits,
      TermRef term,
      Debt.Cause cause,
      LocalDate until,
      String sign,
      String discipline,
      Basis basis)
      implements Serializable {}

  /**
   * ACH-9. What a debt rests on: the entry that failed, the document of a difference, or the line
   * of the curriculum.
   *
   * @param entry place in the history; null where no result makes the debt
   * @param document of the entry or the difference; null of the curriculum
   * @param on day of the result or the document; null of the curriculum
   * @param programme code of the programme of the curriculum; null of the others
   * @param admission year of admission the curriculum is for; 0 of the others
   * @param term of the curriculum, from 1; 0 of the others
   */
  public record Basis(
      Long entry, String document, LocalDate on, String programme, int admission, int term)
      implements Serializable {

    static Basis of(LedgerEntry entry) {
      return new Basis(
          entry.position(), entry.source().document(), entry.result().date(), null, 0, 0);
    }

    static Basis of(AcademicDifference difference) {
      return new Basis(null, difference.getDocument(), difference.getListedOn(), null, 0, 0);
    }

    static Basis of(CurriculumItem item, Curriculum curriculum) {
      return new Basis(
          null,
          null,
          null,
          curriculum.getProgramme().getCode(),
          curriculum.getAdmissionYear(),
          item.getTermNo());
    }
  }

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
