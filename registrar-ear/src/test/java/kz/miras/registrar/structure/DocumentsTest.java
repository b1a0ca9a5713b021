package kz.miras.registrar.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** README and docs point at what is there and name the settings the product reads. */
class DocumentsTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern VARIABLE = Pattern.compile("\\bREGISTRAR_[A-Z]+(?:_[A-Z]+)*\\b");
  private static final Pattern OPTION = Pattern.compile("-Dregistrar(?:\\.[a-z]+)+");

  private final Path root = Product.root();
  private final String readme = Product.text(root.resolve("README.md"));

  private List<Path> pages() {
    try (Stream<Path> files = Files.list(root.resolve("docs"))) {
      return Stream.concat(
              Stream.of(root.resolve("README.md")),
              files.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("every relative link and image leads to a file of the project")
  void linksLead() {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      LINK.matcher(Product.text(page))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.matches("[a-z]+:.*"))
          .filter(link -> !Files.exists(page.resolveSibling(link).normalize()))
          .forEach(link -> broken.add(root.relativize(page) + ": " + link));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  @DisplayName("the README explains every environment variable the product reads, and no other")
  void variablesAreExplained() {
    Set<String> read = new TreeSet<>();
    Product.sources().forEach(file -> read.addAll(variables(Product.text(file))));
    read.addAll(
        variables(Product.text(root.resolve("registrar-ear/src/main/server/configure.cli"))));
    // fixed prefix of log lines, not a variable
    read.remove("REGISTRAR_START");
    Set<String> explained = new TreeSet<>();
    readme
        .lines()
        .filter(line -> line.matches("\\| `REGISTRAR_[A-Z_]+` \\|.*"))
        .forEach(line -> explained.addAll(variables(line.split("\\|")[1])));
    assertThat(explained).hasSizeGreaterThan(15).isEqualTo(read);
  }

  private static Set<String> variables(String text) {
    Set<String> variables = new TreeSet<>();
    VARIABLE.matcher(text).results().forEach(found -> variables.add(found.group()));
    return variables;
  }

  @Test
  @DisplayName("the README explains every option of the local run")
  void optionsAreExplained() {
    Set<String> known = new TreeSet<>();
    Pattern read = Pattern.compile("\"(registrar\\.(?:http|db|demo|home|bind)[a-z.]*)\"");
    Product.tests().stream()
        .filter(file -> file.toString().contains("/local/"))
        .forEach(
            file ->
                read.matcher(Product.text(file))
                    .results()
                    .forEach(found -> known.add("-D" + found.group(1))));
    Set<String> explained = new TreeSet<>();
    OPTION.matcher(readme).results().forEach(found -> explained.add(found.group()));
    assertThat(known).isNotEmpty();
    assertThat(explained).containsAll(known);
    assertThat(explained).isSubsetOf(known);
  }

  @Test
  @DisplayName("the two commands stand near the top")
  void commandsStandNearTheTop() {
    String top = String.join("\n", readme.lines().limit(30).toList());
    assertThat(top).contains("mvn -Prun").contains("mvn verify");
  }
}
