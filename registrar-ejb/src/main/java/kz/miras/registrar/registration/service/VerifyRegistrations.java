package kz.miras.registrar.registration.service;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import kz.miras.registrar.access.Deviation;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/**
 * Verifies the registration log of every section from the command line, as {@link
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
    String password = environment.get("REGISTRAR_DB_PASSWORD");
    String key = environment.get("REGISTRAR_SEAL_KEY");
    if (args.length != 2 || password == null || key == null) {
      out.println("VerifyRegistrations JDBC-URL USER");
      out.println("Environment: REGISTRAR_DB_PASSWORD, REGISTRAR_SEAL_KEY");
      return 2;
    }
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    try (Connection connection = DriverManager.getConnection(args[0], args[1], password)) {
      return tell(RegistrationChecking.run(connection, name -> SealChain.of(name, bytes)), out);
    } catch (SQLException e) {
      out.println(e.getMessage());
      return 2;
    }
  }

  private static int tell(RegistrationChecking.Outcome outcome, PrintStream out) {
    Language language = Messages.systemLanguage();
    for (RegistrationChecking.Finding finding : outcome.findings()) {
      for (Deviation found : finding.report().deviations()) {
        out.println(
            finding.section()
                + ": "
                + Messages.text(language, found.kind().key(), found.position(), found.until()));
      }
    }
    out.println(
        Messages.text(
            language,
            "registration.history.verified",
            outcome.sections(),
            outcome.rows(),
            outcome.findings().size()));
    return outcome.findings().isEmpty() ? 0 : 1;
  }
}
