package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * INC-1, EXM-8. Results that are still I, and the one act by which those whose last day has passed
 * are asked to become failures; somebody else decides each (COR-3).
 */
@Stateless
@Guarded
public class IncompleteDesk {

  @Inject private OpenIncompletes incompletes;
  @Inject private Corrections corrections;
  @Inject private CorrectionDesk desk;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * An open I.
   *
   * @param expired whether its last day has passed
   * @param asked whether its failure is asked for already
   */
  public record Line(
      String studentNo,
      String student,
      long position,
      String code,
      LocalizedText discipline,
      int credits,
      TermRef term,
      IncompleteClock clock,
      boolean expired,
      boolean asked)
      implements Serializable {}

  /** Those of the students the caller may see, the first to end first. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public List<Line> open() {
    LocalDate today = time.today();
    return visible().stream()
        .map(
            open ->
                new Line(
                    open.student().getStudentNo(),
                    open.student().fullName(),
                    open.entry().position(),
                    open.entry().discipline().code(),
                    open.entry().discipline().name(),
                    open.entry().discipline().credits(),
                    open.entry().result().term(),
                    open.clock(),
                    open.clock().isExpired(today),
                    isAsked(open)))
        .toList();
  }

  private boolean isAsked(OpenIncompletes.Open open) {
    return corrections.isOpen(corrections.key(open.entry()));
  }

  private List<OpenIncompletes.Open> visible() {
    List<OpenIncompletes.Open> all = incompletes.all();
    Set<Long> seen =
        scope
            .ofCaller(
                all.stream().map(OpenIncompletes.Open::student).distinct().toList(),
                Permissions.ACHIEVEMENT_READ)
            .stream()
            .map(Student::getId)
            .collect(Collectors.toSet());
    return all.stream().filter(open -> seen.contains(open.student().getId())).toList();
  }

  /**
   * Asks for the failure of every I whose last day has passed and for which nobody has asked, of
   * those the caller may ask for; one that the rules refuse by itself is left out.
   *
   * @return how many
   * @throws RegistrarException.Refused where document or reason are missing; then none is asked for
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_REQUEST)
  public int askExpiry(String documentNo, LocalDate documentDate, String reason) {
    CorrectionPolicy.Wish wish =
        new CorrectionPolicy.Wish(
            CorrectionKind.EXPIRED,
            null,
            null,
            null,
            reason,
            CorrectionDocument.DECISION,
            documentNo,
            documentDate);
    LocalDate today = time.today();
    Verdict basis = CorrectionPolicy.basis(wish, today);
    if (!basis.isAllowed()) {
      throw new RegistrarException.Refused(basis.refusals());
    }
    int asked = 0;
    for (OpenIncompletes.Open open : visible()) {
      if (open.clock().isExpired(today) && !isAsked(open) && mayAsk(open, wish)) {
        desk.request(open.student().getStudentNo(), open.entry().position(), wish);
        asked++;
      }
    }
    return asked;
  }

  /** Whether the result is the caller's to ask for and nothing speaks against it. */
  private boolean mayAsk(OpenIncompletes.Open open, CorrectionPolicy.Wish wish) {
    Corrections.Concerned concerned =
        corrections.concerned(open.student(), open.entry().position());
    return access.may(Permissions.GRADE_CORRECTION_REQUEST, corrections.target(concerned))
        && corrections.judge(concerned, wish).isAllowed();
  }
}
