package kz.miras.registrar.attestation.service.together;

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
import kz.miras.registrar.attestation.service.together.SessionSteps.Step;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Again;

/**
 * SHT-24, SHT-31, PUB-1. Takes the sheets of a session one by one beside the caller, each as if it
 * were opened, closed or published alone: in a transaction of its own, with the caller's rights as
 * they are then.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SheetRunWork {

  private static final Logger LOG = Logger.getLogger(SheetRunWork.class.getName());

  /** Sheets after which the caller's rights are read anew. */
  private static final int PART = 20;

  @Resource private SessionContext context;

  /** Works until nothing is left. */
  @Asynchronous
  public void lane(SheetRun run) {
    boolean on = false;
    try {
      on = part(run);
      if (on) {
        context.getBusinessObject(SheetRunWork.class).lane(run);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "A lane over the sheets of a session ended early", e);
      on = false;
      run.fail();
    } finally {
      if (!on) {
        run.leave();
      }
    }
  }

  private boolean part(SheetRun run) {
    for (int i = 0; i < PART; i++) {
      Step sheet = run.next();
      if (sheet == null) {
        return false;
      }
      take(sheet, run);
    }
    return true;
  }

  private void take(Step sheet, SheetRun run) {
    try {
      run.doneWithOne(Again.of(() -> run.act().on(sheet.id())));
    } catch (RegistrarException.Refused e) {
      run.miss(sheet, e.refusals());
    } catch (RegistrarException.Forbidden e) {
      run.miss(sheet, List.of());
      run.fail();
    } catch (RegistrarException e) {
      run.miss(sheet, List.of(Refusal.of(e.code(), run.kind().rule(), sheet.number())));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Sheet " + sheet.number() + " was left as it is");
      run.miss(sheet, List.of());
      if (Again.isUnavailable(e)) {
        run.fail();
      }
    }
  }
}
