package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Walks every cell, allowed and denied. The expectations were written from the specification of
 * roles, cell by cell, and name their source; they were not derived from the matrix.
 */
class ExpectedRightsTest {

  private static final Map<String, Map<Role, Set<Scope>>> EXPECTED = new LinkedHashMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = ExpectedRightsTest.class.getResourceAsStream("/expected-rights.csv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<Role> roles =
          Arrays.stream(lines.get(0).split(","))
              .filter(name -> !name.equals("operation") && !name.equals("source"))
              .map(Role::valueOf)
              .toList();
      assertThat(roles).containsExactlyInAnyOrder(Role.values());
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", roles.size() + 2);
        Map<Role, Set<Scope>> row = new LinkedHashMap<>();
        for (int i = 0; i < roles.size(); i++) {
          row.put(roles.get(i), scopes(cells[i + 1]));
        }
        assertThat(cells[roles.size() + 1]).as("source of " + cells[0]).isNotBlank();
        assertThat(EXPECTED.put(cells[0], row)).as(cells[0] + " stands once").isNull();
      }
    }
  }

  private static Set<Scope> scopes(String cell) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    if (!cell.equals("none")) {
      for (String name : cell.split("\\+")) {
        scopes.add(Scope.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
      }
    }
    return scopes;
  }

  @Test
  @DisplayName("ACC-1 every operation of the product is expected by the specification, and back")
  void operationsAreTheExpectedOnes() {
    assertThat(new HashSet<>(PermissionMatrix.standard().permissions()))
        .isEqualTo(EXPECTED.keySet());
  }

  @Test
  @DisplayName("ACC-1 every cell, allowed or denied, is what the specification says")
  void everyCellIsWhatTheSpecificationSays() {
    PermissionMatrix matrix = PermissionMatrix.standard();
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (String permission : EXPECTED.keySet()) {
      for (Role role : Role.values()) {
        Set<Scope> expected = EXPECTED.get(permission).get(role);
        Set<Scope> held = matrix.scopes(role, permission);
        if (!held.equals(expected) || matrix.allows(role, permission) == expected.isEmpty()) {
          wrong.add(permission + " " + role + ": expected " + expected + ", holds " + held);
        }
        cells++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isEqualTo(Permissions.all().size() * Role.values().length);
  }
}
