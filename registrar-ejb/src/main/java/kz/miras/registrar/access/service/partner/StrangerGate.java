package kz.miras.registrar.access.service.partner;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import kz.miras.registrar.shared.OriginLimit;
import kz.miras.registrar.shared.service.OriginSpending;
import kz.miras.registrar.shared.service.OriginSpending.Ledger;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * PRT-20. Stands before the journal of calls, which nobody can shorten: whoever has not signed in
 * fills no more of it from one address than the university bears. A partner that has proved who it
 * is is never held back by others at its address.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StrangerGate {

  @Inject private OriginSpending spending;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /**
   * One more call of nobody known.
   *
   * @return zero where it is kept, else how long the address has to wait; then nothing is counted
   */
  public Duration call(String address) {
    OriginLimit limit =
        new OriginLimit(number("most", 600), Duration.ofSeconds(number("window-seconds", 3600)));
    Duration wait = spending.wait(Ledger.STRANGERS, address, limit);
    if (wait.isZero()) {
      spending.spend(Ledger.STRANGERS, address, 1, limit);
    }
    return wait;
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(
        settings.text("partner.strangers." + name, time.today(), String.valueOf(otherwise)));
  }
}
