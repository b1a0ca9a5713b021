package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;

/** REG-6. Who may enrol after the student's changes have ended without asking anybody. */
@ApplicationScoped
class LateConsent {

  @Inject private Access access;

  /**
   * Numbers of the rules the caller sets aside.
   *
   * @param reason why it comes late; null or blank where none is given, and nothing is set aside
   */
  Set<String> toLate(String reason) {
    boolean consents = reason != null && !reason.isBlank() && access.may(Permissions.ENROL_LATE);
    return consents ? Set.of("REG-6") : Set.of();
  }
}
