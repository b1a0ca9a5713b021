package kz.miras.registrar.calendar.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.calendar.EventKind;

/** Windows of registration are set by those who run them, and by who approves them. */
@ApplicationScoped
class WindowRight {

  private static final Set<EventKind> WINDOWS =
      EnumSet.of(EventKind.REGISTRATION, EventKind.CHANGE, EventKind.LATE);

  @Inject private Access access;

  /** Whether the caller may set or remove a period of this kind. */
  boolean may(EventKind kind) {
    return !WINDOWS.contains(kind)
        || access.mayAny(Permissions.WINDOW_EDIT, Permissions.WINDOW_APPROVE);
  }
}
