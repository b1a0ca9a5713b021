package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.retake.FxRight;
import kz.miras.registrar.attestation.service.retake.FxRights;
import kz.miras.registrar.attestation.service.retake.FxWindows;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/** CTL-7, FXR-5. What a student is told of an FX: whether it may still be retaken. */
@ApplicationScoped
public class FxProspects {

  @Inject private FxRights rights;
  @Inject private FxWindows windows;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private StudyRules study;
  @Inject private UniversityTime time;

  /** One student, with what was asked once for all sheets. */
  final class Asked {

    private final Student student;
    private final List<LedgerEntry> entries;
    private final List<FxRight> known;
    private final FxWindows.Asked calendar = windows.ask();

    private Asked(Student student, List<LedgerEntry> entries, List<FxRight> known) {
      this.student = student;
      this.entries = entries;
      this.known = known;
    }

    /**
     * The words for a result: an FX that was retaken says nothing of a retake, one that cannot be
     * retaken any more says that the discipline is studied again.
     */
    Optional<String> reason(OutcomeReason reason, Sheet sheet) {
      if (reason != OutcomeReason.FX_RETAKE_OPEN) {
        return Optional.of(reason.key());
      }
      Term term = calendars.term(sheet.getTermId()).orElseThrow();
      Attempt attempt = Attempt.of(entries, sheet.getDisciplineId(), term.ref());
      if (attempt.used() > 0) {
        return Optional.empty();
      }
      return Optional.of(
          (isOpen(sheet, term, attempt) ? reason : OutcomeReason.FX_EXHAUSTED).key());
    }

    private boolean isOpen(Sheet sheet, Term term, Attempt attempt) {
      RuleSet inForce = rules.named(sheet.getRuleSetCode());
      boolean allowed =
          attempt
              .fx(
                  catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getControlForm(),
                  study.with(inForce),
                  inForce)
              .isAllowed();
      return allowed
          && known.stream()
              .filter(right -> right.getDisciplineId() == sheet.getDisciplineId())
              .filter(right -> right.getTermId() == sheet.getTermId())
              .findFirst()
              .map(right -> right.getStatus().isLive())
              .orElseGet(
                  () ->
                      calendar
                          .of(student, term)
                          .map(last -> last.isKeptAt(time.now(), time.zone()))
                          .orElse(true));
    }
  }

  /**
   * Asks about a student.
   *
   * @param entries the history as whoever asks may know it
   */
  Asked of(Student student, List<LedgerEntry> entries) {
    return new Asked(student, entries, rights.ofStudent(student.getId()));
  }
}
