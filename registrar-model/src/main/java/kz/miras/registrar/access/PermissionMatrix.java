package kz.miras.registrar.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * ACC-1. The one table of who may do what, read from {@code permission-matrix.txt}; services,
 * screens and web services ask it alike. What it does not allow is denied.
 *
 * <p>Immutable. A table that names an unknown operation, role or scope, or anything twice, or
 * leaves an operation or role out, does not load: the product must not start with half its rights.
 */
public final class PermissionMatrix {

  private static final String RESOURCE = "permission-matrix.txt";

  private final Map<String, Map<Role, Set<Scope>>> rows;
  private final Map<String, String> sections;

  private PermissionMatrix(Map<String, Map<Role, Set<Scope>>> rows, Map<String, String> sections) {
    this.rows = Collections.unmodifiableMap(rows);
    this.sections = Collections.unmodifiableMap(sections);
  }

  /** The matrix of the product. */
  public static PermissionMatrix standard() {
    return Standard.MATRIX;
  }

  /** Reads a table; {@code operations} are the names it must hold, each exactly once. */
  static PermissionMatrix parse(List<String> lines, Set<String> operations) {
    Map<String, Map<Role, Set<Scope>>> rows = new LinkedHashMap<>();
    Map<String, String> sections = new LinkedHashMap<>();
    List<Role> columns = null;
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      String where = RESOURCE + ":" + (i + 1) + ": ";
      if (line.startsWith("#")) {
        section = line.substring(1).strip();
      } else if (columns == null && !line.isEmpty()) {
        columns = columns(line, where);
      } else if (!line.isEmpty()) {
        String[] cells = line.split("\\s+");
        require(operations.contains(cells[0]), where + "unknown permission " + cells[0]);
        require(cells.length == columns.size() + 1, where + "cells do not match the columns");
        require(!rows.containsKey(cells[0]), where + cells[0] + " stands twice");
        rows.put(cells[0], row(cells, columns, where));
        sections.put(cells[0], section);
      }
    }
    Set<String> missing = new TreeSet<>(operations);
    missing.removeAll(rows.keySet());
    require(missing.isEmpty(), RESOURCE + ": permissions without a row: " + missing);
    return new PermissionMatrix(rows, sections);
  }

  private static List<Role> columns(String header, String where) {
    String[] names = header.split("\\s+");
    require(names[0].equals("permission"), where + "the first line is the header");
    List<Role> columns = new ArrayList<>();
    for (String name : List.of(names).subList(1, names.length)) {
      Role role = Role.ofCode(name).orElse(null);
      require(role != null, where + "unknown role " + name);
      require(!columns.contains(role), where + name + " stands twice");
      columns.add(role);
    }
    require(columns.size() == Role.values().length, where + "a role has no column");
    return columns;
  }

  private static Map<Role, Set<Scope>> row(String[] cells, List<Role> columns, String where) {
    Map<Role, Set<Scope>> row = new EnumMap<>(Role.class);
    for (int i = 1; i < cells.length; i++) {
      Set<Scope> scopes = EnumSet.noneOf(Scope.class);
      if (!cells[i].equals("-")) {
        for (int letter : cells[i].chars().toArray()) {
          Scope scope = Scope.ofLetter(letter).orElse(null);
          require(scope != null, where + "unknown scope " + (char) letter);
          require(scopes.add(scope), where + "scope " + scope + " stands twice in a cell");
        }
      }
      row.put(columns.get(i - 1), Collections.unmodifiableSet(scopes));
    }
    return row;
  }

  /** Does the role hold the permission in any scope? */
  public boolean allows(Role role, String permission) {
    return !scopes(role, permission).isEmpty();
  }

  /** How far the role's right reaches; several scopes add up, none means denied. */
  public Set<Scope> scopes(Role role, String permission) {
    Map<Role, Set<Scope>> row = rows.get(permission);
    require(row != null, "unknown permission " + permission);
    return row.get(role);
  }

  /** Does any right of the role reach in this scope? Then its grants name what the scope needs. */
  public boolean uses(Role role, Scope scope) {
    return rows.values().stream().anyMatch(row -> row.get(role).contains(scope));
  }

  /** Every operation the role may do in some scope, in the order of the table. */
  public Set<String> permissionsOf(Role role) {
    Set<String> held = new LinkedHashSet<>();
    rows.forEach(
        (permission, row) -> {
          if (!row.get(role).isEmpty()) {
            held.add(permission);
          }
        });
    return Collections.unmodifiableSet(held);
  }

  /** Every operation, in the order of the table. */
  public Set<String> permissions() {
    return rows.keySet();
  }

  /** The heading the operation stands under. */
  public String sectionOf(String permission) {
    return sections.get(permission);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static final class Standard {
    private static final PermissionMatrix MATRIX = load();

    private static PermissionMatrix load() {
      try (InputStream in = PermissionMatrix.class.getResourceAsStream(RESOURCE);
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return parse(reader.lines().toList(), Permissions.all());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
