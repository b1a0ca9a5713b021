package kz.miras.registrar.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Clause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every numbered rule is written down once, lives in the code and is proved by a test. */
class RuleLedgerTest {

  private static final Pattern LISTED = Pattern.compile("<li>([A-Z]{2,4}-\\d+) (\\S)");
  private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2,4}-\\d+\\b");
  private static final Pattern SPAN = Pattern.compile("([A-Z]{2,4})-(\\d+) to \\1-(\\d+)");
  private static final Pattern REFUSED_BY = Pattern.compile("\"([A-Z]{2,4}-\\d+)\"");

  /** A rule whose description ends with the points of one of the two orders. */
  private static final Pattern ORDERED =
      Pattern.compile(
          "<li>([A-Z]{2,4}-\\d+) (?:(?!<li>).)*?\\((O152|O595) п\\.([\\d, ]+)\\) *(?=<li>|</ul>)");

  /** Names that only look like numbers of rules. */
  private static final Set<String> NO_RULES = Set.of("SHA-256", "UTF-8");

  /** Capabilities by the rules they list. */
  private static final Map<String, List<String>> LEDGER = new TreeMap<>();

  @BeforeAll
  static void read() {
    for (Path file : Product.sources()) {
      if (file.endsWith("package-info.java")) {
        String capability = file.getParent().getFileName().toString();
        LISTED
            .matcher(Product.text(file))
            .results()
            .forEach(
                rule ->
                    LEDGER.computeIfAbsent(rule.group(1), id -> new ArrayList<>()).add(capability));
      }
    }
  }

  @Test
  @DisplayName("a rule is listed by one capability only")
  void rulesAreListedOnce() {
    assertThat(LEDGER).hasSizeGreaterThan(80);
    assertThat(LEDGER).allSatisfy((rule, by) -> assertThat(by).as(rule).hasSize(1));
  }

  @Test
  @DisplayName("a refusal tells the clause its rule is listed with")
  void clausesAreTold() {
    assertThat(LEDGER.keySet()).containsAll(Clause.rules());
    Map<String, String> told = new TreeMap<>();
    Map<String, String> listed = new TreeMap<>();
    for (Path file : Product.sources()) {
      if (file.endsWith("package-info.java")) {
        String text = Product.text(file).replaceAll("\\n \\*\\s*", " ");
        ORDERED
            .matcher(text)
            .results()
            .forEach(
                rule -> {
                  listed.put(rule.group(1), rule.group(2) + " " + rule.group(3));
                  told.put(
                      rule.group(1),
                      Clause.of(rule.group(1)).stream()
                          .map(clause -> clause.act() + " " + clause.points())
                          .collect(Collectors.joining("; ")));
                });
      }
    }
    assertThat(listed).hasSizeGreaterThan(40);
    assertThat(told).isEqualTo(listed);
  }

  @Test
  @DisplayName("every listed rule is proved by a test that names it")
  void everyRuleHasATest() {
    Set<String> proved = new TreeSet<>();
    Proofs.names().forEach(name -> proved.addAll(numbers(name)));
    Set<String> unproved = new TreeSet<>(LEDGER.keySet());
    unproved.removeAll(proved);
    assertThat(unproved)
        .as("listed, but the @DisplayName of no test that can fail names them")
        .isEmpty();
    proved.removeAll(LEDGER.keySet());
    proved.removeAll(NO_RULES);
    assertThat(proved).as("named by tests, but no capability lists them").isEmpty();
  }

  @Test
  @DisplayName("every test can fail: an assertion is reached from it")
  void everyTestCanFail() {
    assertThat(Proofs.names()).hasSizeGreaterThan(200);
    assertThat(Proofs.empty()).isEmpty();
  }

  @Test
  @DisplayName("every rule that refuses is listed, and every listed rule lives in the code")
  void everyRuleThatRefusesIsListed() {
    Set<String> refusing = new TreeSet<>();
    Set<String> mentioned = new TreeSet<>();
    for (Path file : Product.sources()) {
      String text = Product.text(file);
      REFUSED_BY.matcher(text).results().forEach(match -> refusing.add(match.group(1)));
      if (!file.endsWith("package-info.java")) {
        mentioned.addAll(numbers(text));
      }
    }
    refusing.removeAll(NO_RULES);
    refusing.removeAll(LEDGER.keySet());
    assertThat(refusing).as("refuse, but no capability lists them").isEmpty();
    Set<String> dead = new TreeSet<>(LEDGER.keySet());
    dead.removeAll(mentioned);
    assertThat(dead).as("listed, but nowhere in the code").isEmpty();
  }

  private static Set<String> numbers(String text) {
    Set<String> numbers = new TreeSet<>();
    NUMBER.matcher(text).results().forEach(match -> numbers.add(match.group()));
    SPAN.matcher(text)
        .results()
        .forEach(
            span -> {
              int last = Integer.parseInt(span.group(3));
              for (int i = Integer.parseInt(span.group(2)); i <= last; i++) {
                numbers.add(span.group(1) + "-" + i);
              }
            });
    return numbers;
  }
}
