package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.EntityChanges;
import kz.miras.registrar.access.service.AuditTrail.Change;

/** Gathers the changes of a transaction and writes them together just before it commits. */
@Stateless
@Local(EntityChanges.class)
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChangeCollector implements EntityChanges {

  private static final String KEY = ChangeCollector.class.getName();
  private static final Jsonb JSON = JsonbBuilder.create();

  @Resource private TransactionSynchronizationRegistry transaction;
  @Resource private SessionContext context;
  @Inject private AuditWriter writer;
  @Inject private AuditContext call;

  @Override
  public void changed(
      Kind kind, String entity, String id, Map<String, Object> before, Map<String, Object> after) {
    Change change =
        new Change(
            entity.toLowerCase(Locale.ROOT) + "." + kind.name().toLowerCase(Locale.ROOT),
            entity,
            id,
            json(before),
            json(after));
    pending().add(change);
  }

  @SuppressWarnings("unchecked") // only this class stores under its key
  private List<Change> pending() {
    List<Change> known = (List<Change>) transaction.getResource(KEY);
    if (known != null) {
      return known;
    }
    List<Change> changes = new ArrayList<>();
    transaction.putResource(KEY, changes);
    String actor = writer.author(context.getCallerPrincipal());
    String origin = call.origin();
    String reason = call.reason();
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            writer.write(Outcome.DONE, actor, origin, reason, changes);
          }

          @Override
          public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
              changes.clear();
            }
          }
        });
    return changes;
  }

  private static String json(Map<String, Object> values) {
    if (values.isEmpty()) {
      return null;
    }
    Map<String, Object> plain = new TreeMap<>();
    values.forEach(
        (name, value) ->
            plain.put(
                name, value instanceof Number || value instanceof Boolean ? value : text(value)));
    return JSON.toJson(plain);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
