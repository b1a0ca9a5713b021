package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestSound;

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
    return RequestSound.consented(Set.of(RequestKind.LATE), reason, access::may);
  }

  /** Late, and beyond the soft limit, each only with the right to it, and a reason. */
  Set<String> byReason(String reason) {
    return RequestSound.consented(
        Set.of(RequestKind.LATE, RequestKind.EXCEED), reason, access::may);
  }
}
