package kz.miras.registrar.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Every rule that refuses or warns is proved: while it alone always allows, at least one of the
 * tests that name it must fail. The rules and tests are copies in a class loader of their own.
 */
class RulesAreProvedTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern JUDGED_BY = Pattern.compile("\"([A-Z]{2,4}-\\d+)\"");
  private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2,4}-\\d+\\b");
  private static final Pattern SPAN = Pattern.compile("([A-Z]{2,4})-(\\d+) to \\1-(\\d+)");
  private static final Set<String> NO_RULES = Set.of("SHA-256");

  @Test
  @DisplayName("without a rule, a test that names it fails")
  void withoutARuleItsTestFails() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (WovenLoader woven =
        new WovenLoader(
            Path.of("target/classes").toUri().toURL(),
            Path.of("target/test-classes").toUri().toURL())) {
      Thread.currentThread().setContextClassLoader(woven);
      Launcher launcher =
          LauncherFactory.create(
              LauncherConfig.builder()
                  .enableLauncherSessionListenerAutoRegistration(false)
                  .enableTestExecutionListenerAutoRegistration(false)
                  .build());
      TreeMap<String, List<String>> tests = testsByRule(launcher, woven);
      Set<String> rules = rules();
      assertThat(rules).hasSizeGreaterThan(50);
      Set<String> unproved = new TreeSet<>();
      Set<String> broken = new TreeSet<>();
      for (String rule : rules) {
        List<String> named = tests.getOrDefault(rule, List.of());
        if (failures(launcher, named, rule) == 0) {
          unproved.add(rule);
        }
        if (failures(launcher, named, "") > 0) {
          broken.add(rule);
        }
      }
      assertThat(broken).as("rules whose tests fail in the copy although nothing is off").isEmpty();
      assertThat(unproved).as("rules nobody would miss").isEmpty();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
      System.clearProperty(SwitchedOff.PROPERTY);
    }
  }

  private static long failures(Launcher launcher, List<String> tests, String off) {
    if (tests.isEmpty()) {
      return 0;
    }
    System.setProperty(SwitchedOff.PROPERTY, off);
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request()
            .selectors(tests.stream().map(id -> (DiscoverySelector) selectUniqueId(id)).toList())
            .build(),
        summary);
    return summary.getSummary().getTotalFailureCount();
  }

  /** Unique ids of the methods whose display name mentions a rule. */
  private static TreeMap<String, List<String>> testsByRule(Launcher launcher, WovenLoader woven) {
    TestPlan plan =
        launcher.discover(
            LauncherDiscoveryRequestBuilder.request().selectors(testClasses(woven)).build());
    TreeMap<String, List<String>> tests = new TreeMap<>();
    for (TestIdentifier root : plan.getRoots()) {
      for (TestIdentifier one : plan.getDescendants(root)) {
        if (one.getUniqueId().contains("[method:")
            || one.getUniqueId().contains("[test-template:")) {
          for (String rule : numbers(one.getDisplayName())) {
            tests.computeIfAbsent(rule, key -> new ArrayList<>()).add(one.getUniqueId());
          }
        }
      }
    }
    return tests;
  }

  private static List<DiscoverySelector> testClasses(WovenLoader woven) {
    Path root = Path.of("target/test-classes");
    List<DiscoverySelector> classes = new ArrayList<>();
    for (Path file : files(root, "Test.class")) {
      String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
      if (!name.contains(".proof.")) {
        try {
          classes.add(selectClass(woven.loadClass(name.substring(0, name.length() - 6))));
        } catch (ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return classes;
  }

  private static Set<String> rules() throws IOException {
    Set<String> rules = new TreeSet<>();
    for (Path file : files(SOURCES, ".java")) {
      JUDGED_BY.matcher(Files.readString(file)).results().forEach(id -> rules.add(id.group(1)));
    }
    rules.removeAll(NO_RULES);
    return rules;
  }

  private static List<Path> files(Path root, String end) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> numbers(String name) {
    Set<String> numbers = new TreeSet<>();
    NUMBER.matcher(name).results().map(MatchResult::group).forEach(numbers::add);
    SPAN.matcher(name)
        .results()
        .forEach(
            span -> {
              for (int i = Integer.parseInt(span.group(2));
                  i <= Integer.parseInt(span.group(3));
                  i++) {
                numbers.add(span.group(1) + "-" + i);
              }
            });
    return numbers;
  }
}
