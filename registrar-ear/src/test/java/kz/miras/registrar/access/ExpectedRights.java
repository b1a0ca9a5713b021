package kz.miras.registrar.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The expected rights as they were written from the specification, not from the product. */
final class ExpectedRights {

  private final List<String> roles;
  private final Map<String, Set<String>> holders = new LinkedHashMap<>();

  private ExpectedRights(List<String> lines) {
    List<String> head = Arrays.asList(lines.get(0).split(","));
    this.roles = List.copyOf(head.subList(1, head.size() - 1));
    for (String line : lines.subList(1, lines.size())) {
      if (line.isBlank()) {
        continue;
      }
      String[] cells = line.split(",");
      Set<String> who = new TreeSet<>();
      for (int i = 0; i < roles.size(); i++) {
        if (!cells[i + 1].equals("none")) {
          who.add(roles.get(i));
        }
      }
      holders.put(cells[0], who);
    }
  }

  static ExpectedRights read() {
    Path file =
        Path.of(System.getProperty("registrar.root"))
            .resolve("registrar-model/src/test/resources/expected-rights.csv");
    try {
      return new ExpectedRights(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> roles() {
    return new ArrayList<>(roles);
  }

  boolean holds(String role, String operation) {
    Set<String> who = holders.get(operation);
    if (who == null) {
      throw new AssertionError("the specification does not know " + operation);
    }
    return who.contains(role);
  }

  Set<String> operationsOf(String role) {
    Set<String> held = new TreeSet<>();
    holders.forEach(
        (operation, who) -> {
          if (who.contains(role)) {
            held.add(operation);
          }
        });
    return held;
  }
}
