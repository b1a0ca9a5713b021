package kz.miras.registrar.transcript.service.diploma;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.service.Orders;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.diploma.DiplomaComplete;
import kz.miras.registrar.transcript.diploma.SupplementRows;
import kz.miras.registrar.transcript.diploma.SupplementView;
import kz.miras.registrar.transcript.diploma.SupplementView.Look;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.ReferenceGroups;
import kz.miras.registrar.transcript.service.TranscriptContents;
import kz.miras.registrar.transcript.service.diploma.DiplomaStore.Stored;

/** Gathers what a supplement prints; callers have checked whose it is. */
@Stateless
@PermitAll
public class SupplementContents {

  @Inject private TranscriptContents transcripts;
  @Inject private DiplomaStore store;
  @Inject private DiplomaChecking checking;
  @Inject private Orders orders;
  @Inject private ReferenceGroups groups;
  @Inject private Students students;
  @Inject private StudyRules rules;
  @Inject private Settings settings;

  /**
   * A supplement with the transcript it rests on.
   *
   * @param transcript whole history, for its twins
   */
  public record Gathered(SupplementView view, TranscriptView transcript) {}

  /**
   * The contents as of now.
   *
   * @throws RegistrarException.Refused where no diploma is drafted
   */
  public Gathered of(DocumentOrder order, Stamp stamp) {
    long student = order.studentId();
    Stored diploma =
        store
            .of(student)
            .orElseThrow(
                () ->
                    new RegistrarException.Refused(
                        Refusal.of("diploma.gap.draft", "DIP-9").at(DiplomaComplete.AT_DRAFT)));
    LocalDate day = stamp.date();
    TranscriptView transcript =
        transcripts.of(student, order.kind().code(), stamp.number(), day, stamp.code());
    SupplementRows rows =
        SupplementRows.of(
            transcript.record(),
            diploma.draft(),
            rules.on(transcript.holder().level(), day).inForce().hoursPerCredit());
    SupplementView view =
        new SupplementView(
            stamp.number(),
            day,
            transcript.university(),
            transcript.city(),
            transcript.school(),
            transcript.holder(),
            diploma.draft(),
            graduated(student, diploma),
            transcript.record().earned(),
            transcript.record().gpa(),
            rows.practices(),
            rows.attestations(),
            rows.defence(),
            transcript.holder().level().nqfLevel(),
            rows.theory(),
            rows.theoryCredits(),
            rows.additional(),
            rows.isAtDistance(diploma.draft().atDistance()),
            honours(diploma),
            order.kind().family() == DocumentFamily.EUROPEAN_SUPPLEMENT
                ? groups
                    .table(
                        students.byId(student).orElseThrow().getProgramme(),
                        transcript.record(),
                        day)
                    .orElse(null)
                : null,
            new Look(
                Boolean.parseBoolean(settings.text("supplement.hours", day, "false")),
                settings.localized("supplement.accreditation", day),
                transcript.headTitle(),
                settings.localized("dean", day)));
    return new Gathered(view, transcript);
  }

  /** As approved; before that as the rules would decide now. */
  private boolean honours(Stored diploma) {
    return diploma.honours() == null
        ? checking.honours(diploma.studentId()).isAllowed()
        : diploma.honours();
  }

  /** By the order; before that, the year of the commission's decision. */
  private int graduated(long student, Stored diploma) {
    return orders.changes(student).stream()
        .filter(change -> change.getAfter().getStatus() == StudentStatus.GRADUATED)
        .reduce((earlier, later) -> later)
        .map(StudentStatusChange::getEffectiveOn)
        .orElse(diploma.draft().decidedOn())
        .getYear();
  }
}
