package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.attestation.service.AbsenceExcused;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/**
 * EXC-1. Records an excused absence: an entry of the same kind stands in place of the no-show, I
 * instead of F. It is asked for and approved by nobody as a correction is, because nothing was
 * mistaken.
 */
@ApplicationScoped
public class ExcusedAbsences {

  @Inject private LedgerReader reader;
  @Inject private CorrectingEntries entries;

  void record(@Observes AbsenceExcused excused) {
    List<LedgerEntry> all = reader.of(excused.studentId(), null);
    LedgerEntry absent =
        all.stream()
            .filter(entry -> Long.valueOf(excused.sheetId()).equals(entry.source().sheetId()))
            .filter(entry -> all.stream().noneMatch(later -> corrects(later, entry)))
            .filter(entry -> entry.result().grade().mark() == Mark.AB || isNoPass(entry))
            .findFirst()
            .orElseThrow(
                () ->
                    new RegistrarException.Refused(
                        Refusal.of("achievement.excuse.corrected", "EXC-1")));
    LedgerEntry.Outcome was = absent.result();
    entries.post(
        absent,
        new LedgerEntry.Outcome(
            was.termId(),
            was.term(),
            was.kind(),
            was.attemptNo(),
            was.rating(),
            null,
            Grade.of(Mark.I),
            was.date(),
            was.ruleSetCode()),
        excused.basis());
  }

  private static boolean corrects(LedgerEntry later, LedgerEntry entry) {
    Long corrects = later.source().corrects();
    return corrects != null && corrects == entry.position();
  }

  /** A pass/fail control says NP of a no-show; it has no score then. */
  private static boolean isNoPass(LedgerEntry entry) {
    return entry.result().grade().mark() == Mark.NP && entry.result().score() == null;
  }
}
