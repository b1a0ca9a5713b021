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
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
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
    return lines(Permissions.ACHIEVEMENT_READ);
  }

  private List<Line> lines(String permission) {
    LocalDate today = time.today();
    List<OpenIncompletes.Open> all = incompletes.all();
    Set<Long> seen =
        scope
            .ofCaller(
                all.stream().map(OpenIncompletes.Open::student).distinct().toList(), permission)
            .stream()
            .map(Student::getId)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(open -> seen.contains(open.student().getId()))
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
                    corrections.isOpen(corrections.key(open.entry()))))
        .toList();
  }

  /**
   * Asks for the failure of every I whose last day has passed and for which nobody has asked.
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
    int asked = 0;
    for (Line line : lines(Permissions.ACHIEVEMENT_READ)) {
      if (line.expired() && !line.asked()) {
        desk.request(line.studentNo(), line.position(), wish);
        asked++;
      }
    }
    return asked;
  }
}
