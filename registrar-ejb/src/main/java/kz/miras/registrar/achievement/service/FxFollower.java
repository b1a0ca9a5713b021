package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.attestation.retake.FxRight;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.retake.FxRights;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.service.StandingChanged;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * FXR-3, FXR-5. Follows the history: a right whose retake has been posted is used, one whose result
 * an appeal or a correction has changed leads nowhere any more. A sitting posted as W uses nothing.
 */
@ApplicationScoped
public class FxFollower {

  private static final int AT_ONCE = 500;

  @Inject private FxRights rights;
  @Inject private FxFees fees;
  @Inject private Sheets sheets;
  @Inject private LedgerReader ledger;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private StudyRules study;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  void followed(@Observes StandingChanged changed) {
    Set<StandingChanged.Standing> standings = Set.copyOf(changed.standings());
    List<Long> students =
        standings.stream().map(StandingChanged.Standing::student).distinct().toList();
    for (int from = 0; from < students.size(); from += AT_ONCE) {
      List<FxRight> concerned =
          rights.live(students.subList(from, Math.min(from + AT_ONCE, students.size()))).stream()
              .filter(
                  right ->
                      standings.contains(
                          new StandingChanged.Standing(
                              right.getStudentId(), right.getDisciplineId())))
              .toList();
      if (!concerned.isEmpty()) {
        follow(
            concerned,
            ledger.ofAll(concerned.stream().map(FxRight::getStudentId).distinct().toList()));
      }
    }
  }

  /** Whether the sitting of a slip has been posted; it was W, for the attempt has used none. */
  private boolean isOver(Long sitting) {
    return sitting != null && sheets.byId(sitting).orElseThrow().getStatus().isPosted();
  }

  private void follow(List<FxRight> concerned, Map<Long, List<LedgerEntry>> ledgers) {
    for (FxRight right : concerned) {
      Term term = calendars.term(right.getTermId()).orElseThrow();
      Discipline discipline = catalogue.discipline(right.getDisciplineId()).orElseThrow();
      RuleSet inForce = rules.named(sheets.byId(right.getSheetId()).orElseThrow().getRuleSetCode());
      Attempt attempt =
          Attempt.of(ledgers.get(right.getStudentId()), discipline.getId(), term.ref());
      if (attempt.used() > 0) {
        right.end(FxRightStatus.USED, time.now());
        fees.ended(right);
      } else if (!attempt
          .fx(discipline.getControlForm(), study.with(inForce), inForce)
          .isAllowed()) {
        right.end(FxRightStatus.ENDED, time.now());
        fees.ended(right);
        notices.tellStudent(
            right.getStudentId(),
            "attestation.notice.fx-ended",
            "/achievement/my-session.xhtml",
            discipline.getCode());
      } else if (isOver(right.getSlipSheetId())) {
        right.free();
      }
    }
  }
}
