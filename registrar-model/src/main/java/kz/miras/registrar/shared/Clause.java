package kz.miras.registrar.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * Where a rule comes from.
 *
 * @param act the act or order that has it
 * @param points its points, as they are numbered there; empty where the whole act is meant
 */
public record Clause(Act act, String points) implements Serializable {

  /** Acts that rules come from. */
  public enum Act implements Keyed {
    /** Rules of the credit technology of teaching, order 152 of 20.04.2011. */
    O152,
    /** Model rules of the activity of universities, order 595 of 30.10.2018. */
    O595,
    /** The regulation of the registrar's office. */
    REGULATION,
    /** Law 94-V of 21.05.2013 on personal data. */
    LAW94,
    /** What these leave to the university. */
    POLICY;

    @Override
    public String key() {
      return "shared.clause." + name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Properties TABLE = table();
  private static final List<Clause> OWN = List.of(new Clause(Act.POLICY, ""));

  /** The clauses of a rule by its number; the university's own policy where no act has it. */
  public static List<Clause> of(String rule) {
    String text = TABLE.getProperty(rule);
    return text == null ? OWN : Arrays.stream(text.split(";")).map(Clause::read).toList();
  }

  /** Numbers of the rules that come from an act. */
  public static Set<String> rules() {
    return TABLE.stringPropertyNames();
  }

  private static Clause read(String text) {
    String[] parts = text.strip().split(" ", 2);
    return new Clause(Act.valueOf(parts[0]), parts.length == 1 ? "" : parts[1]);
  }

  private static Properties table() {
    Properties table = new Properties();
    try (InputStream in =
        Clause.class.getResourceAsStream("/kz/miras/registrar/clauses.properties")) {
      table.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
