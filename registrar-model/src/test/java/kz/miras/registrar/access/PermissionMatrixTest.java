package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PermissionMatrixTest {

  private static final String HEADER =
      "permission " + Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(" "));
  private static final Set<String> OPERATIONS = Set.of("sheet.read", "sheet.close");

  @Test
  @DisplayName("ACC-1 several scopes in one cell add up")
  void severalScopesAddUp() {
    PermissionMatrix matrix = PermissionMatrix.standard();
    assertThat(matrix.scopes(Role.TCH, Permissions.SHEET_READ))
        .containsExactlyInAnyOrder(Scope.OWN_GROUPS, Scope.OWN_EXAM);
    assertThat(matrix.allows(Role.TCH, Permissions.SHEET_CLOSE)).isFalse();
  }

  @Test
  @DisplayName("ACC-1 every named operation has a row and every row a name")
  void everyOperationHasARow() {
    assertThat(PermissionMatrix.standard().permissions())
        .containsExactlyInAnyOrderElementsOf(Permissions.all());
  }

  @Test
  @DisplayName("ACC-1 the operations of a role are those its column allows")
  void operationsOfARoleFollowItsColumn() {
    PermissionMatrix matrix = PermissionMatrix.standard();
    for (Role role : Role.values()) {
      assertThat(matrix.permissions().stream().filter(p -> matrix.allows(role, p)).toList())
          .containsExactlyElementsOf(matrix.permissionsOf(role));
    }
  }

  @Test
  @DisplayName("ACC-1 a question about an unknown operation is a defect, never a yes")
  void unknownOperationIsADefect() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PermissionMatrix.standard().allows(Role.DIR, "sheet.shred"));
  }

  @Test
  @DisplayName("ACC-1 a broken table does not load and says which line is wrong")
  void brokenTableDoesNotLoad() {
    refuses("unknown permission sheet.shred", HEADER, row("sheet.shred", "A"));
    refuses("sheet.read stands twice", HEADER, row("sheet.read", "A"), row("sheet.read", "A"));
    refuses("unknown scope Z", HEADER, row("sheet.read", "Z"));
    refuses("stands twice in a cell", HEADER, row("sheet.read", "GG"));
    refuses("cells do not match", HEADER, "sheet.read A -");
    refuses("unknown role CAT", "permission CAT");
    refuses("DIR stands twice", "permission DIR DIR");
    refuses("a role has no column", "permission DIR");
    refuses("the first line is the header", "PRES RECTOR");
    refuses("permissions without a row: [sheet.close]", HEADER, row("sheet.read", "A"));
  }

  private static void refuses(String message, String... lines) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PermissionMatrix.parse(List.of(lines), OPERATIONS))
        .withMessageContaining(message);
  }

  private static String row(String permission, String cell) {
    return permission + (" " + cell).repeat(Role.values().length);
  }
}
