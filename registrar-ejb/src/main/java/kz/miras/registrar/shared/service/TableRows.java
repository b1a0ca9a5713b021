package kz.miras.registrar.shared.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements in the transaction of the caller; moments are kept in UTC. */
@ApplicationScoped
public class TableRows {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** All rows a statement answers. */
  public <T> List<T> list(String sql, Statements.Reader<T> reader, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, Arrays.asList(values), reader);
    } catch (SQLException e) {
      throw new IllegalStateException("a table cannot be read", e);
    }
  }

  /** The first row a statement answers. */
  public <T> Optional<T> one(String sql, Statements.Reader<T> reader, Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  /** How many rows a statement changes. */
  public int change(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.change(connection, sql, Arrays.asList(values));
    } catch (SQLException e) {
      throw new IllegalStateException("a table cannot be written", e);
    }
  }

  /** A moment as it is kept; null for none. */
  public static LocalDateTime utc(Instant moment) {
    return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /** A kept moment; null for none. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }
}
