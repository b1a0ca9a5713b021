package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.access.AuditRecord;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;

/** Reads the audit trail. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuditQueries {

  private static final String ENTRY =
      "SELECT e.*, d.before_values, d.after_values, s.position FROM audit_entry e"
          + " LEFT JOIN audit_detail d ON d.entry_id = e.id"
          + " LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE e.id = ?";
  private static final String SAME =
      "SELECT id, at, actor, action, outcome FROM audit_entry"
          + " WHERE entity = ? AND entity_id = ? AND id <> ? ORDER BY at DESC, id DESC LIMIT 30";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** An entry with what changed, and the others about the same thing. */
  @RolesAllowed(Permissions.AUDIT_READ)
  public AuditView entry(long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ENTRY)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new RegistrarException.NotFound("audit", id);
        }
        AuditRecord entry = AuditRows.record(row);
        long position = row.getLong("position");
        return new AuditView(
            id,
            entry.at(),
            entry.actor(),
            entry.origin(),
            entry.action(),
            entry.entity(),
            entry.entityId(),
            entry.reason(),
            entry.outcome(),
            position == 0 ? null : position,
            differences(row.getString("before_values"), row.getString("after_values")),
            same(connection, entry));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the audit trail cannot be read", e);
    }
  }

  private static List<AuditView.Line> same(Connection connection, AuditRecord entry)
      throws SQLException {
    List<AuditView.Line> lines = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SAME)) {
      select.setString(1, entry.entity());
      select.setString(2, entry.entityId());
      select.setLong(3, entry.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lines.add(
              new AuditView.Line(
                  row.getLong(1),
                  row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  row.getString(3),
                  row.getString(4),
                  Outcome.valueOf(row.getString(5))));
        }
      }
    }
    return List.copyOf(lines);
  }

  private static List<AuditView.Difference> differences(String before, String after) {
    Map<?, ?> old = values(before);
    Map<?, ?> now = values(after);
    TreeSet<String> names = new TreeSet<>();
    old.keySet().forEach(key -> names.add(String.valueOf(key)));
    now.keySet().forEach(key -> names.add(String.valueOf(key)));
    return names.stream()
        .map(name -> new AuditView.Difference(name, text(old.get(name)), text(now.get(name))))
        .toList();
  }

  /** Values of an object by attribute; anything else stands under an empty name. */
  private static Map<?, ?> values(String json) {
    if (json == null) {
      return Map.of();
    }
    Object value = json.startsWith("{") ? Json.read(json, Map.class) : json;
    return value instanceof Map<?, ?> map ? map : Map.of("", value);
  }

  private static String text(Object value) {
    return value == null ? null : String.valueOf(value);
  }
}
