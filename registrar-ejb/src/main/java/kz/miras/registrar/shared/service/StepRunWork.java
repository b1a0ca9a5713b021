package kz.miras.registrar.shared.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/**
 * Takes the steps of an act one by one beside the caller, each as if it were done alone: in a
 * transaction of its own, with the caller's rights as they are then.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StepRunWork {

  private static final Logger LOG = Logger.getLogger(StepRunWork.class.getName());

  /** Steps after which the caller's rights are read anew. */
  private static final int PART = 20;

  @Resource private SessionContext context;

  /** Works until nothing is left. */
  @Asynchronous
  public void lane(StepRun<?> run) {
    boolean on = false;
    try {
      on = part(run);
      if (on) {
        context.getBusinessObject(StepRunWork.class).lane(run);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "A lane over the steps of an act ended early", e);
      on = false;
      run.fail();
    } finally {
      if (!on) {
        run.leave();
      }
    }
  }

  private static <S> boolean part(StepRun<S> run) {
    for (int i = 0; i < PART; i++) {
      S step = run.next();
      if (step == null) {
        return false;
      }
      take(step, run);
    }
    return true;
  }

  private static <S> void take(S step, StepRun<S> run) {
    try {
      Again.run(() -> run.take(step));
    } catch (RegistrarException.Refused e) {
      run.leaveOut(step, e.refusals());
    } catch (RegistrarException.Forbidden e) {
      run.leaveOut(step, List.of());
      run.fail();
    } catch (RegistrarException e) {
      run.leaveOut(step, List.of(Refusal.of(e.code(), run.rule(), run.name(step))));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> run.name(step) + " was left as it is");
      run.leaveOut(step, List.of());
      if (Again.isUnavailable(e)) {
        run.fail();
      }
    }
  }
}
