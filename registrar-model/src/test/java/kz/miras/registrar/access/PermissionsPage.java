package kz.miras.registrar.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes {@code docs/permissions.md} from the matrix and the names in the bundles. */
final class PermissionsPage {

  private static final String HEAD =
      """
      # Who may do what

      Written by the build from `permission-matrix.txt` (registrar-model, package `access`), the one
      table that services, screens and web services ask. Do not edit this page: change the matrix and
      `expected-rights.csv`, run the tests of registrar-model, copy
      `registrar-model/target/permissions.md` here.

      What is not listed is denied. A role is held only through a grant with dates and a basis
      document; access ends with its last day. Rights given to, or taken from, one person by order
      stand beside the roles, and a denial outweighs them all. An acting director holds the
      director's role by delegation, with an end.
      """;

  private static final String DUTIES =
      """

      ## Separation of duties

      What the matrix allows a role is still refused to a person who would judge the own work:

      - SOD-1 whoever entered exam scores does not close the sheet
      - SOD-2 whoever drafted a timetable, a window, a grant or an order does not approve it
      - SOD-3 whoever asked for the correction of a grade does not approve it
      - SOD-4 whoever prepared a transcript is not its only signer
      - SOD-5 the administrator sets, changes and confirms no grade
      - SOD-6 office staff who teach decide nothing about their own sheets
      - SOD-7 a junior specialist closes, decides and changes no grade
      - SOD-8 the examiner does not vote on the appeal
      - SOD-9 administration, audit and program accounts are not combined with other roles
      - SOD-10 nobody edits the audit log
      """;

  private final PermissionMatrix matrix;
  private final ResourceBundle kk;
  private final ResourceBundle ru;
  private final ResourceBundle en;

  PermissionsPage(
      PermissionMatrix matrix, ResourceBundle kk, ResourceBundle ru, ResourceBundle en) {
    this.matrix = matrix;
    this.kk = kk;
    this.ru = ru;
    this.en = en;
  }

  String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("\n## Roles\n\n| Code | Қазақша | Русский | English | Operations |\n");
    page.append("|---|---|---|---|---|\n");
    for (Role role : Role.values()) {
      row(
          page,
          role.name(),
          kk.getString(role.key()),
          ru.getString(role.key()),
          en.getString(role.key()),
          String.valueOf(matrix.permissionsOf(role).size()));
    }
    page.append("\n## Operations\n");
    String section = "";
    for (String permission : matrix.permissions()) {
      if (!matrix.sectionOf(permission).equals(section)) {
        section = matrix.sectionOf(permission);
        page.append("\n### ").append(section).append("\n\n| Operation | Meaning | Who |\n");
        page.append("|---|---|---|\n");
      }
      row(
          page,
          "`" + permission + "`",
          en.getString("access.permission." + permission),
          holders(permission));
    }
    return page.append(DUTIES).toString();
  }

  /** Roles without limit first, then each limited scope with its roles. */
  private String holders(String permission) {
    Map<Set<Scope>, List<String>> byScope = new LinkedHashMap<>();
    byScope.put(Set.of(Scope.ALL), new ArrayList<>());
    for (Role role : Role.values()) {
      Set<Scope> scopes = matrix.scopes(role, permission);
      if (!scopes.isEmpty()) {
        byScope.computeIfAbsent(scopes, s -> new ArrayList<>()).add(role.name());
      }
    }
    if (byScope.get(Set.of(Scope.ALL)).size() == Role.values().length) {
      return "everybody";
    }
    return byScope.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> String.join(", ", entry.getValue()) + limit(entry.getKey()))
        .collect(Collectors.joining("; "));
  }

  private String limit(Set<Scope> scopes) {
    if (scopes.contains(Scope.ALL)) {
      return "";
    }
    return scopes.stream()
        .sorted()
        .map(scope -> en.getString(scope.key()).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and ", " (", ")"));
  }

  private static void row(StringBuilder page, String... cells) {
    page.append(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
