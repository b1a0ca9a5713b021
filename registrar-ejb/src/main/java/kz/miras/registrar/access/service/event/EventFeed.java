package kz.miras.registrar.access.service.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;

/** What has happened, in an order no late commit breaks, as far as the caller may read of it. */
@Stateless
@Guarded
public class EventFeed {

  @Inject private EventStore store;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * A page.
   *
   * @param events CloudEvents
   * @param last place of the last one; of the end of the feed where it has been read up to there
   */
  public record Page(List<Map<String, Object>> events, long last) implements Serializable {
    public Page {
      events = List.copyOf(events);
    }
  }

  /**
   * Events behind a place; empty where what came next is not kept any more.
   *
   * @param asked types; empty for all the caller may read
   * @param after place the caller has read up to; null for the beginning of what is kept
   * @throws RegistrarException.Forbidden where it may not read one that is asked for
   */
  @RolesAllowed(Permissions.API_USE)
  public Optional<Page> page(Collection<EventType> asked, Long after, int most) {
    Set<EventType> types = readable();
    for (EventType type : asked) {
      if (!types.contains(type)) {
        throw new RegistrarException.Forbidden(type.permission());
      }
    }
    if (!asked.isEmpty()) {
      types.retainAll(asked);
    }
    store.number();
    if (after != null && !store.reaches(after)) {
      return Optional.empty();
    }
    long from = after == null ? store.forgotten() : after;
    List<EventStore.Placed> found = store.behind(from, types, most);
    audit.record("events.read", "Event", from, null, Json.write(Map.of("rows", found.size())));
    // whoever waits for what is rare goes along with the feed, and is not behind what is kept one
    // day
    long last =
        found.size() < most ? Math.max(from, store.head()) : found.get(found.size() - 1).place();
    return Optional.of(new Page(found.stream().map(EventStore.Placed::cloudEvent).toList(), last));
  }

  /** The types the caller may read of all students. */
  @RolesAllowed(Permissions.API_USE)
  public Set<EventType> readable() {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    for (EventType type : EventType.values()) {
      if (access.scopes(type.permission()).contains(Scope.ALL)) {
        types.add(type);
      }
    }
    return types;
  }
}
