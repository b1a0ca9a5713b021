package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;

/**
 * REG-6, REG-8. What the office sets aside with a reason and the right to, without asking anybody.
 */
@ApplicationScoped
class LateConsent {

  @Inject private Access access;

  /**
   * Enrolling after the student's changes have ended: numbers of the rules the caller sets aside.
   *
   * @param reason why it comes late; null or blank where none is given, and nothing is set aside
   */
  Set<String> toLate(String reason) {
    boolean consents = reason != null && !reason.isBlank() && access.may(Permissions.ENROL_LATE);
    return consents ? Set.of("REG-6") : Set.of();
  }

  /** Late, and beyond the soft limit, each only with the right to it, and a reason. */
  Set<String> byReason(String reason) {
    Set<String> waived = new HashSet<>(toLate(reason));
    if (reason != null && !reason.isBlank() && access.may(Permissions.ENROL_EXCEED)) {
      waived.add("REG-8");
    }
    return waived;
  }
}
