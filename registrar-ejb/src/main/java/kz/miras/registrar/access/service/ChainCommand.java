package kz.miras.registrar.access.service;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.Deviation;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/** AUD-3. A command that verifies chains of sealed rows and tells what it found. */
public final class ChainCommand {

  private ChainCommand() {}

  /** Reads and verifies chains, each with the seals of its name. */
  public interface Chains {
    Result check(Connection connection, Function<String, SealChain> seals) throws SQLException;
  }

  /** A chain that does not hold. */
  public record Broken(String whose, ChainReport report) {}

  /** A sentence: its key and what stands in it. */
  public record Said(String key, List<Object> args) {

    public Said {
      args = List.copyOf(args);
    }

    private String in(Language language) {
      return Messages.text(language, key, args.toArray());
    }
  }

  /**
   * What was read and what was found.
   *
   * @param beside what was found to be wrong beside the chains
   * @param told what is said of that; null where nothing else was looked at
   */
  public record Result(long chains, long rows, List<Broken> broken, List<Said> beside, Said told) {

    /** Of chains alone. */
    public Result(long chains, long rows, List<Broken> broken) {
      this(chains, rows, broken, List.of(), null);
    }
  }

  /**
   * Verifies, with everything from outside given.
   *
   * @param name of the command
   * @param told key of the sentence that ends it: chains, rows, chains that do not hold
   * @param args address of the database and user
   * @param environment password and seal key
   * @return 0 where every chain is intact, 1 where something was found, 2 where it could not be
   *     verified
   */
  public static int run(
      String name,
      String told,
      String[] args,
      Map<String, String> environment,
      PrintStream out,
      Chains chains) {
    String password = environment.get("REGISTRAR_DB_PASSWORD");
    String key = environment.get("REGISTRAR_SEAL_KEY");
    if (args.length != 2 || password == null || key == null) {
      out.println(name + " JDBC-URL USER");
      out.println("Environment: REGISTRAR_DB_PASSWORD, REGISTRAR_SEAL_KEY");
      return 2;
    }
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    try (Connection connection = DriverManager.getConnection(args[0], args[1], password)) {
      return tell(chains.check(connection, chain -> SealChain.of(chain, bytes)), told, out);
    } catch (SQLException e) {
      out.println(e.getMessage());
      return 2;
    }
  }

  private static int tell(Result result, String told, PrintStream out) {
    Language language = Messages.systemLanguage();
    for (Broken broken : result.broken()) {
      for (Deviation found : broken.report().deviations()) {
        out.println(
            broken.whose()
                + ": "
                + Messages.text(language, found.kind().key(), found.position(), found.until()));
      }
    }
    result.beside().forEach(one -> out.println(one.in(language)));
    out.println(
        Messages.text(language, told, result.chains(), result.rows(), result.broken().size()));
    if (result.told() != null) {
      out.println(result.told().in(language));
    }
    return result.broken().isEmpty() && result.beside().isEmpty() ? 0 : 1;
  }
}
