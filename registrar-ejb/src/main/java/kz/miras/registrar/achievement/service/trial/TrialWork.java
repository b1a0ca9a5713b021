package kz.miras.registrar.achievement.service.trial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.service.trial.TrialReader.Tried;
import kz.miras.registrar.achievement.service.trial.TrialStore.Cut;
import kz.miras.registrar.achievement.trial.Regrading;
import kz.miras.registrar.achievement.trial.TrialCounts;
import kz.miras.registrar.shared.service.UniversityTime;

/** The long part of a trial, beside the caller, who watches the progress. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrialWork {

  private static final Logger LOG = Logger.getLogger(TrialWork.class.getName());

  /** Students read together. */
  private static final int PART = 250;

  @Inject private TrialRows rows;
  @Inject private TrialReader reader;
  @Inject private TrialStore store;
  @Inject private RunningTrials running;
  @Inject private UniversityTime time;

  /** Tries beside the caller. */
  @Asynchronous
  @RolesAllowed({Permissions.RULES_PROPOSE, Permissions.RULES_APPROVE})
  public void running(TrialFrame frame, WorkProgress progress) {
    try {
      run(frame, progress);
      progress.end(null);
      running.end(frame.uuid());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "A trial of rules failed", e);
      progress.fail();
    }
  }

  private void run(TrialFrame frame, WorkProgress progress) {
    List<Long> students = rows.students(frame.rules().tried().level(), frame.period());
    progress.begin(students.size());
    Regrading regrading = new Regrading(frame.rules());
    Map<Cut, TrialCounts> counts = new HashMap<>();
    for (int from = 0; from < students.size(); from += PART) {
      List<Long> part = students.subList(from, Math.min(from + PART, students.size()));
      List<Tried> tried = reader.derive(frame, regrading, part);
      store.lines(frame.id(), tried);
      for (Tried one : tried) {
        counts.merge(
            new Cut(one.programme(), one.course() == null ? 0 : one.course()),
            TrialCounts.of(one.results(), one.figures()),
            TrialCounts::plus);
      }
      progress.step(part.size());
    }
    store.end(frame.id(), counts, time.now());
  }
}
