package kz.miras.registrar.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The glossary and the classes of the domain speak the same words. */
class GlossaryTest {

  private static final Pattern CODE = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\|(.*)$");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:final|abstract|sealed) )*(?:class|interface|enum|record) (\\w+)");

  private final String page = Product.text(Product.root().resolve("docs/glossary.md"));

  /** Public types of the domain; what all of it is built from is no word of the office. */
  private static Set<String> types() {
    return Product.sources().stream()
        .filter(file -> file.toString().contains("registrar-model"))
        .filter(file -> !capability(file).equals("shared"))
        .flatMap(file -> PUBLIC_TYPE.matcher(Product.text(file)).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String capability(Path file) {
    return file.getParent().getFileName().toString();
  }

  @Test
  @DisplayName("every class the glossary names exists")
  void everyNamedClassExists() {
    Set<String> named = new TreeSet<>();
    CODE.matcher(page).results().forEach(found -> named.add(found.group(1)));
    named.remove("GlossaryTest");
    assertThat(named).hasSizeGreaterThan(90);
    named.removeAll(types());
    assertThat(named).isEmpty();
  }

  @Test
  @DisplayName("the name of every public class of the domain is made of the glossary's words")
  void everyNameIsMadeOfKnownWords() {
    Set<String> words = new TreeSet<>();
    ROW.matcher(page)
        .results()
        .flatMap(row -> Arrays.stream(row.group(1).split("[^A-Za-z]+")))
        .forEach(word -> words.add(stem(word)));
    List<String> unknown =
        types().stream()
            .filter(
                type ->
                    !Arrays.stream(type.split("(?=[A-Z])")).allMatch(w -> words.contains(stem(w))))
            .toList();
    assertThat(unknown).as("no word of docs/glossary.md").isEmpty();
  }

  @Test
  @DisplayName("every concept has its term in all three languages")
  void everyConceptHasThreeTerms() {
    List<String> incomplete =
        page.lines()
            .filter(line -> line.startsWith("| ") && line.split("\\|").length > 4)
            .filter(line -> Arrays.stream(line.split("\\|")).skip(1).anyMatch(String::isBlank))
            .toList();
    assertThat(incomplete).isEmpty();
  }

  /** Plural and singular, participle and noun are the same word here. */
  private static String stem(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.length() > 3 ? lower.replaceAll("(?<=\\w{3})(s|ed)$", "") : lower;
  }
}
