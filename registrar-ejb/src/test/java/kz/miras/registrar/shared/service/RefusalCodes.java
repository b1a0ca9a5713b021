package kz.miras.registrar.shared.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.shared.Field;

/** The message keys that the sources of all modules name. */
final class RefusalCodes {

  private static final List<String> MODULES =
      List.of("registrar-model", "registrar-ejb", "registrar-web", "registrar-ws");

  /** First text of a call that makes a refusal, a warning or a conflict. */
  private static final Pattern MADE =
      Pattern.compile(
          "(?:Refusal\\.of|new Refusal|Conflict|refused|refuse|refuseIf|warning|unknown|problem)"
              + "\\([^\";{}]*\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"");

  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"(?! *\\+)");

  private RefusalCodes() {}

  /** Codes of refusals, those completed by a constant's name included. */
  static Set<String> inSources() {
    Set<String> codes = new TreeSet<>();
    for (String source : sources()) {
      MADE.matcher(source).results().forEach(made -> codes.add(made.group(1)));
    }
    for (Field.Type type : Field.Type.values()) {
      codes.add("field.unreadable." + type);
    }
    for (EventKind kind : List.of(EventKind.REGISTRATION, EventKind.RK1, EventKind.RK2)) {
      codes.add("calendar.event.missing." + kind);
    }
    return codes;
  }

  /** Texts that look like keys of one of the bundles and are neither operations nor parameters. */
  static Set<String> keysNamedInFull(Set<String> bundles) {
    Set<String> keys = new TreeSet<>();
    for (String source : sources()) {
      LITERAL.matcher(source).results().forEach(literal -> keys.add(literal.group(1)));
    }
    keys.removeIf(key -> !bundles.contains(key.substring(0, key.indexOf('.'))));
    keys.removeAll(Permissions.all());
    keys.removeIf(key -> RuleParameter.ofKey(key).isPresent());
    return keys;
  }

  private static List<String> sources() {
    return MODULES.stream()
        .map(module -> Path.of("..", module, "src/main/java"))
        .filter(Files::isDirectory)
        .flatMap(RefusalCodes::files)
        .map(RefusalCodes::text)
        .toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
