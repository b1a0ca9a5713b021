package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.CorrectionStatus;
import kz.miras.registrar.achievement.GradeCorrection;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * INC-1, INC-4, EXM-8. Results that are still I; one act asks for the failure of those whose last
 * day has passed, and another act of somebody else approves all that was asked for (COR-3).
 */
@Stateless
@Guarded
public class IncompleteDesk {

  @Inject private OpenIncompletes incompletes;
  @Inject private Corrections corrections;
  @Inject private CorrectingEntries entries;
  @Inject private CorrectedNotices notices;
  @Inject private Sheets sheets;
  @Inject private KnownHistory history;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * An open I.
   *
   * @param expired whether its last day has passed
   * @param seated whether its student stands in an open sheet of an individual sitting
   * @param sittingOn day of that sitting; null where none is named
   * @param asked whether its failure is asked for already
   * @param decidable whether the caller may approve that, being somebody else
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
      boolean seated,
      LocalDate sittingOn,
      boolean asked,
      boolean decidable)
      implements Serializable {}

  /** An I with what waits about it. */
  private record Seen(OpenIncompletes.Open open, GradeCorrection asked, Sheet sitting) {}

  /** Those of the students the caller may see, the first to end first. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public List<Line> open() {
    LocalDate today = time.today();
    return seen().stream()
        .map(
            one ->
                new Line(
                    one.open().student().getStudentNo(),
                    one.open().student().fullName(),
                    one.open().entry().position(),
                    one.open().entry().discipline().code(),
                    one.open().entry().discipline().name(),
                    one.open().entry().discipline().credits(),
                    one.open().entry().result().term(),
                    one.open().clock(),
                    one.open().clock().isExpired(today),
                    one.sitting() != null,
                    one.sitting() == null ? null : one.sitting().getExamDate(),
                    one.asked() != null,
                    mayDecide(one)))
        .toList();
  }

  /** PUB-1. All of them; to a student the own ones as far as results are published. */
  private List<OpenIncompletes.Open> known() {
    Long own = access.current().studentId();
    if (own == null) {
      return incompletes.all();
    }
    List<OpenIncompletes.Open> known = new ArrayList<>(incompletes.all());
    known.removeIf(open -> open.student().getId().equals(own));
    Student student = students.byId(own).orElseThrow();
    known.addAll(incompletes.among(student, history.of(student, null)));
    return known;
  }

  private List<Seen> seen() {
    List<OpenIncompletes.Open> all = known();
    List<Student> whose = all.stream().map(OpenIncompletes.Open::student).distinct().toList();
    Set<Long> visible =
        scope.ofCaller(whose, Permissions.ACHIEVEMENT_READ).stream()
            .map(Student::getId)
            .collect(Collectors.toSet());
    Map<String, GradeCorrection> asked = new HashMap<>();
    corrections.open(visible).forEach(one -> asked.put(at(one.getStudentId(), one), one));
    Map<String, Sheet> sittings = new HashMap<>();
    if (!visible.isEmpty()) {
      for (SheetRow row : sheets.unpostedFollowing(visible)) {
        if (row.getSheet().getKind() == SheetKind.INDIVIDUAL) {
          sittings.put(at(row.getStudentId(), row.getSheet()), row.getSheet());
        }
      }
    }
    return all.stream()
        .filter(open -> visible.contains(open.student().getId()))
        .map(
            open ->
                new Seen(
                    open,
                    asked.get(open.student().getId() + "/" + open.entry().position()),
                    sittings.get(
                        open.student().getId()
                            + "/"
                            + open.entry().result().termId()
                            + "/"
                            + open.entry().discipline().disciplineId())))
        .toList();
  }

  private static String at(long student, GradeCorrection correction) {
    return student + "/" + correction.getPosition();
  }

  private static String at(long student, Sheet sheet) {
    return student + "/" + sheet.getTermId() + "/" + sheet.getDisciplineId();
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
    Verdict basis = CorrectionPolicy.basis(wish.words(), today);
    if (!basis.isAllowed()) {
      throw new RegistrarException.Refused(basis.refusals());
    }
    audit.because(reason);
    int asked = 0;
    for (Seen one : seen()) {
      Corrections.Concerned concerned = one.open().concerned();
      if (one.asked() == null
          && one.open().clock().isExpired(today)
          && access.may(Permissions.GRADE_CORRECTION_REQUEST, corrections.target(concerned))
          && corrections.judge(concerned, wish, one.open().clock()).isAllowed()) {
        corrections.add(
            new GradeCorrection(
                corrections.key(concerned.entry()),
                concerned.entry(),
                wish,
                access.current().login(),
                time.now()));
        asked++;
      }
    }
    return asked;
  }

  /**
   * Approves in one act the failures that others have asked for and the caller may decide; what the
   * rules refuse by now is left to be decided by itself.
   *
   * @return how many
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_APPROVE)
  public int approveExpired() {
    Map<BasisDocument, List<CorrectingEntries.Correcting>> byBasis = new LinkedHashMap<>();
    int approved = 0;
    for (Seen one : seen()) {
      Optional<CorrectingEntries.Correcting> correcting = approved(one);
      if (correcting.isPresent()) {
        byBasis
            .computeIfAbsent(Corrections.basis(one.asked().wish()), basis -> new ArrayList<>())
            .add(correcting.get());
        approved++;
      }
    }
    byBasis.forEach(
        (basis, all) -> {
          audit.because(basis.reason());
          entries.post(all, basis);
          notices.tell(all, CorrectionKind.EXPIRED, basis);
        });
    return approved;
  }

  private boolean mayDecide(Seen one) {
    return one.asked() != null
        && one.asked().wish().kind() == CorrectionKind.EXPIRED
        && access.may(
            Permissions.GRADE_CORRECTION_APPROVE, corrections.target(one.open().concerned()))
        && CorrectionPolicy.decides(access.current().login(), one.asked().getRequestedBy())
            .isAllowed();
  }

  private Optional<CorrectingEntries.Correcting> approved(Seen one) {
    if (!mayDecide(one)) {
      return Optional.empty();
    }
    Corrections.Concerned concerned = one.open().concerned();
    boolean own =
        corrections
            .sheet(concerned.entry())
            .map(
                sheet ->
                    !SeparationOfDuty.decidesOnOwnSheet(
                            access.current().teacherId(), sheet.appointed())
                        .isAllowed())
            .orElse(false);
    GradeCorrection correction = corrections.lock(one.asked());
    CorrectionPolicy.Wish wish = correction.wish();
    if (own
        || correction.getStatus() != CorrectionStatus.REQUESTED
        || !corrections.judge(concerned, wish, one.open().clock()).isAllowed()) {
      return Optional.empty();
    }
    correction.decide(true, null, access.current().login(), time.now());
    return Optional.of(
        new CorrectingEntries.Correcting(
            concerned.entry(),
            Corrections.corrected(
                concerned.entry().result(),
                wish,
                corrections.outcome(concerned, wish).orElseThrow())));
  }
}
