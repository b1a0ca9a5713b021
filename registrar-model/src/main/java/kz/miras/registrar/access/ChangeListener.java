package kz.miras.registrar.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.DirectToFieldChangeRecord;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.WriteObjectQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.changesets.ChangeRecord;

/**
 * AUD-5. Tells {@link EntityChanges} of every insert, update and delete of every entity, so that no
 * service can forget it. Large content and secrets are named but not copied.
 */
public class ChangeListener extends DescriptorEventAdapter implements SessionCustomizer {

  private static final Set<String> WITHHELD = Set.of("passwordHash", "scan", "pdf", "snapshot");
  private static final Set<String> MASKED = Set.of("iin");

  private static final AtomicReference<EntityChanges> RECEIVER = new AtomicReference<>();

  /** From now on changes are told to this receiver; null when the application stops. */
  public static void tellTo(EntityChanges receiver) {
    RECEIVER.set(receiver);
  }

  @Override
  public void customize(Session session) {
    for (ClassDescriptor descriptor : session.getDescriptors().values()) {
      if (!descriptor.isAggregateDescriptor()) {
        descriptor.getEventManager().addListener(this);
      }
    }
  }

  @Override
  public void postInsert(DescriptorEvent event) {
    tell(EntityChanges.Kind.INSERT, event, Map.of(), values(event, true));
  }

  @Override
  public void postDelete(DescriptorEvent event) {
    tell(EntityChanges.Kind.DELETE, event, values(event, false), Map.of());
  }

  @Override
  public void postUpdate(DescriptorEvent event) {
    ObjectChangeSet changes =
        event.getQuery() instanceof WriteObjectQuery query ? query.getObjectChangeSet() : null;
    if (changes == null) {
      return;
    }
    Map<String, Object> before = new TreeMap<>();
    Map<String, Object> after = new TreeMap<>();
    for (ChangeRecord change : changes.getChanges()) {
      String attribute = change.getAttribute();
      DatabaseMapping mapping = event.getDescriptor().getMappingForAttributeName(attribute);
      if (attribute.equals("version") || mapping.isOneToManyMapping()) {
        // rows at the other end are told of by themselves
        continue;
      }
      if (change instanceof DirectToFieldChangeRecord direct) {
        before.put(attribute, shown(attribute, direct.getOldValue()));
        after.put(attribute, shown(attribute, direct.getNewValue()));
      } else {
        before.put(attribute, shown(attribute, change.getOldValue()));
        after.put(attribute, shown(attribute, value(event, attribute)));
      }
    }
    if (!after.isEmpty()) {
      tell(EntityChanges.Kind.UPDATE, event, before, after);
    }
  }

  /**
   * All values of an object.
   *
   * @param inMemory true where its collections of plain values need not be read for this
   */
  private static Map<String, Object> values(DescriptorEvent event, boolean inMemory) {
    Map<String, Object> values = new TreeMap<>();
    for (DatabaseMapping mapping : event.getDescriptor().getMappings()) {
      String attribute = mapping.getAttributeName();
      boolean plain =
          !mapping.isCollectionMapping()
              || inMemory && (mapping.isDirectCollectionMapping() || mapping.isDirectMapMapping());
      if (!plain || attribute.equals("version") || attribute.equals("id")) {
        continue;
      }
      Object value =
          WITHHELD.contains(attribute) ? null : shown(attribute, value(event, attribute));
      if (value != null) {
        values.put(attribute, value);
      }
    }
    return values;
  }

  private static Object value(DescriptorEvent event, String attribute) {
    return event
        .getDescriptor()
        .getMappingForAttributeName(attribute)
        .getRealAttributeValueFromObject(event.getObject(), event.getSession());
  }

  private static Object shown(String attribute, Object value) {
    if (value == null) {
      return null;
    }
    if (WITHHELD.contains(attribute)) {
      return "(withheld)";
    }
    if (MASKED.contains(attribute)) {
      String text = value.toString();
      return text.length() < 6
          ? "***"
          : text.substring(0, 4) + "******" + text.substring(text.length() - 2);
    }
    return value;
  }

  private static void tell(
      EntityChanges.Kind kind,
      DescriptorEvent event,
      Map<String, Object> before,
      Map<String, Object> after) {
    EntityChanges changes = RECEIVER.get();
    if (changes == null) {
      throw new IllegalStateException("changes cannot be recorded, so nothing is written");
    }
    Object id =
        event
            .getDescriptor()
            .getObjectBuilder()
            .extractPrimaryKeyFromObject(event.getObject(), event.getSession());
    Session session = event.getSession();
    changes.changed(
        kind,
        event.getDescriptor().getJavaClass().getSimpleName(),
        String.valueOf(id),
        keys(before, session),
        keys(after, session));
  }

  /** Related entities by their key instead of their contents. */
  private static Map<String, Object> keys(Map<String, Object> values, Session session) {
    Map<String, Object> plain = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          boolean entity =
              value != null
                  && session.getClassDescriptor(value) != null
                  && !session.getClassDescriptor(value).isAggregateDescriptor();
          plain.put(name, entity ? session.getId(value) : value);
        });
    return plain;
  }
}
