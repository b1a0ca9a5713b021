package kz.miras.registrar.achievement.service.summary;

import java.io.PrintStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.service.ChainCommand;
import kz.miras.registrar.achievement.summary.AchievementSummary.Difference;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.StoredRules;

/**
 * ACH-7. Derives every student's figures anew from the history of results and proves that those
 * stored beside it are the same, from the command line, as {@link
 * kz.miras.registrar.access.service.VerifyAudit} verifies the audit trail:
 *
 * <pre>
 * REGISTRAR_DB_PASSWORD=… REGISTRAR_SEAL_KEY=… \
 *   java -cp "registrar-ejb.jar:lib/*:mariadb-java-client.jar" \
 *   kz.miras.registrar.achievement.service.summary.VerifySummaries jdbc:mariadb://host/registrar user
 * </pre>
 *
 * <p>Ends with 0 where all are equal, 1 where some are not, each named with its student and both
 * values, 2 where they could not be compared.
 */
public final class VerifySummaries {

  /** What stands where a value is not there. */
  private static final String NONE = "—";

  private VerifySummaries() {}

  public static void main(String[] args) {
    System.exit(run(args, System.getenv(), System.out));
  }

  /** As {@link #main}, with everything from outside given. */
  public static int run(String[] args, Map<String, String> environment, PrintStream out) {
    return ChainCommand.run(
        "VerifySummaries",
        "achievement.summaries.verified",
        args,
        environment,
        out,
        (connection, seals) -> {
          // one picture of the database, whatever is recorded while it is read
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          connection.setAutoCommit(false);
          Map<String, RuleSet> rules = StoredRules.all(connection);
          SummaryChecking.Outcome outcome = SummaryChecking.run(connection, rules::get, () -> {});
          connection.rollback();
          return new ChainCommand.Result(
              outcome.students(),
              outcome.rows(),
              List.of(),
              said(outcome),
              new ChainCommand.Said(
                  "achievement.summaries.differing", List.of(outcome.findings().size())));
        });
  }

  private static List<ChainCommand.Said> said(SummaryChecking.Outcome outcome) {
    List<ChainCommand.Said> said = new ArrayList<>();
    for (SummaryChecking.Finding finding : outcome.findings()) {
      for (Difference difference : finding.differences()) {
        said.add(
            new ChainCommand.Said(
                "achievement.summaries.differs",
                List.of(
                    finding.number(),
                    difference.figure(),
                    difference.stored() == null ? NONE : difference.stored(),
                    difference.derived() == null ? NONE : difference.derived())));
      }
    }
    return said;
  }
}
