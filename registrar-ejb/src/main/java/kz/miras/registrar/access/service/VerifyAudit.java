package kz.miras.registrar.access.service;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.Deviation;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/**
 * Verifies the audit trail from the command line, without the server and without trust in it; in a
 * directory where registrar.ear is unpacked:
 *
 * <pre>
 * REGISTRAR_DB_PASSWORD=… REGISTRAR_SEAL_KEY=… \
 *   java -cp "registrar-ejb.jar:lib/*:mariadb-java-client.jar" \
 *   kz.miras.registrar.access.service.VerifyAudit jdbc:mariadb://host/registrar user [heads file]
 * </pre>
 *
 * <p>Ends with 0 where the chain is intact, 1 where something was found, 2 where it could not be
 * verified.
 */
public final class VerifyAudit {

  private VerifyAudit() {}

  public static void main(String[] args) {
    System.exit(run(args, System.getenv(), System.out));
  }

  /** As {@link #main}, with everything from outside given. */
  public static int run(String[] args, Map<String, String> environment, PrintStream out) {
    String password = environment.get("REGISTRAR_DB_PASSWORD");
    String key = environment.get("REGISTRAR_SEAL_KEY");
    if (args.length < 2 || args.length > 3 || password == null || key == null) {
      out.println("VerifyAudit JDBC-URL USER [FILE-OF-EXPORTED-HEADS]");
      out.println("Environment: REGISTRAR_DB_PASSWORD, REGISTRAR_SEAL_KEY");
      return 2;
    }
    List<ChainHead> exported = args.length == 3 ? new HeadFile(Path.of(args[2])).read() : List.of();
    SealChain chain = SealChain.of(Sealer.CHAIN, key.getBytes(StandardCharsets.UTF_8));
    try (Connection connection = DriverManager.getConnection(args[0], args[1], password)) {
      VerificationProgress progress = new VerificationProgress();
      return tell(AuditChecking.run(connection, chain, exported, progress), progress, out);
    } catch (SQLException e) {
      out.println(e.getMessage());
      return 2;
    }
  }

  private static int tell(ChainReport report, VerificationProgress progress, PrintStream out) {
    Language language = Messages.systemLanguage();
    for (Deviation found : report.deviations()) {
      out.println(Messages.text(language, found.kind().key(), found.position(), found.until()));
    }
    if (report.isIntact()) {
      out.println(Messages.text(language, "access.chain.intact", report.rows()));
    }
    if (progress.unsealed() > 0) {
      out.println(Messages.text(language, "access.chain.unsealed", progress.unsealed()));
    }
    out.println(report.head().line());
    return report.isIntact() ? 0 : 1;
  }
}
