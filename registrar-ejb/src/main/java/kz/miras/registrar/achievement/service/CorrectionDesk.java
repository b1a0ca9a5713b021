package kz.miras.registrar.achievement.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.CorrectionStatus;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.GradeCorrection;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.achievement.service.Corrections.Concerned;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * COR-1 to COR-4. Corrects posted results: one person asks with reason and document, another
 * approves, and the approval posts a new entry in the same transaction.
 */
@Stateless
@Guarded
public class CorrectionDesk {

  @Inject private Corrections corrections;
  @Inject private CorrectionLines lines;
  @Inject private CorrectingEntries entries;
  @Inject private CorrectedNotices notices;
  @Inject private Students students;
  @Inject private SheetAccess whose;
  @Inject private StudyRules rules;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * The place in the ledger of what a sheet has posted for a student.
   *
   * @throws RegistrarException.NotFound where it has posted nothing, or is not the caller's
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_REQUEST)
  public long position(String student, String sheet) {
    Sheet posted = whose.visible(sheet);
    return corrections
        .posted(student(student), posted)
        .map(LedgerEntry::position)
        .orElseThrow(() -> new RegistrarException.NotFound("result", student));
  }

  /**
   * What a wish would make of a result; stores nothing.
   *
   * @param wish null before anything is typed
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_REQUEST)
  public CorrectionView look(String student, long position, CorrectionPolicy.Wish wish) {
    return view(mine(student, position), wish, null);
  }

  /**
   * Asks for a correction.
   *
   * @return public id of the request
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_REQUEST)
  public String request(String student, long position, CorrectionPolicy.Wish wish) {
    Concerned concerned = mine(student, position);
    refuse(corrections.judge(concerned, wish));
    long key = corrections.key(concerned.entry());
    refuse(corrections.free(key));
    GradeCorrection correction =
        new GradeCorrection(key, concerned.entry(), wish, access.current().login(), time.now());
    audit.because(wish.reason());
    corrections.add(correction);
    return correction.getUuid().toString();
  }

  /** A request with all that its decision needs. */
  @RolesAllowed({
    Permissions.GRADE_CORRECTION_READ,
    Permissions.GRADE_CORRECTION_REQUEST,
    Permissions.GRADE_CORRECTION_APPROVE
  })
  public CorrectionView view(UUID id) {
    GradeCorrection correction = corrections.byUuid(id);
    Concerned concerned = concerned(correction);
    Target target = corrections.target(concerned);
    if (!access.may(Permissions.GRADE_CORRECTION_APPROVE, target)) {
      access.requireVisible(Permissions.GRADE_CORRECTION_READ, target, "correction", id);
    }
    return view(concerned, correction.wish(), correction);
  }

  /**
   * Approves and posts, or rejects.
   *
   * @throws RegistrarException.Refused where the caller asked for it or has the sheet, or the rules
   *     no longer allow it
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_APPROVE)
  public void decide(UUID id, boolean approved, String note) {
    decide(List.of(corrections.byUuid(id)), approved, note);
  }

  /**
   * Decides it with those shown beside it, which were asked for of its sheet with the same words:
   * one version of the sheet names them (SHT-16). What was asked for since goes on waiting.
   *
   * @param beside public ids of those that were shown
   * @throws RegistrarException.Refused as {@link #decide}, for the first that is refused; none is
   *     decided then
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_APPROVE)
  public void decideTogether(UUID id, Collection<String> beside, boolean approved, String note) {
    GradeCorrection correction = corrections.byUuid(id);
    List<GradeCorrection> seen =
        corrections.together(correction).stream()
            .filter(one -> one.equals(correction) || beside.contains(one.getUuid().toString()))
            .toList();
    decide(seen, approved, note);
  }

  private void decide(List<GradeCorrection> asked, boolean approved, String note) {
    List<CorrectingEntries.Correcting> instead = new ArrayList<>();
    for (GradeCorrection one : asked) {
      GradeCorrection correction = corrections.lock(one);
      Concerned concerned = concerned(correction);
      access.require(
          Permissions.GRADE_CORRECTION_APPROVE,
          corrections.target(concerned),
          "correction",
          correction.getUuid());
      corrections
          .sheet(concerned.entry())
          .ifPresent(
              sheet ->
                  refuse(
                      SeparationOfDuty.decidesOnOwnSheet(
                          access.current().teacherId(), sheet.appointed())));
      correction.decide(approved, note, access.current().login(), time.now());
      if (approved) {
        instead.add(instead(concerned, correction.wish()));
      }
    }
    CorrectionPolicy.Wish wish = asked.get(0).wish();
    audit.because(wish.reason());
    if (approved) {
      BasisDocument basis = Corrections.basis(wish);
      entries.post(instead, basis);
      notices.tell(instead, wish.kind(), basis);
    }
  }

  private CorrectingEntries.Correcting instead(Concerned concerned, CorrectionPolicy.Wish wish) {
    refuse(corrections.judge(concerned, wish));
    FinalOutcome outcome = corrections.outcome(concerned, wish).orElseThrow();
    LedgerEntry entry = concerned.entry();
    return new CorrectingEntries.Correcting(
        entry, Corrections.corrected(entry.result(), wish, outcome));
  }

  private Concerned mine(String student, long position) {
    Concerned concerned = corrections.concerned(student(student), position);
    access.requireVisible(
        Permissions.GRADE_CORRECTION_REQUEST,
        corrections.target(concerned),
        "result",
        student + "/" + position);
    return concerned;
  }

  private Concerned concerned(GradeCorrection correction) {
    return corrections.concerned(
        students.byId(correction.getStudentId()).orElseThrow(), correction.getPosition());
  }

  private Student student(String name) {
    return students
        .byName(name)
        .orElseThrow(() -> new RegistrarException.NotFound("student", name));
  }

  private CorrectionView view(
      Concerned concerned, CorrectionPolicy.Wish wish, GradeCorrection correction) {
    LedgerEntry entry = concerned.entry();
    LedgerEntry.Outcome was = entry.result();
    Optional<FinalOutcome> outcome =
        wish == null ? Optional.empty() : corrections.outcome(concerned, wish);
    RulesOfTime ofTime = rules.on(concerned.student().getProgramme().getLevel(), time.today());
    boolean waits = correction != null && correction.getStatus() == CorrectionStatus.REQUESTED;
    boolean open = correction == null || waits;
    return new CorrectionView(
        correction == null ? null : correction.getUuid().toString(),
        concerned.student().getStudentNo(),
        concerned.student().fullName(),
        entry.position(),
        entry.discipline().code(),
        entry.discipline().name(),
        entry.discipline().credits(),
        was.term().academicYear(),
        was.term().type().name(),
        entry.source().document(),
        corrections.form(entry).hasRating(),
        CorrectionView.Figures.of(was.rating(), was.score(), was.grade()),
        wish,
        outcome.map(o -> Corrections.figures(was, wish, o)).orElse(null),
        open ? StudyRecords.of(concerned.ledger(), ofTime).gpa() : null,
        open && outcome.isPresent()
            ? StudyRecords.of(corrections.with(concerned, wish, outcome.get()), ofTime).gpa()
            : null,
        wish == null || !open ? List.of() : corrections.judge(concerned, wish).refusals(),
        correction == null ? null : course(correction),
        waits ? lines.beside(correction) : List.of(),
        waits
            && access.may(Permissions.GRADE_CORRECTION_APPROVE, corrections.target(concerned))
            && CorrectionPolicy.decides(access.current().login(), correction.getRequestedBy())
                .isAllowed());
  }

  private static CorrectionView.Request course(GradeCorrection correction) {
    return new CorrectionView.Request(
        correction.getStatus(),
        correction.getRequestedBy(),
        correction.getRequestedAt(),
        correction.getDecidedBy(),
        correction.getDecidedAt(),
        correction.getDecisionNote());
  }
}
