package kz.miras.registrar.transcript.service;

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

/** DOC-22. Stands before questions of strangers about documents. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CheckGate {

  @Inject private OriginSpending spending;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** What is paid for. */
  public enum Cost {
    /** Any question. */
    QUESTION("question", 1),
    /** A file to look into, beside the question. */
    FILE("file", 4),
    /** A code, file or token that is nobody's, beside the question. */
    MISS("miss", 4),
    /** A number and date that do not fit, beside the question. */
    GUESS("guess", 19);

    private final String setting;
    private final int otherwise;

    Cost(String setting, int otherwise) {
      this.setting = setting;
      this.otherwise = otherwise;
    }
  }

  /**
   * Takes one question of an address.
   *
   * @return zero where it may be asked now, else how long to wait; then nothing is counted
   */
  public Duration ask(String address) {
    Duration wait = spending.wait(Ledger.DOCUMENT_CHECKS, address, limit());
    if (wait.isZero()) {
      charge(address, Cost.QUESTION);
    }
    return wait;
  }

  /** A question of this address costs more than the question. */
  public void charge(String address, Cost cost) {
    spending.spend(
        Ledger.DOCUMENT_CHECKS, address, number("cost." + cost.setting, cost.otherwise), limit());
  }

  private OriginLimit limit() {
    return new OriginLimit(number("most", 300), Duration.ofSeconds(number("window-seconds", 300)));
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(
        settings.text("verification." + name, time.today(), String.valueOf(otherwise)));
  }
}
