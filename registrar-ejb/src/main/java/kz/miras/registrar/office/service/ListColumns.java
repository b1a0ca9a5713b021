package kz.miras.registrar.office.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.service.ListView;

/** Which columns of a list the caller wants to see: kept with the account. */
@Stateless
@Guarded
@PermitAll
public class ListColumns {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private ListQueries lists;

  /** Keys of the chosen columns of a list; none where nothing was chosen yet. */
  public List<String> chosen(String list) {
    ListView view = lists.view(list);
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT chosen FROM list_columns WHERE account_id = ? AND list = ?")) {
      select.setLong(1, access.current().accountId());
      select.setString(2, list);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? known(view, List.of(found.getString(1).split(","))) : List.of();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("columns of " + list + " cannot be read", e);
    }
  }

  /** Keeps a choice; an empty one takes it back. */
  public void choose(String list, List<String> columns) {
    List<String> known = known(lists.view(list), columns);
    String sql =
        known.isEmpty()
            ? "DELETE FROM list_columns WHERE account_id = ? AND list = ?"
            : "REPLACE INTO list_columns (account_id, list, chosen) VALUES (?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement change = connection.prepareStatement(sql)) {
      change.setLong(1, access.current().accountId());
      change.setString(2, list);
      if (!known.isEmpty()) {
        change.setString(3, String.join(",", known));
      }
      change.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("columns of " + list + " cannot be kept", e);
    }
  }

  /** A column that a later version no longer has is forgotten. */
  private static List<String> known(ListView view, List<String> keys) {
    return keys.stream().filter(key -> view.column(key) != null).distinct().toList();
  }
}
