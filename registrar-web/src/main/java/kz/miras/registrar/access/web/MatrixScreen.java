package kz.miras.registrar.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.PermissionMatrix;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.frame.web.Words;

/** The matrix of operations and roles, as services, screens and web services ask it. */
@Named("matrix")
@RequestScoped
public class MatrixScreen {

  @Inject private Words words;

  /** An operation with the letters of its scopes by role. */
  public record Line(String permission, Map<String, String> cells) {}

  /** Operations of one field of work. */
  public record Section(String name, List<Line> lines) {}

  public List<Role> getRoles() {
    return Arrays.asList(Role.values());
  }

  public List<Section> getSections() {
    PermissionMatrix matrix = PermissionMatrix.standard();
    Map<String, List<Line>> sections = new LinkedHashMap<>();
    for (String permission : matrix.permissions()) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (Role role : Role.values()) {
        cells.put(role.name(), letters(matrix.scopes(role, permission)));
      }
      sections
          .computeIfAbsent(matrix.sectionOf(permission), name -> new ArrayList<>())
          .add(new Line(permission, cells));
    }
    return sections.entrySet().stream().map(e -> new Section(e.getKey(), e.getValue())).toList();
  }

  /** Letters and what they mean. */
  public String getLegend() {
    return Arrays.stream(Scope.values())
        .map(scope -> scope.letter() + " — " + words.get(scope.key()))
        .collect(Collectors.joining(", "));
  }

  private static String letters(Set<Scope> scopes) {
    return scopes.stream()
        .sorted()
        .map(s -> String.valueOf(s.letter()))
        .collect(Collectors.joining());
  }
}
