package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.AuditRecord.Outcome;

/**
 * Writes down who did what. Rows go into the business transaction, unchained; the sealer chains
 * them within seconds. A denied attempt is written in a transaction of its own, so that the refusal
 * does not take it away.
 */
@Stateless
@PermitAll
public class AuditTrail {

  @Resource private SessionContext context;
  @Inject private AuditContext call;
  @Inject private AuditWriter writer;

  /** One change: values before and after as JSON, either may be null. */
  public record Change(
      String action, String entity, String entityId, String before, String after) {}

  /** The current caller as the trail names it: a login, or the job. */
  public String author() {
    return writer.author(context.getCallerPrincipal());
  }

  /** Records a deed of the current caller in the current transaction. */
  public void record(String action, String entity, Object id, String before, String after) {
    write(Outcome.DONE, List.of(new Change(action, entity, String.valueOf(id), before, after)));
  }

  /** Records many changes of one transaction. */
  public void record(List<Change> changes) {
    write(Outcome.DONE, changes);
  }

  /**
   * Records in the current transaction a request that the rules refused: the refusal is an answer,
   * it commits with whatever else the caller did.
   *
   * @param why codes and arguments of the refusals, as JSON
   */
  public void refused(String action, String entity, Object id, String why) {
    write(Outcome.REFUSED, List.of(new Change(action, entity, String.valueOf(id), null, why)));
  }

  /**
   * Records an attempt that was refused or denied, whatever becomes of the caller's transaction.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void recordApart(Outcome outcome, String action, String entity, String id) {
    write(outcome, List.of(new Change(action, entity, id, null, null)));
  }

  private void write(Outcome outcome, List<Change> changes) {
    writer.write(
        outcome,
        writer.author(context.getCallerPrincipal()),
        call.origin(),
        call.reason(),
        changes);
  }
}
