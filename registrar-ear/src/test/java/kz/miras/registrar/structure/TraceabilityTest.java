package kz.miras.registrar.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page of clauses names only what exists, and every clause once. */
class TraceabilityTest {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LIST = Pattern.compile("/office/list\\.xhtml\\?list=([a-z-]+)");

  private final Path root = Product.root();
  private final String page = Product.text(root.resolve("docs/traceability.md"));

  /** Every clause, bullets counted, as the regulation has them. */
  private static List<String> clauses() {
    List<String> clauses = new ArrayList<>();
    clauses.addAll(numbered("1.", 8));
    clauses.add("2.1");
    clauses.addAll(numbered("2.2.", 6));
    clauses.addAll(numbered("2.3.", 5));
    clauses.addAll(numbered("3.1.", 20));
    clauses.addAll(numbered("4.1.", 7));
    clauses.addAll(List.of("4.2", "4.3", "5 (1.1)"));
    Stream.of("a", "b", "c", "d").map(bullet -> "5 (1.2) " + bullet).forEach(clauses::add);
    clauses.add("5 (1.3)");
    clauses.addAll(numbered("6.", 6));
    return clauses;
  }

  private static List<String> numbered(String before, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> before + number).toList();
  }

  private List<String[]> rows() {
    return page.lines()
        .filter(line -> line.matches("\\| \\d.*"))
        .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
        .toList();
  }

  @Test
  @DisplayName("every clause of the regulation stands on the page exactly once, in its order")
  void everyClauseOnce() {
    assertThat(rows()).allSatisfy(row -> assertThat(row).as(row[0]).hasSize(4));
    assertThat(rows().stream().map(row -> row[0])).containsExactlyElementsOf(clauses());
  }

  @Test
  @DisplayName("a clause is proved by a test, or the page says what is not there yet")
  void everyClauseIsProvedOrMissing() {
    Set<String> tests =
        Product.tests().stream().map(TraceabilityTest::type).collect(Collectors.toSet());
    assertThat(rows())
        .allSatisfy(
            row -> {
              List<String> named = named(row[3]);
              assertThat(tests).as(row[0]).containsAll(named);
              assertThat(!named.isEmpty() || row[3].matches("not yet: \\w.*")).as(row[0]).isTrue();
              assertThat(row[2].equals("—") && !named.isEmpty())
                  .as(row[0] + " is proved but lives nowhere")
                  .isFalse();
            });
  }

  @Test
  @DisplayName("every class, screen and list the page names exists")
  void everyNameResolves() {
    Set<String> types =
        Stream.concat(Product.sources().stream(), Product.tests().stream())
            .map(TraceabilityTest::type)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> broken = new ArrayList<>();
    for (String name : named(page)) {
      boolean exists =
          name.startsWith("/")
              ? Files.exists(screen(name)) && listExists(name)
              : types.contains(name) || isCapability(name);
      if (!exists) {
        broken.add(name);
      }
    }
    assertThat(broken).isEmpty();
  }

  private Path screen(String address) {
    return root.resolve("registrar-web/src/main/webapp" + address.replaceAll("\\?.*", ""));
  }

  private boolean listExists(String address) {
    Matcher list = LIST.matcher(address);
    return !list.matches()
        || Product.text(
                root.resolve(
                    "registrar-ejb/src/main/resources/kz/miras/registrar/i18n/frame_en.properties"))
            .contains("frame.list." + list.group(1) + "=");
  }

  private boolean isCapability(String name) {
    return Files.isDirectory(
        root.resolve("registrar-model/src/main/java/kz/miras/registrar").resolve(name));
  }

  private static List<String> named(String text) {
    return CODE.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String type(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
