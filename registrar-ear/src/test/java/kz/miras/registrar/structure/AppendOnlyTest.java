package kz.miras.registrar.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The README names every table of which the database lets nobody change or delete a row. */
class AppendOnlyTest {

  private static final Pattern TRIGGER =
      Pattern.compile(
          "DROP TRIGGER (?:IF EXISTS )?(\\w+);|CREATE TRIGGER (\\w+)\\s+BEFORE (UPDATE|DELETE) ON"
              + " (\\w+)\\s+FOR EACH ROW\\s+(?:BEGIN\\s+)?SIGNAL");

  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private record Refused(String act, String table) {}

  @Test
  @DisplayName("the append-only tables of the README are those of the schema")
  void named() {
    Map<String, Refused> triggers = new HashMap<>();
    Path migrations =
        Product.root().resolve("registrar-model/src/main/resources/db/migration").normalize();
    try (Stream<Path> files = Files.list(migrations)) {
      files
          .sorted()
          .forEach(
              file -> {
                Matcher found = TRIGGER.matcher(Product.text(file));
                while (found.find()) {
                  if (found.group(1) != null) {
                    triggers.remove(found.group(1));
                  } else {
                    triggers.put(found.group(2), new Refused(found.group(3), found.group(4)));
                  }
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> kept = tables(triggers, "UPDATE");
    kept.retainAll(tables(triggers, "DELETE"));

    String readme = Product.text(Product.root().resolve("README.md"));
    int from = readme.indexOf("the triggers of");
    Set<String> named =
        NAME.matcher(readme.substring(from, readme.indexOf("refuse it", from)))
            .results()
            .map(one -> one.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).hasSizeGreaterThan(30).isEqualTo(kept);
  }

  private static Set<String> tables(Map<String, Refused> triggers, String act) {
    return triggers.values().stream()
        .filter(one -> one.act().equals(act))
        .map(Refused::table)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
