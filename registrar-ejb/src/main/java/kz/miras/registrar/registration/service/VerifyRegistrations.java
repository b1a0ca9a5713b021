package kz.miras.registrar.registration.service;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.service.ChainCommand;

/**
 * Verifies the registration log of every section, the history of every individual study plan, and
 * every receipt made of them, from the command line, as {@link
 * kz.miras.registrar.access.service.VerifyAudit} verifies the audit trail:
 *
 * <pre>
 * REGISTRAR_DB_PASSWORD=… REGISTRAR_SEAL_KEY=… \
 *   java -cp "registrar-ejb.jar:lib/*:mariadb-java-client.jar" \
 *   kz.miras.registrar.registration.service.VerifyRegistrations jdbc:mariadb://host/registrar user
 * </pre>
 *
 * <p>Ends with 0 where every chain is intact, 1 where something was found, 2 where it could not be
 * verified.
 */
public final class VerifyRegistrations {

  private VerifyRegistrations() {}

  public static void main(String[] args) {
    System.exit(run(args, System.getenv(), System.out));
  }

  /** As {@link #main}, with everything from outside given. */
  public static int run(String[] args, Map<String, String> environment, PrintStream out) {
    return ChainCommand.run(
        "VerifyRegistrations",
        "registration.history.verified",
        args,
        environment,
        out,
        (connection, seals) -> {
          RegistrationChecking.Outcome outcome = RegistrationChecking.run(connection, seals);
          return new ChainCommand.Result(
              outcome.sections(),
              outcome.rows(),
              outcome.findings().stream()
                  .map(found -> new ChainCommand.Broken(found.whose(), found.report()))
                  .toList(),
              outcome.lost(),
              new ChainCommand.Said(
                  "registration.receipts.verified",
                  List.of(
                      outcome.receipts(),
                      outcome.lost().size(),
                      outcome.plans(),
                      outcome.steps())));
        });
  }
}
