package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;

/**
 * REG-2. Settles by itself the lines of plans without a seat that stood on a mark. Each line is a
 * transaction of its own.
 */
@Stateless
@RolesAllowed(Permissions.ENROL_SERVE_QUEUE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LineJobs {

  @Inject private ProvisionalLines lines;
  @Inject private LineSettling settling;
  @Inject private AuditContext audit;

  /** Lines something has changed for that they stand on. */
  public List<Long> toSettle() {
    return lines.due();
  }

  /** Settles a line whose prerequisites may stand otherwise now. */
  public void settle(long line) {
    audit.beginJob("registration");
    try {
      settling.settle(line);
    } finally {
      audit.end();
    }
  }

  /**
   * Lets every line that holds only until a mark arrives be looked at once more: a catalogue may
   * have changed.
   */
  public int lookAgain() {
    return lines.sweep();
  }
}
