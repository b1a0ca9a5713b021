package kz.miras.registrar.achievement.service.closing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.service.SessionSheets.Waiting;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Again;

/**
 * SHT-24. Closes sheets of a session beside the caller, each as if it were closed alone: in a
 * transaction of its own, with the caller's rights as they are then.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClosingWork {

  private static final Logger LOG = Logger.getLogger(ClosingWork.class.getName());

  /** Sheets after which the caller's rights are read anew. */
  private static final int PART = 20;

  @Resource private SessionContext context;
  @Inject private SheetPosting posting;

  /** Works until nothing is left. */
  @Asynchronous
  public void lane(ClosingProgress progress) {
    boolean on = false;
    try {
      on = part(progress);
      if (on) {
        context.getBusinessObject(ClosingWork.class).lane(progress);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "A lane of closing a session ended early", e);
      on = false;
      progress.fail();
    } finally {
      if (!on) {
        progress.leave();
      }
    }
  }

  private boolean part(ClosingProgress progress) {
    for (int i = 0; i < PART; i++) {
      Waiting sheet = progress.next();
      if (sheet == null) {
        return false;
      }
      close(sheet, progress);
    }
    return true;
  }

  private void close(Waiting sheet, ClosingProgress progress) {
    try {
      progress.closed(Again.of(() -> posting.close(sheet.id())));
    } catch (RegistrarException.Refused e) {
      progress.refuse(sheet, e.refusals());
    } catch (RegistrarException.Forbidden e) {
      progress.refuse(sheet, List.of());
      progress.fail();
    } catch (RegistrarException e) {
      progress.refuse(sheet, List.of(Refusal.of(e.code(), "SHT-24", sheet.number())));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Sheet " + sheet.number() + " could not be closed");
      progress.refuse(sheet, List.of());
      if (Again.isUnavailable(e)) {
        progress.fail();
      }
    }
  }
}
